//! Schemas for tests, from text.

use prost_reflect::DescriptorPool;

use crate::source::{self, Source};

/// The descriptors of a proto3 file without its `syntax` line.
pub(crate) fn pool(text: &str) -> DescriptorPool {
    source(text).pool
}

/// A proto3 file without its `syntax` line, as a source.
pub(crate) fn source(text: &str) -> Source {
    load(&format!("syntax = \"proto3\"; {text}"))
}

/// A file of edition 2023 without its `edition` line, as a source.
pub(crate) fn edition(text: &str) -> Source {
    load(&format!("edition = \"2023\"; {text}"))
}

/// A proto2 file without its `syntax` line, as a source.
pub(crate) fn proto2(text: &str) -> Source {
    load(&format!("syntax = \"proto2\"; {text}"))
}

fn load(text: &str) -> Source {
    source::compile_text("test.proto", text).unwrap()
}
