//! [`Target`]: what an encoding is appended to.

use alloc::vec::Vec;

use super::{Buffer, Handed};

/// What is appended to: a `Vec`, by `From`.
#[derive(Debug)]
pub struct Target<'b> {
    pub(super) owner: &'b mut Vec<u8>,
    #[cfg(feature = "bytes")]
    pub(super) region: Option<&'b mut super::spare::Region>,
}

impl<'b> From<&'b mut Vec<u8>> for Target<'b> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn from(owner: &'b mut Vec<u8>) -> Self {
        Self {
            owner,
            #[cfg(feature = "bytes")]
            region: None,
        }
    }
}

impl Target<'_> {
    /// Appends what `body` writes, unless `verdict` has an error for what the writer holds then.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(in crate::wire) fn append<C, E>(
        self,
        cx: C,
        body: impl for<'o, 'b> FnOnce(Handed<'o, 'b, C>) -> Handed<'o, 'b, C>,
        verdict: impl FnOnce(&mut C) -> Result<(), E>,
    ) -> Result<(), E> {
        #[cfg(feature = "bytes")]
        let mut buffer = match &self.region {
            Some(region) => Buffer::within(region, self.owner, cx),
            None => Buffer::new(self.owner, cx),
        };
        #[cfg(not(feature = "bytes"))]
        let mut buffer = Buffer::new(self.owner, cx);
        let mut out = body(buffer.output().hand()).take();
        verdict(out.cx_mut())?;
        #[cfg(feature = "bytes")]
        if let Some(region) = self.region {
            out.finish_within(region);
            return Ok(());
        }
        out.finish();
        Ok(())
    }
}
