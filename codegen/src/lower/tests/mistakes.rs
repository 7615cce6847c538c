//! Mistakes of our own options and of the caller's, as they are told.

use std::collections::BTreeMap;

use crate::engine;
use crate::lower::sample;
use crate::options::Options;
use crate::pattern::Pattern;
use crate::render::Failure;
use crate::source::Source;

pub(super) fn findings(source: Source) -> Vec<String> {
    match engine::generate(source, &Options::default(), &BTreeMap::new()) {
        Err(Failure::Findings(report)) => {
            let shown = report.findings.into_iter().map(|one| {
                format!(
                    "{}: {}\nhelp: {}",
                    one.rule,
                    one.message,
                    one.help.unwrap_or_default()
                )
            });
            shown.collect()
        }
        Err(failure) => vec![failure.to_string()],
        Ok(_) => Vec::new(),
    }
}

#[test]
fn mistakes_in_options_are_findings() {
    assert_eq!(
        findings(sample::source(
            "import \"everwire/options.proto\";
             message M {
               option (everwire.message).reserved = { number: 9, type: \"strin\" };
               int32 x = 1 [(everwire.field).validate.string.min_len = 1];
               int32 y = 2 [(everwire.field).default = \"one\"];
             }"
        )),
        [
            "reserved-type: there is no type `strin`\nhelp: write the type as a field would declare it, with the full name of a message or an enum",
            "rules-type: rules for `string` do not fit `x`, which is `int32`\nhelp: write `validate.int32`, which has the rules of this type",
            "default-text: the default `one` of `M.y` is not a decimal integer of 32 bits\nhelp: write a decimal integer of 32 bits",
        ]
    );
}

#[test]
fn defaults_that_are_bytes_are_values_of_their_fields() {
    assert_eq!(
        findings(sample::source(
            "import \"everwire/options.proto\";
             message M {
               L a = 1 [(everwire.rust) = \"L\", (everwire.field) = { default: \"1\", default_msgpack: \"\\221\\001\" }];
               L b = 2 [(everwire.field).default_msgpack = \"\\221\\001\"];
               repeated L c = 3 [(everwire.field).default_msgpack = \"\\220\"];
             }
             message L { int32 x = 1; }"
        )),
        [
            "default-text: `M.a` has a default twice\nhelp: remove `default` or `default_msgpack`",
            "default-text: `M.b` is an `Option`, which is `None` where it is absent\nhelp: remove `default_msgpack`, or say with `(everwire.rust)` that the type is no `Option`",
            "repeated-presence: `c` has a `default`, but a list has no presence in protobuf\nhelp: leave out the default",
        ]
    );
    let schema = |bytes: &str| {
        findings(sample::source(&format!(
            "import \"everwire/options.proto\";
             message M {{ L a = 1 [(everwire.rust) = \"L\", (everwire.field).default_msgpack = \"{bytes}\"]; }}
             message L {{ int32 x = 1; }}"
        )))
    };
    assert_eq!(
        schema("\\221\\241x"),
        [
            "default-text: `M`: the default of `a` does not fit: it cannot be read, or holds the message itself\nhelp: give the bytes that `codegen export` writes, or remove the default"
        ]
    );
    assert_eq!(schema("\\221\\377"), [""; 0]);
}

#[test]
fn mistakes_that_would_pass_in_silence_are_findings() {
    assert_eq!(
        findings(sample::source(
            "import \"everwire/options.proto\";
             message M {
               reserved 8 to 10;
               option (everwire.message).reserved = { number: 9, name: \"gone\" };
               option (everwire.message).hook = \"crate::fine\";
               option (everwire.message).hook = \"not a path!\";
               oneof one { int32 x = 1 [(everwire.field).default = \"x\"]; }
               int32 y = 2 [(everwire.field).hook = \"crate::\"];
             }"
        )),
        [
            "reserved-twice: the number 9 is reserved twice\nhelp: keep one of them: the option, which can say the slot and the type, or the statement",
            "hook-path: `not a path!` is not the path of a function\nhelp: write a path in Rust, such as `crate::check`",
            "oneof-default: `x` has a default, but is one of the fields of the oneof `one`\nhelp: remove the default: without the field, the oneof is another one or none",
            "hook-path: `crate::` is not the path of a function\nhelp: write a path in Rust, such as `crate::check`",
        ]
    );
}

#[test]
fn former_types_and_upgrades_are_told_where_they_are_wrong() {
    assert_eq!(
        findings(sample::source(
            "import \"everwire/options.proto\";
             message M {
               option (everwire.message).upgrade = \"no path\";
               string x = 1 [(everwire.field).was = { type: \"Nope\", with: \"crate::x\" }];
               string y = 2 [(everwire.field).was = { type: \"sint32\", with: \"crate::x\" }];
               string z = 3 [(everwire.field).was = { type: \"uint32\" }];
             }"
        )),
        [
            "hook-path: `no path` is not the path of a function\nhelp: write a path in Rust, such as `crate::check`",
            "former-type: there is no type `Nope`\nhelp: write the type as a field would declare it, with the full name of a message or an enum",
            "former-type: `sint32` is no type that a field can have had\nhelp: give the field a new number: how an integer was encoded is not told apart",
            "hook-path: the `was` of `z` names no function\nhelp: add `with: \"crate::path\"`, a function from the former type to the field's",
        ]
    );
}

#[test]
fn options_that_mean_nothing_are_findings() {
    let source = sample::source(
        "package a; message M { int32 x = 1; map<int32, bytes> m = 2; oneof o { N n = 3; } message N {} } enum E { Z = 0; }
         service S { rpc A(M) returns (M); }",
    );
    let pattern = |text: &str| (Pattern::new(text), "Eq".to_owned());
    let name = |text: &str| (text.to_owned(), "crate::check".to_owned());
    let options = Options {
        hooks: [".a.M", "a.M.x", "a.M.n", "M", "a.E", "a.M.o"]
            .map(name)
            .into(),
        upgrades: ["a.M", "a.M.x", "N"].map(name).into(),
        extern_paths: ["a.M.N", "a.M.Nope", "b"].map(name).into(),
        derives: ["a.*", "a.M.o", "a.M.x", "**"].map(pattern).into(),
        field_attributes: ["a.M.o", "a.Z", "a.E"].map(pattern).into(),
        map_types: ["a.M.m", "a.M.x"].map(pattern).into(),
        bytes_types: ["**.value", "a.M.m", "."].map(pattern).into(),
        unverified: vec![Pattern::new("a.M.x"), Pattern::new("**")],
        boxed: vec![Pattern::new("a.M.n"), Pattern::new("a.M.x")],
        prost: vec![Pattern::new("a.M.*"), Pattern::new("a.E")],
        serde: vec![Pattern::new("a.E"), Pattern::new("a.M.x")],
        tonic_clients: vec![Pattern::new("a.S"), Pattern::new("a.M")],
        tonic_servers: vec![Pattern::new("a.*"), Pattern::new("S")],
        ..Options::default()
    };
    let Err(Failure::Findings(report)) = engine::generate(source, &options, &BTreeMap::new())
    else {
        panic!("the options pass");
    };
    let found: Vec<&str> = (report.findings.iter())
        .map(|one| one.message.split(", ").next().unwrap_or_default())
        .collect();
    assert_eq!(
        found,
        [
            "`M`",
            "`a.E`",
            "`a.M.o`",
            "`a.M.x`",
            "`N`",
            "`a.M.Nope`",
            "`b`",
            "`a.E`",
            "`a.M.x`",
            "`a.M.x`",
            "`a.M.m`",
            "`a.M.x`",
            "`a.M.x`",
            "`a.E`",
            "`a.M.x`",
            "`a.M`",
            "`S`"
        ]
    );
    let first = &report.findings[0];
    assert_eq!(
        (first.message.as_str(), first.help.as_deref()),
        (
            "`M`, given for `hook`, means no message or field that is generated",
            Some("write `a.M`, or remove the option")
        )
    );
}

#[test]
fn advice_is_spelt_as_in_a_schema() {
    let found = findings(sample::source(
        "import \"everwire/options.proto\";
         message M {
           option (everwire.message).reserved = {};
           option (everwire.message).reserved = { slot: 70 };
           repeated int32 a = 1 [(everwire.field).default = \"1\"];
           repeated int32 b = 2 [(everwire.field).required = true];
           map<int32, int32> c = 3 [(everwire.field).required = true];
           int32 d = 4 [(everwire.field) = { slot: 0, alias: \"\" }];
           int32 e = 5 [(everwire.field).slot = 70];
         }",
    ));
    let help: Vec<&str> = (found.iter())
        .map(|found| found.split("help: ").nth(1).unwrap_or_default())
        .collect();
    assert_eq!(
        help,
        [
            "list what was removed: `{ number: 3, name: \"old_name\" }`",
            "write one `{ number: NUMBER, name: \"name\", slot: … }` for each removed field",
            "leave out the default",
            "write `validate.repeated.min_items = 1` to have an empty one refused by validation",
            "write `validate.map.min_pairs = 1` to have an empty one refused by validation",
            "write a name, or remove the option",
            "move one of them; `(everwire.field).slot = 71` is free",
            "write `(everwire.field).slot` with one that was never used",
        ]
    );
}
