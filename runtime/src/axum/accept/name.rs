//! What the wires are called in `Accept`, and in the `Content-Type` that answers it.

use super::range::Range;
use super::weight::Weight;
use crate::Wire;

/// A media type that is a wire's.
pub(super) struct Name {
    pub(super) wire: Wire,
    /// As it stands in `Content-Type`.
    pub(super) text: &'static str,
    /// Its parts. JSON is UTF-8, whether it says so or not.
    pub(super) media_type: Range<'static>,
    /// Whether it is the name that an answer has where none was asked for.
    pub(super) is_first: bool,
}

/// Of each wire all names, the usual one first: those that [`Wire::from_content_type`] knows without a suffix.
pub(super) const NAMES: [Name; 10] = [
    json("application/json", b"application", b"json", true),
    json("text/json", b"text", b"json", false),
    json("application/x-json", b"application", b"x-json", false),
    name(Wire::MsgPack, "application/msgpack", b"msgpack", true),
    name(Wire::MsgPack, "application/x-msgpack", b"x-msgpack", false),
    name(
        Wire::MsgPack,
        "application/vnd.msgpack",
        b"vnd.msgpack",
        false,
    ),
    name(Wire::Protobuf, "application/protobuf", b"protobuf", true),
    name(
        Wire::Protobuf,
        "application/x-protobuf",
        b"x-protobuf",
        false,
    ),
    name(
        Wire::Protobuf,
        "application/vnd.google.protobuf",
        b"vnd.google.protobuf",
        false,
    ),
    name(
        Wire::Protobuf,
        "application/x-google-protobuf",
        b"x-google-protobuf",
        false,
    ),
];

const fn json(
    text: &'static str,
    kind: &'static [u8],
    subtype: &'static [u8],
    is_first: bool,
) -> Name {
    let media_type = Range {
        kind,
        subtype,
        parameters: b";charset=utf-8",
        weight: Weight::FULL,
    };
    Name {
        wire: Wire::Json,
        text,
        media_type,
        is_first,
    }
}

const fn name(wire: Wire, text: &'static str, subtype: &'static [u8], is_first: bool) -> Name {
    let media_type = Range {
        kind: b"application",
        subtype,
        parameters: b"",
        weight: Weight::FULL,
    };
    Name {
        wire,
        text,
        media_type,
        is_first,
    }
}
