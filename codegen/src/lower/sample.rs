//! Schemas for tests, from text.

use prost_reflect::DescriptorPool;

use crate::source::text::Texts;
use crate::source::{self, Source};

/// The descriptors of a proto3 file without its `syntax` line.
pub(crate) fn pool(text: &str) -> DescriptorPool {
    source(text).pool
}

/// A proto3 file without its `syntax` line, as a source.
pub(crate) fn source(text: &str) -> Source {
    load(&format!("syntax = \"proto3\"; {text}"))
}

/// A proto2 file without its `syntax` line, as a source.
pub(crate) fn proto2(text: &str) -> Source {
    load(&format!("syntax = \"proto2\"; {text}"))
}

fn load(text: &str) -> Source {
    let mut pool = DescriptorPool::new();
    let mut texts = Texts::default();
    let bytes = source::compile_text("test.proto", text).unwrap();
    pool.decode_file_descriptor_set(bytes.as_slice()).unwrap();
    texts.add("test.proto", "test.proto".as_ref(), text.to_owned());
    Source {
        pool,
        roots: vec!["test.proto".to_owned()],
        read: Vec::new(),
        texts,
    }
}
