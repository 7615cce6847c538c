//! What the wires are called in `Accept`, and in the `Content-Type` that answers it.

use super::precedence::Specificity;
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
    /// The least specific range that asks for it. The usual names are what there is; the others are had by asking for them.
    pub(super) least: Specificity,
}

/// Of each wire all names, the usual one first: those that [`Wire::from_content_type`] knows without a suffix.
pub(super) const NAMES: [Name; 10] = [
    name(Wire::Json, "application/json", Specificity::Any),
    name(Wire::Json, "text/json", Specificity::Kind),
    name(Wire::Json, "application/x-json", Specificity::Type(0)),
    name(Wire::MsgPack, "application/msgpack", Specificity::Any),
    name(Wire::MsgPack, "application/x-msgpack", Specificity::Type(0)),
    name(
        Wire::MsgPack,
        "application/vnd.msgpack",
        Specificity::Type(0),
    ),
    name(Wire::Protobuf, "application/protobuf", Specificity::Any),
    name(
        Wire::Protobuf,
        "application/x-protobuf",
        Specificity::Type(0),
    ),
    name(
        Wire::Protobuf,
        "application/vnd.google.protobuf",
        Specificity::Type(0),
    ),
    name(
        Wire::Protobuf,
        "application/x-google-protobuf",
        Specificity::Type(0),
    ),
];

const fn name(wire: Wire, text: &'static str, least: Specificity) -> Name {
    let bytes = text.as_bytes();
    let mut slash = 0;
    while bytes[slash] != b'/' {
        slash += 1;
    }
    let (kind, rest) = bytes.split_at(slash);
    let media_type = Range {
        kind,
        subtype: rest.split_at(1).1,
        parameters: match wire {
            Wire::Json => b";charset=utf-8",
            Wire::MsgPack | Wire::Protobuf => b"",
        },
        weight: Weight::FULL,
    };
    Name {
        wire,
        text,
        media_type,
        least,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_called_by_the_same_names() {
        for name in &NAMES {
            assert_eq!(Wire::from_content_type(name.text), Some(name.wire));
        }
        for wire in Wire::ALL {
            let usual = NAMES.iter().find(|name| name.wire == wire);
            assert_eq!(usual.map(|name| name.text), Some(wire.content_type()));
        }
    }
}
