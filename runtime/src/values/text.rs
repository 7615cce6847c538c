//! Values that are text on every wire.

use alloc::string::String;
use core::fmt::{self, Write};

use crate::codec::{Place, Reader, Writer};
use crate::error::{Error, Fault};

/// The bytes that are written without an allocation.
const SHORT: usize = 64;

/// What `Display` wrote.
struct Written {
    short: [u8; SHORT],
    len: usize,
    /// All of it, once it is longer.
    long: String,
}

impl Written {
    fn as_str(&self) -> &str {
        match self.long.is_empty() {
            true => core::str::from_utf8(&self.short[..self.len]).unwrap_or_default(),
            false => &self.long,
        }
    }
}

impl Write for Written {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        if let (true, Some(place)) = (self.long.is_empty(), self.short.get_mut(self.len..end)) {
            place.copy_from_slice(text.as_bytes());
            self.len = end;
            return Ok(());
        }
        if self.long.is_empty() {
            self.long = self.as_str().into();
        }
        self.long.push_str(text);
        Ok(())
    }
}

/// Hands on the text of a value, or says why it has none.
pub(super) fn with<'v, T, D: fmt::Display, O>(
    value: &'v T,
    shown: impl FnOnce(&'v T) -> Result<D, &'static str>,
    then: impl FnOnce(&str) -> O,
) -> Result<O, &'static str> {
    let mut written = Written {
        short: [0; SHORT],
        len: 0,
        long: String::new(),
    };
    // Neither a `Display` of these types nor the buffer fails.
    let _ = write!(written, "{}", shown(value)?);
    Ok(then(written.as_str()))
}

pub(super) fn encode<'v, T, D: fmt::Display, W: Writer, P: Place>(
    value: &'v T,
    shown: impl FnOnce(&'v T) -> Result<D, &'static str>,
    w: &mut W,
    at: P,
) {
    if let Err(why) = with(value, shown, |text| w.str(at, text)) {
        w.fail(Error::new(Fault::Unwritable(why), None, 0));
    }
}

pub(super) fn decode<'de, T, R: Reader<'de>, P: Place>(
    r: &mut R,
    at: P,
    expected: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, Error> {
    let text = r.str(at)?;
    read(&text).ok_or_else(|| r.error(Fault::other_text(expected, &text)))
}

/// Types that are text: what each is called, what an absent one reads as, if anything, and, unless they are `Display` and `FromStr`, what shows a value or
/// why it has no text, and the value of a text.
macro_rules! text {
    ($($ty:ty, $what:literal, $absent:expr $(, $shown:expr, $read:expr)?;)*) => {
        $($crate::values::text::text!(@ $ty, $what, $absent $(, $shown, $read)?);)*
    };
    (@ $ty:ty, $what:literal, $absent:expr) => {
        $crate::values::text::text!(@ $ty, $what, $absent, Ok, |text| text.parse().ok());
    };
    (@ $ty:ty, $what:literal, $absent:expr, $shown:expr, $read:expr) => {
        impl $crate::validate::Validate for $ty {
            fn check_value<R: $crate::validate::Rules, C: $crate::validate::Checker>(
                &self,
                rules: &R,
                c: &mut C,
            ) {
                // What has no text is told when it is written.
                let _ = $crate::values::text::with(self, $shown, |text| text.check_value(rules, c));
            }
        }

        impl $crate::codec::Codec for $ty {
            const TYPE: $crate::schema::Type = $crate::schema::Type::String;
            const ABSENT: bool = {
                let absent: Option<$ty> = $absent;
                absent.is_some()
            };
            const IS_KNOWN: bool = true;

            fn encode<W: $crate::codec::Writer, P: $crate::codec::Place>(&self, w: &mut W, at: P) {
                $crate::values::text::encode(self, $shown, w, at);
            }
        }

        impl<'de> $crate::codec::Decode<'de> for $ty {
            fn absent() -> Option<Self> {
                $absent
            }

            fn decode<R: $crate::codec::Reader<'de>, P: $crate::codec::Place>(
                r: &mut R,
                at: P,
            ) -> Result<Self, $crate::error::Error> {
                $crate::values::text::decode(r, at, $what, $read)
            }
        }

        impl $crate::codec::MapKey for $ty {
            fn text(&self) -> alloc::string::String {
                let text = $crate::values::text::with(self, $shown, |text| text.into());
                text.unwrap_or_else(alloc::string::String::from)
            }
        }
    };
}

pub(super) use text;

/// A type that holds text, and the function that makes one of it.
#[cfg(any(feature = "smol_str", feature = "compact_str"))]
macro_rules! held {
    ($ty:ty, $new:expr) => {
        impl $crate::validate::Validate for $ty {
            fn check_value<R: $crate::validate::Rules, C: $crate::validate::Checker>(
                &self,
                rules: &R,
                c: &mut C,
            ) {
                self.as_str().check_value(rules, c);
            }
            fn is_zero(&self) -> bool {
                self.is_empty()
            }
            fn subject(&self) -> Option<$crate::validate::Subject<'_>> {
                Some($crate::validate::Subject::Str(self))
            }
        }

        impl $crate::codec::Codec for $ty {
            const TYPE: $crate::schema::Type = $crate::schema::Type::String;
            const IS_KNOWN: bool = true;

            #[inline]
            fn encode<W: $crate::codec::Writer, P: $crate::codec::Place>(&self, w: &mut W, at: P) {
                w.str(at, self);
            }
        }

        impl<'de> $crate::codec::Decode<'de> for $ty {
            fn absent() -> Option<Self> {
                Some(Self::default())
            }

            #[inline]
            fn decode<R: $crate::codec::Reader<'de>, P: $crate::codec::Place>(
                r: &mut R,
                at: P,
            ) -> Result<Self, $crate::error::Error> {
                r.str(at).map($new)
            }
        }

        impl $crate::codec::MapKey for $ty {
            fn text(&self) -> alloc::string::String {
                self.as_str().into()
            }
        }
    };
}

#[cfg(any(feature = "smol_str", feature = "compact_str"))]
pub(super) use held;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn text_is_handed_on_whatever_its_length() {
        struct Parts(&'static [&'static str]);
        impl fmt::Display for Parts {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|part| f.write_str(part))
            }
        }
        const THIRTY: &str = "123456789012345678901234567890";
        for parts in [
            &[][..],
            &["", ""],
            &["a", "b"],
            &[THIRTY, THIRTY, "1234"],
            &[THIRTY, THIRTY, "12345"],
            &[THIRTY, THIRTY, THIRTY, "é", ""],
        ] {
            let parts = Parts(parts);
            assert_eq!(with(&parts, Ok, str::to_owned), Ok(parts.to_string()));
            assert_eq!(
                with(&parts, |_| Err::<u8, _>("no text"), str::to_owned),
                Err("no text")
            );
        }
    }
}
