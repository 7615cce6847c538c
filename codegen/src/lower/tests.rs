//! What schemas become: each case is a schema and lines of the Rust that is made of it.

mod mistakes;
mod protovalidate;
mod rules;
mod rust;

use std::collections::BTreeMap;

use super::sample;
use crate::engine;
use crate::options::{Dialect, Layout, Options};
use crate::pattern::Pattern;
use crate::source::Source;

fn text(source: Source, options: Options) -> String {
    let options = Options {
        layout: Layout::File("all.rs".into()),
        ..options
    };
    let plan = engine::generate(source, &options, &BTreeMap::new()).unwrap();
    plan.files["all.rs"].clone()
}

/// Checks that each of `expected` is a line of the output, indentation apart, in that order.
fn check_with(source: Source, options: Options, expected: &[&str]) {
    let text = text(source, options);
    let mut lines = text.lines().map(str::trim);
    for line in expected {
        assert!(
            lines.any(|found| found == *line),
            "`{line}` is missing in\n{text}"
        );
    }
}

fn check(proto3: &str, expected: &[&str]) {
    check_with(sample::source(proto3), Options::default(), expected);
}

fn check_proto2(text: &str, expected: &[&str]) {
    check_with(sample::proto2(text), Options::default(), expected);
}

#[test]
fn scalars_have_their_types() {
    check(
        "message M { double a = 1; float b = 2; int32 c = 3; sint64 d = 4; fixed32 e = 5; sfixed64 f = 6; bool g = 7;
         string h = 8; bytes i = 9; uint64 j = 10; }",
        &[
            "pub a: f64,", "pub b: f32,", "pub c: i32,", "pub d: i64,", "pub e: u32,", "pub f: i64,", "pub g: bool,",
            "pub h: String,", "pub i: Vec<u8>,", "pub j: u64,", "pub unknown: ::everwire::UnknownFields,",
            ".with_encoding(everwire::Encoding::Zigzag),", ".with_encoding(everwire::Encoding::Fixed),",
        ],
    );
}

#[test]
fn presence_is_an_option() {
    check(
        "message M { optional int32 a = 1; M b = 2; repeated M c = 3; map<int32, M> d = 4; N e = 5; } message N {}",
        &[
            "pub a: Option<i32>,",
            "pub b: Option<Box<M>>,",
            "pub c: Vec<M>,",
            "pub d: BTreeMap<i32, M>,",
            "pub e: Option<N>,",
        ],
    );
    check_proto2(
        "message M { optional int32 a = 1; required int32 b = 2; required N c = 3; repeated int32 d = 4; } message N {}",
        &[
            "pub a: Option<i32>,",
            "pub b: i32,",
            "pub c: N,",
            "pub d: Vec<i32>,",
        ],
    );
}

#[test]
fn oneofs_are_enums_beside_the_message() {
    check(
        "package a; message Order { oneof event { Placed placed = 10; string why = 11; Order old = 12; } } message Placed {}",
        &[
            "pub event: Option<order::Event>,",
            "/// What [`Order`] declares.",
            "pub mod order {",
            "pub enum Event {",
            "Placed(super::Placed),",
            "Why(String),",
            "Old(Box<super::Order>),",
        ],
    );
}

#[test]
fn enums_are_open_in_proto3_and_closed_in_proto2() {
    check(
        "enum Status { STATUS_DRAFT = 0; }",
        &[
            "pub enum Status {",
            "#[default]",
            "Draft,",
            "Other(i32),",
            "}",
        ],
    );
    let closed = text(
        sample::proto2("enum Status { STATUS_DRAFT = 3; }"),
        Options::default(),
    );
    assert!(!closed.contains("Other"), "{closed}");
}

#[test]
fn features_of_editions_decide_the_types() {
    check_with(
        sample::edition(
            "message M {
               int32 a = 1; int32 b = 2 [features.field_presence = IMPLICIT]; int32 c = 3 [features.field_presence = LEGACY_REQUIRED];
               repeated int32 d = 4; repeated int32 e = 5 [features.repeated_field_encoding = EXPANDED];
               N f = 6 [features.message_encoding = DELIMITED]; repeated N g = 7; Closed h = 8; int32 i = 9 [default = 7];
             }
             message N {} enum Open { OPEN_A = 0; } enum Closed { option features.enum_type = CLOSED; CLOSED_B = 4; }",
        ),
        Options::default(),
        &[
            "pub a: Option<i32>,",
            "pub b: i32,",
            "pub c: i32,",
            "pub d: Vec<i32>,",
            "pub f: Option<N>,",
            "pub g: Vec<N>,",
            "pub h: Option<Closed>,",
            "everwire::Field::new(3, \"c\", <i32 as everwire::Codec>::TYPE).required(),",
            "everwire::Field::new(4, \"d\", <Vec<i32> as everwire::Codec>::TYPE),",
            ".unpacked(),",
            ".with_encoding(everwire::Encoding::Group),",
            "self.i.unwrap_or(7)",
            "pub enum Open {",
            "Other(i32),",
            "pub enum Closed {",
        ],
    );
}

#[test]
fn defaults_are_read_where_the_field_is_absent() {
    check_proto2(
        "message M { optional int32 a = 1 [default = -5]; optional string b = 2 [default = \"x\"]; optional E c = 3 [default = B]; }
         enum E { A = 0; B = 1; }",
        &[
            "pub a: Option<i32>,",
            "pub fn a_or_default(&self) -> i32 {",
            "self.a.unwrap_or(-5)",
            "pub fn b_or_default(&self) -> &str {",
            "self.b.as_deref().unwrap_or(\"x\")",
            "self.c.unwrap_or(E::B)",
        ],
    );
    check(
        "import \"everwire/options.proto\";
         message M {
           optional string a = 1 [(everwire.field).default = \"x\"];
           optional bytes b = 2 [(everwire.field).default = \"\\\\x01y\"];
           optional int32 self = 3 [(everwire.field).default = \"4\"];
         }",
        &[
            "self.a.as_deref().unwrap_or(\"x\")",
            "self.b.as_deref().unwrap_or(b\"\\x01y\")",
            "pub fn self_or_default(&self) -> i32 {",
            "self.self_.unwrap_or(4)",
        ],
    );
    check(
        "import \"everwire/options.proto\"; message M { uint32 a = 1 [(everwire.field).default = \"7\"]; string b = 2; }",
        &[
            "#[derive(Clone, Debug, PartialEq)]",
            "pub a: u32,",
            "impl ::core::default::Default for M {",
            "a: 7,",
        ],
    );
}

#[test]
fn names_are_made_legal_and_distinct() {
    check(
        "message M { int32 type = 1; int32 self = 2; int32 unknown = 5; }",
        &[
            "pub r#type: i32,",
            "pub self_: i32,",
            "pub unknown: i32,",
            "pub unknown_fields: ::everwire::UnknownFields,",
            "everwire::Field::new(2, \"self\", <i32 as everwire::Codec>::TYPE),",
        ],
    );
    check(
        "message Option { optional int32 a = 1; } message String { string b = 1; }",
        &[
            "pub a: ::core::option::Option<i32>,",
            "pub b: ::everwire::private::String,",
        ],
    );
}

#[test]
fn files_are_called_as_their_modules_are() {
    let source = sample::source(
        "package self.mod.type; message Self { Self super = 1; enum Crate { self = 0; } }",
    );
    let files = engine::generate(source, &Options::default(), &BTreeMap::new())
        .unwrap()
        .files;
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        ["mod.rs", "self_.rs", "self_/mod2.rs", "self_/mod2/type.rs"]
    );
    for (file, line) in [
        ("mod.rs", "pub mod self_;"),
        ("self_.rs", "pub mod mod2;"),
        ("self_/mod2.rs", "pub mod r#type;"),
        ("self_/mod2/type.rs", "pub mod self_ {"),
    ] {
        assert!(files[file].lines().any(|found| found == line), "{file}");
    }
    let text = &files["self_/mod2/type.rs"];
    assert!(text.contains("\"self.mod.type.Self\""), "{text}");
    assert!(text.contains("(0, Some(\"self\"))"), "{text}");
}

#[test]
fn members_that_rust_cannot_tell_apart_get_numbers() {
    check_proto2(
        "message M { optional int32 foo_bar = 1; oneof FooBar { int32 x = 3; } }",
        &[
            "pub foo_bar: Option<i32>,",
            "pub foo_bar2: Option<m::FooBar>,",
        ],
    );
}

#[test]
fn our_options_reach_the_schema() {
    check(
        "package a; import \"everwire/options.proto\";
         message M {
           option (everwire.message) = { version: 3, json: NATIVE, alias: \"a.Old\", hook: \"crate::check\" };
           option (everwire.message).reserved = { number: 9, name: \"gone\", slot: 2, type: \"repeated string\" };
           int32 x = 1 [(everwire.field) = { slot: 5, alias: \"y\", since: 2, validate: { int32: { gt: 0 } } }];
           int32 z = 2 [(everwire.field).required = true];
         }",
        &[
            "everwire::Field::new(2, \"z\", <i32 as everwire::Codec>::TYPE).required(),",
            ".with_slot(5)",
            ".with_aliases(&[\"y\"])",
            ".with_since(2)",
            ".with_rules(&[everwire::Rule::Gt(everwire::Literal::Int(0))]),",
            ".with_version(3)",
            ".with_aliases(&[\"a.Old\"])",
        ],
    );
}

#[test]
fn former_types_and_upgrades_reach_the_code() {
    check(
        "package a; import \"everwire/options.proto\";
         message M {
           option (everwire.message).upgrade = \"crate::upgrade\";
           option (everwire.message).reserved = { number: 9, name: \"gone\", slot: 2 };
           string x = 1 [
             (everwire.field).was = { type: \"uint32\", with: \"crate::text\" },
             (everwire.field).was = { type: \"repeated a.N\", with: \"crate::join\" }
           ];
         }
         message N {}",
        &[
            ".with_was(",
            "<u32 as everwire::Codec>::TYPE,",
            "<Vec<N> as everwire::Codec>::TYPE,",
            "everwire::Reserved::slot(2, None).of(9),",
            "everwire::Reserved::name(\"gone\").of(9),",
            "everwire::upgrade(r, self, &missed, crate::upgrade)",
        ],
    );
}

#[test]
fn callers_options_apply_by_pattern() {
    let options = Options {
        derives: vec![(Pattern::new("a.M"), "Eq, Hash".into())],
        type_attributes: vec![(Pattern::new("a.*"), "#[cfg(all())]".into())],
        field_attributes: vec![(Pattern::new("a.M.x"), "#[doc(alias = \"ex\")]".into())],
        map_types: vec![(Pattern::new("**.m"), "HashMap".into())],
        boxed: vec![Pattern::new("a.M.n")],
        prost: vec![Pattern::new("a.N")],
        serde: vec![Pattern::new("a.*")],
        json: Some(Dialect::Native),
        unknown_fields: false,
        ..Options::default()
    };
    let source = sample::source(
        "package a; message M { int32 x = 1; map<int32, int32> m = 2; N n = 3; } message N {}",
    );
    check_with(
        source,
        options,
        &[
            "#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]",
            "#[cfg(all())]",
            "#[doc(alias = \"ex\")]",
            "pub x: i32,",
            "pub m: ::std::collections::HashMap<i32, i32>,",
            "pub n: Option<Box<N>>,",
            "impl everwire::Serialize for M {",
            "impl<'de> everwire::Deserialize<'de> for N {",
            "everwire::deserialize(d)",
            "impl everwire::prost::Message for N {",
            "everwire::prost::encode(self, buf)",
            "impl everwire::prost::Name for N {",
            "const PACKAGE: &'static str = \"a\";",
        ],
    );
}

#[test]
fn an_enum_s_default_is_its_first_value() {
    let of = |source| {
        let text = text(source, Options::default());
        let (_, after) = text.split_once("#[default]\n").unwrap();
        after.lines().next().unwrap().trim().to_owned()
    };
    let negative = "enum E { FOO = 0; NEG = -1; }";
    assert_eq!(of(sample::source(negative)), "Foo,");
    let aliased = "enum E { option allow_alias = true; B = 2; A = 1; B_TOO = 2; }";
    assert_eq!(of(sample::proto2(aliased)), "B,");
}

#[test]
fn well_known_types_are_those_of_the_runtime() {
    let used = "import \"google/protobuf/timestamp.proto\"; import \"google/protobuf/struct.proto\"; import \"google/protobuf/api.proto\";
        message M { google.protobuf.Timestamp at = 1; map<string, google.protobuf.NullValue> n = 2; google.protobuf.Method m = 3; }";
    let fields = |options: Options| {
        let text = text(sample::source(used), options);
        assert!(!text.contains("pub struct Timestamp {"), "{text}");
        assert!(!text.contains("pub struct Struct {"), "{text}");
        assert!(text.contains("pub struct Method {"), "{text}");
        let fields = text.lines().skip_while(|line| *line != "pub struct M {");
        let fields = fields
            .map(str::trim)
            .filter(|line| line.starts_with("pub "));
        fields.skip(1).take(3).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(
        fields(Options::default()),
        "pub at: Option<::everwire::wkt::Timestamp>,\n\
         pub n: BTreeMap<String, ::everwire::wkt::NullValue>,\n\
         pub m: Option<google::protobuf::Method>,"
    );
    assert_eq!(
        fields(Options {
            crate_path: "crate::wire".into(),
            extern_paths: vec![(
                "google.protobuf.Timestamp".into(),
                "::times::Timestamp".into()
            )],
            ..Options::default()
        }),
        "pub at: Option<::times::Timestamp>,\n\
         pub n: BTreeMap<String, crate::wire::wkt::NullValue>,\n\
         pub m: Option<google::protobuf::Method>,"
    );
}

#[test]
fn a_registry_takes_all_messages_and_extensions() {
    let options = || Options {
        registry: true,
        ..Options::default()
    };
    let source = sample::proto2(
        "package a.type; import \"google/protobuf/empty.proto\";
         message M { extensions 5 to 9; message N { extend M { optional int32 deep = 6; } message O {} } enum E { A = 0; } oneof o { N n = 1; } }
         extend M { optional google.protobuf.Empty flat = 5; } enum F { B = 0; }",
    );
    let whole = text(source, options());
    let (_, function) = whole.split_once("pub fn register(").unwrap();
    assert_eq!(
        function,
        "
    registry: &mut ::everwire::Registry,
) -> ::core::result::Result<(), ::everwire::Error> {
    registry.register::<a::r#type::M>()?;
    registry.register::<a::r#type::m::N>()?;
    registry.register::<a::r#type::m::n::O>()?;
    registry.register_extension(&a::r#type::m::n::DEEP)?;
    registry.register_extension(&a::r#type::FLAT)?;
    ::core::result::Result::Ok(())
}
"
    );
    let empty = text(sample::source("enum E { A = 0; }"), options());
    assert!(
        empty.contains("pub fn register(\n    _registry: &mut ::everwire::Registry,"),
        "{empty}"
    );
}

#[test]
fn output_is_the_same_from_run_to_run() {
    let run = || {
        text(
            sample::source(
                "package a.b; message M { map<string, M> m = 1; oneof o { int32 x = 2; } }",
            ),
            Options::default(),
        )
    };
    assert_eq!(run(), run());
}
