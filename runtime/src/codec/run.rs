//! Runs: lists of scalars, which a wire writes and reads as a whole instead of asking for each element.

use alloc::vec::Vec;

use super::{Codec, Decode};

/// How the bits of a [`Scalar`] are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A truth value.
    Bool,
    /// An unsigned integer of up to so many bits.
    Unsigned(u32),
    /// A signed integer of up to so many bits.
    Signed(u32),
    /// A float of 32 bits.
    Float32,
    /// A float of 64 bits.
    Float64,
}

/// What a run consists of: numbers of at most 64 bits, and truth values.
///
/// Sealed: implemented for the scalars of `core` except `u8`, whose lists are bytes, and those of 128 bits.
pub trait Scalar: Codec + for<'de> Decode<'de> + Copy + private::Sealed {
    /// What it is.
    const KIND: Kind;

    /// Its bits; those of a signed integer are extended to 64.
    fn bits(self) -> u64;

    /// The scalar of these bits; `None` for an integer that it does not hold.
    fn of(bits: u64) -> Option<Self>;
}

mod private {
    pub trait Sealed {}
}

macro_rules! scalars {
    ($($ty:ident: $kind:expr, $value:ident => $bits:expr, $from:ident => $of:expr;)*) => {$(
        impl private::Sealed for $ty {}

        impl Scalar for $ty {
            const KIND: Kind = $kind;

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn bits(self) -> u64 {
                let $value = self;
                $bits
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn of($from: u64) -> Option<Self> {
                $of
            }
        }
    )*};
}

scalars! {
    bool: Kind::Bool, value => u64::from(value), bits => Some(bits != 0);
    u16: Kind::Unsigned(16), value => u64::from(value), bits => Self::try_from(bits).ok();
    u32: Kind::Unsigned(32), value => u64::from(value), bits => Self::try_from(bits).ok();
    u64: Kind::Unsigned(64), value => value, bits => Some(bits);
    usize: Kind::Unsigned(64), value => value as u64, bits => Self::try_from(bits).ok();
    i8: Kind::Signed(8), value => i64::from(value) as u64, bits => Self::try_from(bits as i64).ok();
    i16: Kind::Signed(16), value => i64::from(value) as u64, bits => Self::try_from(bits as i64).ok();
    i32: Kind::Signed(32), value => i64::from(value) as u64, bits => Self::try_from(bits as i64).ok();
    i64: Kind::Signed(64), value => value as u64, bits => Some(bits as i64);
    isize: Kind::Signed(64), value => value as i64 as u64, bits => Self::try_from(bits as i64).ok();
    f32: Kind::Float32, value => u64::from(value.to_bits()), bits => Some(Self::from_bits(bits as u32));
    f64: Kind::Float64, value => value.to_bits(), bits => Some(Self::from_bits(bits));
}

/// Appends the scalars whose bits `bits` finds in `items`; `false`, with the list as it was, if one is none of this type.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn extend_from<T: Scalar, I>(
    into: &mut Vec<T>,
    items: &[I],
    bits: impl Fn(&I) -> Option<u64>,
) -> bool {
    let Some(zero) = T::of(0) else { return false };
    let before = into.len();
    let mut fits = true;
    into.extend(items.iter().map(|item| {
        let found = bits(item).and_then(T::of);
        fits &= found.is_some();
        found.unwrap_or(zero)
    }));
    if !fits {
        into.truncate(before);
    }
    fits
}

/// Appends up to `count` scalars in chunks, so that the list is looked at once for many: `fill` fills a chunk from its start and
/// says how far. One that is not full is the last.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn extend_chunks<T: Scalar>(
    into: &mut Vec<T>,
    count: usize,
    mut fill: impl FnMut(&mut [T]) -> usize,
) {
    const CHUNK: usize = 64;
    let Some(zero) = T::of(0) else { return };
    let mut chunk = [zero; CHUNK];
    let mut left = count;
    while left > 0 {
        let most = left.min(CHUNK);
        let Some(room) = chunk.get_mut(..most) else {
            break;
        };
        let filled = fill(room);
        into.extend_from_slice(chunk.get(..filled).unwrap_or_default());
        if filled < most {
            break;
        }
        left -= filled;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back<T: Scalar + PartialEq + core::fmt::Debug>(values: &[T]) {
        for value in values {
            assert_eq!(T::of(value.bits()), Some(*value));
        }
    }

    #[test]
    fn bits_lead_back_to_the_value() {
        back(&[true, false]);
        back(&[u16::MIN, u16::MAX]);
        back(&[u32::MIN, u32::MAX]);
        back(&[u64::MIN, u64::MAX]);
        back(&[i8::MIN, -1, i8::MAX]);
        back(&[i16::MIN, -1, i16::MAX]);
        back(&[i32::MIN, -1, i32::MAX]);
        back(&[i64::MIN, -1, i64::MAX]);
        back(&[f32::MIN, -0.0, f32::INFINITY]);
        back(&[f64::MIN, -0.0, f64::INFINITY]);
    }

    #[test]
    fn lists_take_all_or_as_many_as_there_are() {
        let mut list = alloc::vec![1_u16];
        assert!(extend_from(&mut list, &[2_u64, 65_535], |item| Some(*item)));
        assert!(!extend_from(&mut list, &[3, 65_536, 4], |item| Some(*item)));
        assert!(!extend_from(&mut list, &[3, 4], |item| (*item < 4).then_some(*item)));
        assert_eq!(list, [1, 2, 65_535]);
        for (count, there) in [
            (0, 9),
            (3, 2),
            (2, 3),
            (64, 64),
            (65, 200),
            (200, 128),
            (200, 129),
        ] {
            let (mut list, mut items) = (Vec::new(), 0..there);
            extend_chunks(&mut list, count, |chunk| {
                let filled = chunk.iter_mut().zip(&mut items);
                filled.map(|(slot, item)| *slot = item).count()
            });
            assert!(list.iter().copied().eq(0..there.min(count as u64)));
        }
    }

    #[test]
    fn integers_beyond_the_type_are_none() {
        assert_eq!(u16::of(65_536), None);
        assert_eq!(i8::of(128), None);
        assert_eq!(i8::of(-129_i64 as u64), None);
        assert_eq!(i32::of(1 << 31), None);
        assert_eq!(u32::of(1 << 32), None);
    }
}
