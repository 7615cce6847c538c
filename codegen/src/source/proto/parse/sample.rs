//! Texts for the tests of each construct.

use prost_reflect::prost_types::FileDescriptorProto;

use super::parse;

/// The descriptor of a file, without its places.
pub(super) fn check(text: &str) -> FileDescriptorProto {
    let parsed = parse("a.proto", text).unwrap();
    FileDescriptorProto {
        source_code_info: None,
        ..parsed.file
    }
}

/// The mistakes of a file: the text that is to blame, what is wrong, and what to do.
pub(super) fn mistakes(text: &str) -> Vec<String> {
    let found = parse("a.proto", text).unwrap_err();
    let shown = found.iter().map(|mistake| {
        let blamed = text.get(mistake.labels[0].0.clone()).unwrap();
        format!("{blamed} | {} | {}", mistake.message, mistake.help)
    });
    shown.collect()
}
