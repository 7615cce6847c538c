//! Values that are text on every wire.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Write};
use core::str::FromStr;

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

/// Hands on the text of a value.
pub(super) fn with<T: fmt::Display, O>(value: &T, then: impl FnOnce(&str) -> O) -> O {
    let mut written = Written {
        short: [0; SHORT],
        len: 0,
        long: String::new(),
    };
    // Neither a `Display` of these types nor the buffer fails.
    let _ = write!(written, "{value}");
    then(written.as_str())
}

pub(super) fn encode<T: fmt::Display, W: Writer, P: Place>(value: &T, w: &mut W, at: P) {
    with(value, |text| w.str(at, text));
}

pub(super) fn decode<'de, T: FromStr, R: Reader<'de>, P: Place>(
    r: &mut R,
    at: P,
    expected: &'static str,
) -> Result<T, Error> {
    let text = r.str(at)?;
    text.parse().map_err(|_| {
        let shown: String = text.chars().take(SHORT).collect();
        r.error(Fault::Expected {
            expected,
            found: format!("{shown:?}").into(),
        })
    })
}

/// Types that are written by `Display` and read by `FromStr`: what each is, what an absent one reads as, if anything, and why a value has no text, if
/// one has none.
macro_rules! text {
    ($($ty:ty, $what:literal, $absent:expr $(, $unwritable:expr)?;)*) => {$(
        impl $crate::validate::Validate for $ty {
            fn check_value<R: $crate::validate::Rules, C: $crate::validate::Checker>(&self, rules: &R, c: &mut C) {
                $crate::values::text::with(self, |text| text.check_value(rules, c));
            }
        }

        impl $crate::codec::Codec for $ty {
            const TYPE: $crate::schema::Type = $crate::schema::Type::String;
            const ABSENT: bool = { let absent: Option<$ty> = $absent; absent.is_some() };
            const IS_KNOWN: bool = true;

            fn encode<W: $crate::codec::Writer, P: $crate::codec::Place>(&self, w: &mut W, at: P) {
                $(
                    let unwritable: fn(&$ty) -> Option<&'static str> = $unwritable;
                    if let Some(why) = unwritable(self) {
                        let fault = $crate::error::Fault::Unwritable(why);
                        w.fail($crate::error::Error::new(fault, None, 0));
                        return;
                    }
                )?
                $crate::values::text::encode(self, w, at);
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
                $crate::values::text::decode(r, at, $what)
            }
        }

        impl $crate::codec::MapKey for $ty {
            fn text(&self) -> alloc::string::String {
                alloc::string::ToString::to_string(self)
            }
        }
    )*};
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
            assert_eq!(with(&parts, str::to_owned), parts.to_string());
        }
    }
}
