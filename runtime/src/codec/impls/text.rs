//! Text: `str`, `String`, and text and bytes that are borrowed from the input.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::codec::{Codec, Decode, Mode, Place, Reader, Writer};
use crate::error::{Error, Fault};
use crate::schema::Type;

impl Codec for str {
    const TYPE: Type = Type::String;
    const IS_KNOWN: bool = true;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.str(at, self);
    }
}

impl Codec for String {
    const TYPE: Type = Type::String;
    const IS_KNOWN: bool = true;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.str(at, self);
    }
}

impl<'de> Decode<'de> for String {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let mut text = Self::new();
        r.string(at, &mut text)?;
        Ok(text)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        _mode: Mode,
    ) -> Result<(), Error> {
        r.string(at, self)
    }

    #[inline]
    fn clear(&mut self) -> bool {
        Self::clear(self);
        true
    }
}

/// Makes a text a copy of another, reusing its memory.
#[inline]
pub(crate) fn replace(own: &mut String, text: &str) {
    if own.capacity() == 0 {
        *own = String::from(text);
    } else {
        own.clear();
        own.push_str(text);
    }
}

/// [`replace`] in a function of its own, for readers.
#[inline(never)]
pub(crate) fn replace_apart(own: &mut String, text: &str) {
    replace(own, text);
}

impl<'de: 'a, 'a> Decode<'de> for &'a str {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent() -> Option<Self> {
        Some("")
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        match r.str(at)? {
            Cow::Borrowed(text) => Ok(text),
            Cow::Owned(_) => Err(r.error(Fault::NotBorrowed {
                ty: "&str",
                instead: "Cow<str>",
            })),
        }
    }
}

impl<'de: 'a, 'a> Decode<'de> for &'a [u8] {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent() -> Option<Self> {
        Some(&[])
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        match r.bytes(at)? {
            Cow::Borrowed(bytes) => Ok(bytes),
            Cow::Owned(_) => Err(r.error(Fault::NotBorrowed {
                ty: "&[u8]",
                instead: "Cow<[u8]>",
            })),
        }
    }
}

impl<'de: 'a, 'a> Decode<'de> for Cow<'a, str> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent() -> Option<Self> {
        Some(Cow::Borrowed(""))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        r.str(at)
    }
}

impl<'de: 'a, 'a> Decode<'de> for Cow<'a, [u8]> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn absent() -> Option<Self> {
        Some(Cow::Borrowed(&[]))
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        r.bytes(at)
    }
}
