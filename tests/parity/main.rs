//! Two spellings, one model: a message written as a derived struct and the same one compiled from `.proto` have the same
//! schema and write the same bytes.

mod changed;
mod derived;
mod editions;
mod extensions;
mod orders;
mod registered;
mod ruled;
mod schema;

/// What `build.rs` compiles from `schemas/`.
#[allow(clippy::all, reason = "generated")]
mod compiled {
    everwire::include_schema!();
}

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Options, Wire};

use compiled::shop::v1 as from_proto;

#[test]
fn both_spellings_have_the_same_schema() {
    let expected = schema::describe(from_proto::Order::SCHEMA);
    assert_eq!(schema::describe(derived::Order::SCHEMA), expected);
    assert_eq!(
        expected
            .iter()
            .filter(|line| line.starts_with("message "))
            .count(),
        6
    );
    assert_eq!(
        expected
            .iter()
            .filter(|line| line.starts_with("enum "))
            .count(),
        2
    );
}

/// Both values have the same bytes on every wire, and each reads what the other wrote.
fn agree<A, B>(derived: &A, from_proto: &B)
where
    A: Codec + DecodeOwned + PartialEq + Debug,
    B: Codec + DecodeOwned + PartialEq + Debug,
{
    let lenient = Options::new().validate(false);
    for wire in Wire::ALL {
        let bytes = wire.encode(from_proto).unwrap();
        assert_eq!(wire.encode(derived).unwrap(), bytes, "{wire}: {derived:?}");
        assert_eq!(
            &lenient.decode::<A>(wire, &bytes).unwrap(),
            derived,
            "{wire}"
        );
        assert_eq!(
            &lenient.decode::<B>(wire, &bytes).unwrap(),
            from_proto,
            "{wire}"
        );
    }
}

#[test]
fn both_spellings_write_the_same_bytes() {
    let derived = orders::derived::orders();
    let from_proto = orders::from_proto::orders();
    for (derived, from_proto) in derived.iter().zip(&from_proto) {
        agree(derived, from_proto);
    }
    let text = everwire::json::to_string(&derived[0]).unwrap();
    assert!(
        text.starts_with(r#"{"id":"18446744073709551615","customer":"Zoë""#),
        "{text}"
    );
    assert_eq!(Wire::Protobuf.encode(&derived[1]).unwrap(), b"");
}

#[test]
fn each_spelling_reads_what_the_other_does_not_know() {
    let newer = b"\x12\x01A\xa2\x06\x02hi";
    let derived: derived::Order = Wire::Protobuf.decode(newer).unwrap();
    let from_proto: from_proto::Order = Wire::Protobuf.decode(newer).unwrap();
    assert_eq!(derived.unknown, from_proto.unknown);
    assert_eq!(Wire::Protobuf.encode(&derived).unwrap(), newer);
    assert_eq!(Wire::Protobuf.encode(&from_proto).unwrap(), newer);
}

#[test]
fn both_spellings_break_the_same_rules() {
    let told = orders::derived::invalid().validate().unwrap_err();
    let expected = orders::from_proto::invalid().validate().unwrap_err();
    assert_eq!(told.to_string(), expected.to_string());
    let ids: Vec<&str> = expected
        .iter()
        .map(|violation| violation.rule_id.as_ref())
        .collect();
    assert_eq!(
        ids,
        [
            "string.min_len",
            "string.min_len",
            "uint32.gt",
            "float.gte_lte",
            "string.pattern",
            "string.len",
            "double.gte_lte",
            "double.gte_lte",
            "repeated.unique"
        ]
    );
}
