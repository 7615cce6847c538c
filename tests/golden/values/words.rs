//! Names that are Rust's own words, from a file that is imported through another one.

mod support;

use edition_2024::words::crate_::mod2::self_::{Option as Choice, Self_, Super, self_};
use edition_2024::words::r#type::r#match::Struct;
use everwire::{Codec, Wire};
use support::{every_field_survives, survives};

#[test]
fn every_field_survives_every_wire() {
    assert!(!every_field_survives::<Struct>().is_empty());
    survives(&Super::default());
    survives(&Struct {
        r#fn: 7,
        ..Struct::default()
    });
    survives(&Choice::Some);
    survives(&Self_ {
        self_: 1,
        super_: Some("s".into()),
        crate_: vec![Self_::default()],
        r#struct: Some(Struct::default()),
        r#where: Some(self_::Crate::Yield),
        r#match: Some(self_::Match::Box(Box::default())),
        ..Self_::default()
    });
}

#[test]
fn words_keep_their_names_on_the_wires() {
    let value = Self_ {
        self_: 1,
        super_: Some("s".into()),
        r#where: Some(self_::Crate::Self_),
        r#match: Some(self_::Match::Async(2)),
        ..Self_::default()
    };
    assert_eq!(
        everwire::json::to_string(&value).unwrap(),
        r#"{"self":1,"super":"s","Where":"Self","async":2}"#
    );
    assert_eq!(Self_::SCHEMA.name(), "crate.mod.self.Self");
    let error = Wire::Json.decode::<Self_>(b"{\"self\":[]}").unwrap_err();
    assert!(error.to_string().contains("Self.self: "), "{error}");
}

#[test]
fn defaults_have_accessors() {
    let absent = Self_::default();
    assert_eq!(absent.super_or_default(), "up");
    assert_eq!(absent.type_or_default(), b"\x01");
    assert_eq!(absent.where_or_default(), self_::Crate::Self_);
}
