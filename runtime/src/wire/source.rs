//! [`Source`]: what is read, and the buffer that fields may share with it.

#[cfg(feature = "bytes")]
use bytes::Bytes;

/// The input, and the buffer that it is a part of, if there is one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'de> {
    pub(crate) bytes: &'de [u8],
    #[cfg(feature = "bytes")]
    pub(crate) buffer: Option<&'de Bytes>,
}

impl<'de> From<&'de [u8]> for Source<'de> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn from(bytes: &'de [u8]) -> Self {
        Self {
            bytes,
            #[cfg(feature = "bytes")]
            buffer: None,
        }
    }
}

#[cfg(feature = "bytes")]
impl<'de> From<&'de Bytes> for Source<'de> {
    #[inline]
    fn from(buffer: &'de Bytes) -> Self {
        Self {
            bytes: buffer,
            buffer: Some(buffer),
        }
    }
}
