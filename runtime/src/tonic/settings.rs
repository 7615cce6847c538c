//! What a client or a server was told beside its wire.

use alloc::sync::Arc;
use core::ops::Deref;

use ::tonic::codegen::EnabledCompressionEncodings;

use crate::options::Options;

/// Options that each call hands on: a word, where there are none.
#[derive(Clone, Debug, Default)]
pub(super) struct Told(Option<Arc<Options<'static>>>);

impl Told {
    /// No options.
    pub(super) const NOTHING: Self = Self(None);
}

impl From<Options<'static>> for Told {
    fn from(options: Options<'static>) -> Self {
        Self(Some(Arc::new(options)))
    }
}

impl Deref for Told {
    type Target = Options<'static>;

    fn deref(&self) -> &Options<'static> {
        self.0.as_deref().unwrap_or(Options::DEFAULT)
    }
}

/// What a client or a server was told beside its wire.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) options: Told,
    pub(super) accepted: EnabledCompressionEncodings,
    pub(super) sent: EnabledCompressionEncodings,
    pub(super) max_decoding: Option<usize>,
    pub(super) max_encoding: Option<usize>,
}

impl Settings {
    pub(super) fn new() -> Self {
        Self {
            options: Told::NOTHING,
            accepted: EnabledCompressionEncodings::default(),
            sent: EnabledCompressionEncodings::default(),
            max_decoding: None,
            max_encoding: None,
        }
    }
}
