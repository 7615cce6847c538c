//! Rules as attributes and as protovalidate's options: the same schema, and the same answers.

use everwire::validate::MessageRule;
use everwire::wkt::{Any, FieldMask, StringValue};
use everwire::{Codec, UnknownFields};

use crate::compiled::test::ruled as from_proto;
use crate::schema;

#[derive(Clone, Codec, Debug, Default, PartialEq)]
#[codec(
    name = "test.ruled.Ruled",
    json = "proto",
    rule(oneof(email, phone, required))
)]
struct Ruled {
    #[codec(1, email, example("ann@example.com"))]
    email: String,
    #[codec(2, min_len = 5)]
    phone: String,
    #[codec(3, len = 4, ignore = "if_zero_value")]
    key: Vec<u8>,
    #[codec(4, items(protobuf_fqn, ignore = "if_zero_value"))]
    names: Vec<String>,
    #[codec(5, values(well_known_regex = "http_header_value", strict = false))]
    headers: std::collections::BTreeMap<u32, String>,
    #[codec(6, in("type.googleapis.com/test.ruled.Ruled"))]
    any: Option<Any>,
    #[codec(7, const = ["a", "b"])]
    mask: Option<FieldMask>,
    #[codec(8, lt = "9s")]
    span: Option<everwire::wkt::Duration>,
    #[codec(9, tuuid)]
    held: Option<StringValue>,
    #[codec(oneof(10, 11), rule(required))]
    choice: Option<Choice>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Clone, Codec, Debug, PartialEq)]
#[codec(name = "test.ruled.Ruled.choice", json = "proto")]
enum Choice {
    #[codec(10, rename = "one", rule(required))]
    One(u32),
    #[codec(11, rename = "two", ip_prefix)]
    Two(String),
}

#[test]
fn both_spellings_have_the_same_rules() {
    let expected = schema::describe(from_proto::Ruled::SCHEMA);
    assert_eq!(schema::describe(Ruled::SCHEMA), expected);
    assert_eq!(Ruled::SCHEMA.rules(), from_proto::Ruled::SCHEMA.rules());
    let oneof = MessageRule::Oneof {
        fields: &["email", "phone"],
        required: true,
    };
    let choice = MessageRule::Variant { oneof: "choice" };
    assert_eq!(Ruled::SCHEMA.rules(), [oneof, choice]);
}

/// What both say of a value: a line for each violation.
macro_rules! told {
    ($($name:ident: $value:expr),* $(,)?) => {{
        let derived = Ruled { $($name: $value,)* ..Ruled::default() };
        let bytes = everwire::protobuf::to_vec(&derived).unwrap();
        let lenient = everwire::Options::new().validate(false);
        let compiled: from_proto::Ruled = lenient.decode(everwire::Wire::Protobuf, &bytes).unwrap();
        let of = |told: Result<(), everwire::Violations>| -> Vec<String> {
            let told = told.err().map(|told| told.0).unwrap_or_default();
            told.iter().map(|one| format!("{} {}", one.path, one.rule_id)).collect()
        };
        let answer = of(derived.validate());
        assert_eq!(of(compiled.validate()), answer);
        assert_eq!(everwire::protobuf::from_slice::<Ruled>(&bytes).is_ok(), answer.is_empty());
        assert_eq!(everwire::protobuf::from_slice::<from_proto::Ruled>(&bytes).is_ok(), answer.is_empty());
        answer
    }};
}

#[test]
fn both_spellings_answer_alike() {
    let one = || Some(Choice::One(0));
    let email = || "ann@example.com".to_owned();
    assert_eq!(told!(email: email(), choice: one()), [""; 0]);
    assert_eq!(
        told!(),
        [" message.oneof", "one required", "choice required"]
    );
    assert_eq!(
        told!(email: email(), phone: "1".to_owned(), choice: Some(Choice::Two("10.0.0.0/8".to_owned()))),
        [" message.oneof", "phone string.min_len", "one required"]
    );
    assert_eq!(
        told!(
            email: email(),
            key: vec![1],
            names: vec![String::new(), "1".to_owned()],
            headers: [(1, "a\nb".to_owned())].into(),
            any: Some(Any { type_url: "x/y".to_owned(), ..Any::default() }),
            mask: Some(FieldMask { paths: vec!["c".to_owned()] }),
            span: Some(everwire::wkt::Duration { seconds: 9, ..Default::default() }),
            held: Some(StringValue::from("x")),
            choice: one(),
        ),
        [
            "key bytes.len",
            "names[1] string.protobuf_fqn",
            "headers[1] string.well_known_regex.header_value",
            "any any.in",
            "mask field_mask.const",
            "span duration.lt",
            "held string.tuuid",
        ]
    );
}
