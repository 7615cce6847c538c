//! What compares with a rule's literal: the values of every ordered kind.

use core::cmp::Ordering;

use super::Literal;

/// A value that compares with literals of its kind; `None` for NaN, and for literals of another kind.
pub(super) trait Operand: Copy {
    fn compare(self, literal: &Literal) -> Option<Ordering>;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn equals(self, literal: &Literal) -> bool {
        self.compare(literal) == Some(Ordering::Equal)
    }
}

impl Operand for i128 {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn compare(self, literal: &Literal) -> Option<Ordering> {
        match *literal {
            Literal::Int(other) => Some(self.cmp(&other)),
            Literal::Uint(other) => {
                Some(u128::try_from(self).map_or(Ordering::Less, |value| value.cmp(&other)))
            }
            _ => None,
        }
    }
}

impl Operand for u128 {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn compare(self, literal: &Literal) -> Option<Ordering> {
        match *literal {
            Literal::Int(other) => {
                Some(u128::try_from(other).map_or(Ordering::Greater, |other| self.cmp(&other)))
            }
            Literal::Uint(other) => Some(self.cmp(&other)),
            _ => None,
        }
    }
}

macro_rules! narrow_integers {
    ($($int:ty)*) => {$(
        impl Operand for $int {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn compare(self, literal: &Literal) -> Option<Ordering> {
                (self as i128).compare(literal)
            }
        }
    )*};
}

narrow_integers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

macro_rules! floats {
    ($($float:ty)*) => {$(
        impl Operand for $float {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn compare(self, literal: &Literal) -> Option<Ordering> {
                match *literal {
                    Literal::Float(other) => self.partial_cmp(&(other as $float)),
                    Literal::Int(other) => self.partial_cmp(&(other as $float)),
                    Literal::Uint(other) => self.partial_cmp(&(other as $float)),
                    _ => None,
                }
            }
        }
    )*};
}

floats!(f32 f64);

impl Operand for bool {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn compare(self, literal: &Literal) -> Option<Ordering> {
        match *literal {
            Literal::Bool(other) => Some(self.cmp(&other)),
            _ => None,
        }
    }
}

impl Operand for &str {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn compare(self, literal: &Literal) -> Option<Ordering> {
        match *literal {
            Literal::Str(other) => Some(self.cmp(other)),
            _ => None,
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn equals(self, literal: &Literal) -> bool {
        matches!(*literal, Literal::Str(other) if self == other)
    }
}

impl Operand for &[u8] {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn compare(self, literal: &Literal) -> Option<Ordering> {
        literal.bytes().map(|other| self.cmp(other))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn equals(self, literal: &Literal) -> bool {
        literal.bytes() == Some(self)
    }
}

/// Seconds and nanoseconds, of a duration or a timestamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(pub(super) i64, pub(super) i32);

impl Operand for Moment {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn compare(self, literal: &Literal) -> Option<Ordering> {
        match *literal {
            Literal::Duration { secs, nanos } | Literal::Timestamp { secs, nanos } => {
                Some(self.cmp(&Moment(secs, nanos)))
            }
            _ => None,
        }
    }
}

impl Literal {
    /// The bytes of a literal for a bytes field.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn bytes(&self) -> Option<&'static [u8]> {
        match *self {
            Literal::Bytes(bytes) => Some(bytes),
            Literal::Str(text) => Some(text.as_bytes()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Ordering::{Equal, Greater, Less};

    #[test]
    fn values_compare_with_literals_of_their_kind_only() {
        assert_eq!(3_u8.compare(&Literal::Int(-1)), Some(Greater));
        assert_eq!(
            u64::MAX.compare(&Literal::Int(u64::MAX.into())),
            Some(Equal)
        );
        assert_eq!((-1_i128).compare(&Literal::Uint(u128::MAX)), Some(Less));
        assert_eq!(u128::MAX.compare(&Literal::Int(-1)), Some(Greater));
        assert_eq!(1_i32.compare(&Literal::Str("1")), None);
        assert_eq!(0.1_f32.compare(&Literal::Float(0.1)), Some(Equal));
        assert_eq!(f64::NAN.compare(&Literal::Float(f64::NAN)), None);
        assert_eq!((-0.0_f64).compare(&Literal::Int(0)), Some(Equal));
        assert_eq!("a".compare(&Literal::Str("b")), Some(Less));
        assert!(b"a".as_slice().equals(&Literal::Str("a")));
        let literal = Literal::Duration {
            secs: -1,
            nanos: -5,
        };
        assert_eq!(Moment(-1, -6).compare(&literal), Some(Less));
    }
}
