//! ProtoJSON with choices: what is written, and that it reads back.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use everwire::json::{self, Emit};
use everwire::{Codec, Extension, Field, Options, Registry, Schema, UnknownFields};

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    #[default]
    #[codec(0)]
    Book,
    #[codec(1)]
    Record,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Paid {
    #[codec(9)]
    ByCard(u64),
    #[codec(10)]
    InCash(()),
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "emit.Line", json = "proto", extensions(100..=199))]
struct Line {
    #[codec(1)]
    unit_price: u64,
    #[codec(2)]
    in_stock: bool,
    #[codec(3)]
    line_kind: Kind,
    #[codec(4, json_name = "text")]
    note: Option<String>,
    #[codec(5)]
    tag_list: Vec<String>,
    #[codec(6)]
    by_kind: BTreeMap<Kind, Kind>,
    #[codec(7)]
    parts: Vec<Line>,
    #[codec(8)]
    weight: f64,
    #[codec(oneof(9, 10))]
    paid: Option<Paid>,
    #[codec(11)]
    raw_bytes: Vec<u8>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

const GIFT_KIND: Extension<Line, Option<Kind>> = Extension::new(&Schema::message(
    "emit.gift_kind",
    &[Field::new(
        100,
        "[emit.gift_kind]",
        <Option<Kind> as Codec>::TYPE,
    )],
));

fn line() -> Line {
    Line {
        unit_price: 7,
        line_kind: Kind::Record,
        by_kind: BTreeMap::from([(Kind::Record, Kind::Book), (Kind::Other(7), Kind::Other(8))]),
        parts: vec![Line::default()],
        paid: Some(Paid::ByCard(0)),
        ..Line::default()
    }
}

fn read_back(text: &str, value: &Line) {
    assert_eq!(&json::from_str::<Line>(text).unwrap(), value, "{text}");
}

#[test]
fn without_choices_it_is_canonical() {
    let text = Emit::new().to_string(&line()).unwrap();
    assert_eq!(text, json::to_string(&line()).unwrap());
    assert_eq!(
        text,
        r#"{"unitPrice":"7","lineKind":"Record","byKind":{"Record":"Book","7":8},"parts":[{}],"ByCard":"0"}"#
    );
}

#[test]
fn names_are_those_of_the_schema() {
    let text = Emit::new().original_names(true).to_string(&line()).unwrap();
    assert_eq!(
        text,
        r#"{"unit_price":"7","line_kind":"Record","by_kind":{"Record":"Book","7":8},"parts":[{}],"ByCard":"0"}"#
    );
    read_back(&text, &line());
    let noted = Line {
        note: Some(String::new()),
        ..Line::default()
    };
    let text = Emit::new().original_names(true).to_string(&noted).unwrap();
    assert_eq!(text, r#"{"note":""}"#);
    read_back(&text, &noted);
}

#[test]
fn enums_are_numbers() {
    let text = Emit::new().enums_as_integers(true).to_string(&line());
    let text = text.unwrap();
    assert_eq!(
        text,
        r#"{"unitPrice":"7","lineKind":1,"byKind":{"1":0,"7":8},"parts":[{}],"ByCard":"0"}"#
    );
    read_back(&text, &line());
}

#[test]
fn what_has_no_presence_is_written() {
    let text = Emit::new().defaults(true).to_string(&Line::default());
    let text = text.unwrap();
    assert_eq!(
        text,
        r#"{"unitPrice":"0","inStock":false,"lineKind":"Book","tagList":[],"byKind":{},"parts":[],"weight":0.0,"rawBytes":""}"#
    );
    read_back(&text, &Line::default());
    let pretty = Emit::new()
        .defaults(true)
        .to_string_pretty(&Line::default());
    assert!(pretty.unwrap().starts_with("{\n  \"unitPrice\": \"0\",\n"));
}

#[test]
fn choices_hold_in_extensions_and_options_hold_too() {
    static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
        let mut registry = Registry::new();
        registry.register_extension(&GIFT_KIND).unwrap();
        registry
    });
    let options = Options::new().registry(&REGISTRY);
    let mut line = Line::default();
    GIFT_KIND.set(&mut line, Kind::Record).unwrap();
    let emit = Emit::new().options(&options);
    assert_eq!(
        emit.to_string(&line).unwrap(),
        r#"{"[emit.gift_kind]":"Record"}"#
    );
    assert_eq!(
        emit.enums_as_integers(true).to_string(&line).unwrap(),
        r#"{"[emit.gift_kind]":1}"#
    );
    let mut buffer = b"before".to_vec();
    let shallow = options.limits(everwire::Limits {
        depth: 1,
        ..everwire::Limits::DEFAULT
    });
    let emit = Emit::new().options(&shallow);
    let error = emit.encode_into(&self::line(), &mut buffer).unwrap_err();
    assert!(error.is_limit(), "{error}");
    assert_eq!(buffer, b"before");
}
