//! Rules in our own options and in protovalidate's: what they become, and what is told of mistakes.

use std::collections::BTreeMap;

use super::mistakes::findings;
use super::text;
use crate::engine;
use crate::lower::sample;
use crate::options::Options;
use crate::source::Source;

/// A rule of each kind, on each type; `FIELD`, `MESSAGE` and `ONEOF` stand for the options.
const EVERY: &str = r#"
    import "google/protobuf/any.proto";
    import "google/protobuf/duration.proto";
    import "google/protobuf/field_mask.proto";
    import "google/protobuf/timestamp.proto";
    import "google/protobuf/wrappers.proto";
    enum Color { NONE = 0; RED = 1; }
    message M {
      option MESSAGE.oneof = { fields: ["text", "bytes"], required: true };
      option MESSAGE.oneof = { fields: ["int", "one"] };
      string text = 1 [FIELD.string = { len: 3, min_bytes: 1, pattern: "^a", not_contains: "b", example: ["abc"] }];
      bytes bytes = 2 [FIELD.bytes = { prefix: "a", max_len: 9, in: ["abc"] }, FIELD.ignore = IGNORE_ALWAYS];
      int32 int = 3 [FIELD.int32 = { gt: 10, lte: -10, not_in: [99] }];
      sfixed64 fixed = 4 [FIELD.sfixed64.const = -7];
      float float = 5 [FIELD.float = { finite: true, in: [0.5, 1] }];
      bool bool = 6 [FIELD.bool.const = true];
      Color color = 7 [FIELD.enum = { defined_only: true, not_in: [0] }];
      repeated string list = 8 [FIELD.repeated = { min_items: 1, unique: true, items: { ignore: IGNORE_IF_ZERO_VALUE, string: { ulid: true } } }];
      map<uint32, string> map = 9 [FIELD.map = { max_pairs: 3, keys: { uint32: { gte: 1 } }, values: { required: true, string: { tuuid: true } } }];
      google.protobuf.Any any = 10 [FIELD.any = { in: ["type.googleapis.com/a.B"] }, FIELD.required = true];
      google.protobuf.Duration span = 11 [FIELD.duration = { gt: { seconds: 1 }, example: [{ nanos: 5 }] }];
      google.protobuf.FieldMask mask = 12 [FIELD.field_mask = { const: { paths: ["a", "b.c"] } }];
      google.protobuf.Timestamp time = 13 [FIELD.timestamp = { lt_now: true, within: { seconds: 60 } }];
      google.protobuf.StringValue held = 14 [FIELD.string.email = true];
      repeated google.protobuf.Int64Value numbers = 15 [FIELD.repeated.items.int64.lt = 5];
      string header = 16 [FIELD.string = { well_known_regex: KNOWN_REGEX_HTTP_HEADER_NAME, strict: false }];
      string value = 17 [FIELD.string.well_known_regex = KNOWN_REGEX_HTTP_HEADER_VALUE];
      string none = 18 [FIELD.string = { well_known_regex: KNOWN_REGEX_UNSPECIFIED }];
      M inner = 19 [FIELD.required = true, FIELD.ignore = IGNORE_UNSPECIFIED];
      oneof choice {
        option ONEOF.required = true;
        int32 one = 20 [FIELD.required = true];
        string two = 21 [FIELD.string.ip_with_prefixlen = true];
      }
      string address = 22 [FIELD.string.address = true];
      string prefix = 23 [FIELD.string.ipv6_prefix = true];
      string name = 24 [FIELD.string.protobuf_dot_fqn = true];
      string any_text = 25 [FIELD.string.email = false];
    }"#;

fn own(schema: &str) -> Source {
    let schema = schema.replace("FIELD", "(everwire.field).validate");
    let schema = schema.replace("MESSAGE", "(everwire.message).validate");
    let schema = schema.replace("ONEOF", "(everwire.oneof)");
    sample::source(&format!("import \"everwire/options.proto\"; {schema}"))
}

fn protovalidates(schema: &str) -> Source {
    let schema = schema.replace("FIELD", "(buf.validate.field)");
    let schema = schema.replace("MESSAGE", "(buf.validate.message)");
    let schema = schema.replace("ONEOF", "(buf.validate.oneof)");
    sample::source(&format!("import \"buf/validate/validate.proto\"; {schema}"))
}

#[test]
fn both_spellings_become_the_same() {
    let made = text(own(EVERY), Options::default());
    assert_eq!(text(protovalidates(EVERY), Options::default()), made);
    let flat: String = made.split_whitespace().collect();
    let flat = flat
        .replace(",}", "}")
        .replace(",]", "]")
        .replace(",)", ")");
    for rule in [
        r#"Rule::Len(3)"#,
        r#"Rule::Example(&[everwire::Literal::Str("abc")])"#,
        r#"Rule::IgnoreAlways"#,
        r#"Rule::Items(&[everwire::Rule::Ulid,everwire::Rule::IgnoreIfZero"#,
        r#"Rule::Values(&[everwire::Rule::Tuuid,everwire::Rule::Required"#,
        r#"Rule::In(&[everwire::Literal::Str("type.googleapis.com/a.B")"#,
        r#"Rule::Const(everwire::Literal::Paths(&["a","b.c"]))"#,
        r#"Rule::HttpHeaderName{strict:false}"#,
        r#"Rule::HttpHeaderValue{strict:true}"#,
        r#"MessageRule::Oneof{fields:&["text","bytes"],required:true"#,
        r#"c.message_oneof(&["int","one"]"#,
        r#"everwire::is_variant(&self.choice,20)"#,
        r#"everwire::require_variant("one","#,
        r#"c.oneof("choice","#,
    ] {
        assert!(flat.contains(rule), "`{rule}` is missing in\n{made}");
    }
    // Members of a message's oneof are asked only while they are set, unless they say what is ignored.
    assert!(flat.contains("Rule::NotContains(everwire::Literal::Str(\"b\")),everwire::Rule::Example(&[everwire::Literal::Str(\"abc\")]),everwire::Rule::IgnoreIfZero"), "{made}");
    assert!(
        !flat.contains("IgnoreAlways,everwire::Rule::IgnoreIfZero"),
        "{made}"
    );
}

#[test]
fn what_does_not_go_together_is_told() {
    let source = sample::source(
        "import \"everwire/options.proto\"; import \"buf/validate/validate.proto\";
         message M {
           option (everwire.message).validate.oneof = { fields: [\"a\"] };
           option (buf.validate.message).oneof = { fields: [\"a\"] };
           int32 a = 1 [(everwire.field).validate.int32.gt = 1, (buf.validate.field).int32.lt = 1];
           oneof o {
             option (everwire.oneof).required = true;
             option (buf.validate.oneof).required = false;
             int32 b = 2 [(buf.validate.field).string.min_len = 1];
           }
           M c = 3 [(buf.validate.field).any = {}];
         }",
    );
    assert_eq!(
        findings(source),
        [
            "rules-twice: `M` has rules of `everwire/options.proto` and of `buf/validate/validate.proto`\nhelp: keep one of them: they say the same by the same names",
            "rules-twice: `a` has rules of `everwire/options.proto` and of `buf/validate/validate.proto`\nhelp: keep one of them: they say the same by the same names",
            "rules-twice: `o` has rules of `everwire/options.proto` and of `buf/validate/validate.proto`\nhelp: keep one of them: they say the same by the same names",
            "rules-type: rules for `string` do not fit `b`, which is `int32`\nhelp: write `int32`, which has the rules of this type",
            "rules-type: rules for `any` do not fit `c`, which is a `M`\nhelp: remove the rules; of a message, only `required` can be asked",
        ]
    );
}

/// Rules in CEL, of each kind.
const CEL: &str = "
    import \"buf/validate/validate.proto\";
    import \"google/protobuf/descriptor.proto\";
    extend buf.validate.Int32Rules {
      optional bool even = 1100 [(buf.validate.predefined).cel = { id: \"even\", expression: \"this % 2 == 0\" }];
    }
    message M {
      option (buf.validate.message).cel = { id: \"m\", expression: \"this.a > 0\" };
      optional int32 a = 1 [(buf.validate.field).int32 = { gt: 0, [even]: true }];
      repeated string b = 2 [(buf.validate.field).repeated.items = { cel: { expression: \"true\" } }, (buf.validate.field).repeated.min_items = 1];
      string c = 3 [(buf.validate.field).cel_expression = \"this != ''\"];
    }";

#[test]
fn cel_is_refused_or_skipped() {
    let source = || sample::proto2(&CEL.replace("string c", "optional string c"));
    let help = "write a function, and name it as a `hook`; or skip such rules with `--skip-cel` (`Build::skip_cel`)";
    assert_eq!(
        findings(source()),
        [
            format!(
                "cel-rule: the rule `m` of `M` is written in CEL, which is not compiled\nhelp: {help}"
            ),
            format!(
                "cel-rule: the rule `(even)` of `a` is predefined in CEL, which is not compiled\nhelp: {help}"
            ),
            format!(
                "cel-rule: a rule of `b` is written in CEL, which is not compiled\nhelp: {help}"
            ),
            format!(
                "cel-rule: a rule of `c` is written in CEL, which is not compiled\nhelp: {help}"
            ),
        ]
    );
    let options = Options {
        skip_cel: true,
        ..Options::default()
    };
    let plan = engine::generate(source(), &options, &BTreeMap::new()).unwrap();
    let warned = plan.warnings.findings.iter();
    let warned: Vec<_> = warned
        .map(|found| (found.labels[0].line, found.message.as_str()))
        .collect();
    assert_eq!(
        warned,
        [
            (
                8,
                "the rule `m` of `M` is written in CEL, and is not checked"
            ),
            (
                9,
                "the rule `(even)` of `a` is predefined in CEL, and is not checked"
            ),
            (10, "a rule of `b` is written in CEL, and is not checked"),
            (11, "a rule of `c` is written in CEL, and is not checked"),
        ]
    );
    let made = text(source(), options);
    let flat: String = made.split_whitespace().collect();
    assert!(
        flat.contains("Rule::Gt(everwire::Literal::Int(0))"),
        "{made}"
    );
    assert!(flat.contains("Rule::MinItems(1)"), "{made}");
    assert!(!flat.contains("Rule::Items("), "{made}");
}

#[test]
fn rules_of_extensions_are_told_to_check_nothing() {
    let source = sample::proto2(
        "import \"buf/validate/validate.proto\"; message M { extensions 1 to 9; }
         extend M { optional int32 x = 1 [(buf.validate.field).int32.gt = 1]; }",
    );
    let plan = engine::generate(source, &Options::default(), &BTreeMap::new()).unwrap();
    let warned = plan.warnings.findings.iter();
    let warned: Vec<_> = warned.map(|found| found.message.as_str()).collect();
    assert_eq!(warned, ["the rules of the extension `x` are not checked"]);
}
