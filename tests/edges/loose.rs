//! Text of which a schema says that nobody verifies it: kept in protobuf and MessagePack, refused by JSON.

use everwire::{Codec, Text, Type, Wire, inspect};
use everwire_tests::{hex, unhex};

use super::compiled::test::loose::{Loose, NOTE, loose::Choice};
use super::{json, text};

/// Each field with bytes that are not UTF-8, in protobuf.
const LOOSE: [&str; 8] = [
    "0a 02 61 ff",
    "12 01 80",
    "1a 01 c0",
    "22 00 22 01 ff 22 01 61",
    "2a 06 0a 01 ff 12 01 fe",
    "3a 01 ff",
    "a2 06 01 ff",
    "0a 03 ed a0 80",
];

#[test]
fn protobuf_keeps_it_byte_for_byte() {
    for digits in LOOSE {
        let value: Loose = Wire::Protobuf.decode(&unhex(digits)).unwrap();
        let again = Wire::Protobuf.encode(&value).unwrap();
        assert_eq!(hex(&again), digits.replace(' ', ""));
        let shown = inspect(Wire::Protobuf, Loose::SCHEMA, &unhex(digits)).unwrap();
        assert!(shown.contains('\\') || digits.starts_with("a2"), "{shown}");
    }
    for digits in ["4a 01 ff", "32 03 12 01 ff"] {
        let error = Wire::Protobuf.decode::<Loose>(&unhex(digits)).unwrap_err();
        assert!(
            error.to_string().contains("the text is not UTF-8"),
            "{digits}: {error}"
        );
    }
}

#[test]
fn messagepack_keeps_it_as_a_bin() {
    let value = Loose {
        text: Some(Text::from(vec![b'a', 0xff])),
        plain: "größe".into(),
        labels: [(Text::from(vec![0xfe]), "x".into())].into(),
        ..Loose::default()
    };
    let bytes = Wire::MsgPack.encode(&value).unwrap();
    assert_eq!(
        hex(&bytes),
        "99c40261ffa76772c3b6c39f65c09081c401fea17880c0c0c0"
    );
    assert_eq!(Wire::MsgPack.decode::<Loose>(&bytes).unwrap(), value);
    let named: Loose = Wire::MsgPack.decode(b"\x91\xa2a\xff").unwrap();
    assert_eq!(named.text.unwrap(), Text::new(vec![b'a', 0xff]));
    assert!(
        Wire::MsgPack
            .decode::<Loose>(b"\x91\x91\x07")
            .unwrap_err()
            .is_type_mismatch()
    );
}

#[test]
fn json_has_it_as_a_string_or_not_at_all() {
    let value: Loose = json(
        r#"{"text":"a","plain":"\u00e4","name":"","words":["b"],"labels":{"k":"v"},"either":"e","strict":"s","numbered":{"1":"n"}}"#,
    )
    .unwrap();
    assert_eq!(value.text.as_ref().unwrap(), &"a");
    assert_eq!(value.choice, Some(Choice::Either("e".into())));
    assert_eq!(
        text(&value).unwrap(),
        r#"{"text":"a","plain":"ä","name":"","words":["b"],"labels":{"k":"v"},"numbered":{"1":"n"},"either":"e","strict":"s"}"#
    );
    for digits in &LOOSE[..6] {
        let value: Loose = Wire::Protobuf.decode(&unhex(digits)).unwrap();
        let mut buffer = b"before".to_vec();
        let error = Wire::Json.encode_into(&value, &mut buffer).unwrap_err();
        assert!(
            error
                .to_string()
                .contains("the text is not UTF-8, which JSON must be: help: clear the field"),
            "{error}"
        );
        assert_eq!(buffer, b"before");
    }
    for given in [
        &b"{\"text\":\"\xff\"}"[..],
        b"{\"text\":\"\\ud800\"}",
        b"{\"text\":1}",
        b"{\"text\":[97]}",
    ] {
        assert!(Wire::Json.decode::<Loose>(given).is_err());
    }
}

#[test]
fn the_schema_is_that_of_a_string() {
    let fields = Loose::SCHEMA.fields();
    assert_eq!(fields[1].ty().to_string(), "string");
    assert!(matches!(Text::TYPE, Type::String));
    let mut value = Loose::default();
    assert_eq!(value.name_or_default(), "größe".as_bytes());
    value.name = Some(Text::new(vec![0xff]));
    assert_eq!(value.name_or_default(), [0xff]);
    NOTE.set(&mut value, Text::new(vec![0xfe])).unwrap();
    assert_eq!(NOTE.get(&value).unwrap().unwrap(), Text::new(vec![0xfe]));
    assert_eq!(
        format!("{:?} {:?}", Text::from("ä"), Text::new(vec![b'a', 0xff])),
        r#""ä" b"a\xff""#
    );
    assert_eq!(
        Text::new(vec![0xff])
            .into_string()
            .unwrap_err()
            .into_bytes(),
        [0xff]
    );
}
