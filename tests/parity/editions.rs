//! An edition with proto2's features is proto2: `edition.proto` and `legacy.proto` declare one message.

use everwire::{Codec, Wire};

use super::compiled::test::{edition, v2};
use super::schema;

macro_rules! legacy {
    ($module:ident) => {
        $module::Legacy {
            id: -1,
            name: Some("é".to_owned()),
            level: None,
            unpacked: vec![1, 300],
            packed: vec![1, 300],
            single: Some($module::legacy::Single {
                text: Some(String::new()),
                ..Default::default()
            }),
            several: vec![$module::legacy::Several {
                key: 5,
                words: vec!["a".to_owned(), "b".to_owned()],
                ..Default::default()
            }],
            token: vec![0],
            ..Default::default()
        }
    };
}

#[test]
fn an_edition_has_the_schema_of_its_features() {
    let of_edition = schema::describe(edition::Legacy::SCHEMA);
    let of_proto2 = schema::describe(v2::Legacy::SCHEMA);
    let renamed: Vec<String> = of_edition
        .iter()
        .map(|line| line.replace("test.edition.", "test.v2."))
        .collect();
    assert_eq!(renamed, of_proto2);
}

#[test]
fn an_edition_has_the_bytes_of_its_features() {
    for wire in Wire::ALL {
        let bytes = wire.encode(&legacy!(v2)).unwrap();
        assert_eq!(wire.encode(&legacy!(edition)).unwrap(), bytes, "{wire}");
        let read: edition::Legacy = wire.decode(&bytes).unwrap();
        assert_eq!(read, legacy!(edition), "{wire}");
    }
    let bytes = Wire::Protobuf.encode(&legacy!(edition)).unwrap();
    // The groups, and the lists that are and are not packed.
    for part in [
        &b"\x33\x0a\x00\x34"[..],
        b"\x3b\x08\x05\x12\x01a\x12\x01b\x3c",
        b"\x20\x01\x20\xac\x02",
        b"\x2a\x03\x01\xac\x02",
    ] {
        assert!(
            bytes.windows(part.len()).any(|window| window == part),
            "{bytes:02x?}"
        );
    }
    assert_eq!(edition::Legacy::default().name_or_default(), "none");
}

#[test]
fn required_fields_of_an_edition_are_required() {
    let error = Wire::Protobuf
        .decode::<edition::Legacy>(b"\x08\x01")
        .unwrap_err();
    assert!(error.to_string().contains("token"), "{error}");
}
