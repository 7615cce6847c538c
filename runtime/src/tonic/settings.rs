//! What a client or a server was told beside its wire.

use ::tonic::codegen::EnabledCompressionEncodings;

use crate::options::Options;

/// What a client or a server was told beside its wire.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    pub(super) options: Options<'static>,
    pub(super) accepted: EnabledCompressionEncodings,
    pub(super) sent: EnabledCompressionEncodings,
    pub(super) max_decoding: Option<usize>,
    pub(super) max_encoding: Option<usize>,
}

impl Settings {
    pub(super) fn new() -> Self {
        Self {
            options: Options::new(),
            accepted: EnabledCompressionEncodings::default(),
            sent: EnabledCompressionEncodings::default(),
            max_decoding: None,
            max_encoding: None,
        }
    }
}
