//! UUIDs: their 16 bytes on the binary wires, their text in JSON, as `uuid` itself has it with rmp-serde and serde_json.

use std::collections::BTreeMap;

use everwire::dynamic::{Dynamic, Key, Value};
use everwire::{Codec, Wire};
use serde::{Deserialize, Serialize};
use uuid::{Uuid, uuid};

use super::on;

const ID: Uuid = uuid!("67e55044-10b1-426f-9247-bb680e5fe0c8");

#[derive(Codec, Serialize, Deserialize, Clone, Debug, PartialEq)]
struct Session {
    #[codec(1)]
    id: Uuid,
    #[codec(2)]
    parent: Option<Uuid>,
    #[codec(3)]
    all: Vec<Uuid>,
    #[codec(4)]
    names: BTreeMap<Uuid, String>,
}

fn session() -> Session {
    Session {
        id: ID,
        parent: Some(Uuid::max()),
        all: vec![Uuid::nil(), ID],
        names: [(Uuid::nil(), "nil".into()), (ID, "own".into())].into(),
    }
}

#[test]
fn they_are_what_their_serde_writes() {
    let nil = Session {
        id: Uuid::nil(),
        parent: None,
        all: Vec::new(),
        names: BTreeMap::new(),
    };
    for session in [session(), nil] {
        let [_, msgpack, json] = on(&session);
        assert_eq!(msgpack, rmp_serde::to_vec(&session).unwrap());
        assert_eq!(
            String::from_utf8(json).unwrap(),
            serde_json::to_string(&session).unwrap()
        );
    }
}

#[test]
fn protobuf_has_sixteen_bytes_and_leaves_nil_out() {
    #[derive(Codec)]
    #[codec(name = "Session")]
    struct Bytes {
        #[codec(1)]
        id: Vec<u8>,
        #[codec(2)]
        parent: Option<[u8; 16]>,
        #[codec(3)]
        all: Vec<Vec<u8>>,
        #[codec(4)]
        names: Vec<(Vec<u8>, String)>,
    }
    let mut session = session();
    // A key of zero is left out of its entry, as those of maps are.
    session.names.remove(&Uuid::nil());
    let bytes = |id: &Uuid| id.as_bytes().to_vec();
    let same = Bytes {
        id: bytes(&session.id),
        parent: session.parent.map(Uuid::into_bytes),
        all: session.all.iter().map(bytes).collect(),
        names: session
            .names
            .iter()
            .map(|(id, name)| (bytes(id), name.clone()))
            .collect(),
    };
    assert_eq!(
        Wire::Protobuf.encode(&session).unwrap(),
        Wire::Protobuf.encode(&same).unwrap()
    );
    #[derive(Codec, Debug, PartialEq)]
    struct One {
        #[codec(1)]
        id: Uuid,
    }
    let [protobuf, msgpack, json] = on(&One { id: Uuid::nil() });
    assert_eq!(protobuf, b"");
    assert_eq!(msgpack.len(), 1 + 18);
    assert_eq!(json, br#"{"id":"00000000-0000-0000-0000-000000000000"}"#);
}

/// Text that is one, nearly.
fn texts() -> Vec<String> {
    let whole = [
        ID.hyphenated().to_string(),
        ID.simple().to_string(),
        ID.braced().to_string(),
        ID.urn().to_string(),
    ];
    let mut texts = vec![String::new()];
    for text in whole {
        texts.push(text.to_uppercase());
        for at in 0..text.len() {
            let (before, after) = text.split_at(at);
            texts.push(before.into());
            texts.push(format!("{before}{}", &after[1..]));
            for put in ["-", "g", "{", "0", "é", " ", "\u{0}"] {
                texts.push(format!("{before}{put}{after}"));
                texts.push(format!("{before}{put}{}", &after[1..]));
            }
        }
        texts.push(text);
    }
    texts
}

#[test]
fn text_is_read_where_the_crate_reads_it() {
    let mut read = 0;
    for text in texts() {
        let theirs = Uuid::parse_str(&text).ok();
        read += usize::from(theirs.is_some());
        // As JSON, as the text that another writer gave MessagePack, and as what a field of text was on protobuf.
        for wire in Wire::ALL {
            let ours = wire.decode::<Vec<Uuid>>(&wire.encode(&vec![&*text]).unwrap());
            // Sixteen bytes are the UUID itself.
            if wire == Wire::Json || text.len() != 16 {
                assert_eq!(ours.ok().map(|ids| ids[0]), theirs, "{wire} {text:?}");
            }
        }
    }
    assert!(read > 100, "{read}");
}

#[test]
fn what_is_none_is_told_with_its_place() {
    let told = |wire: Wire, bytes: &[u8]| wire.decode::<Session>(bytes).unwrap_err().to_string();
    assert_eq!(
        told(Wire::Json, br#"{"all":["67e55044"]}"#),
        r#"Session.all[0]: expected UUID, found "67e55044" (json, byte 8)"#
    );
    assert_eq!(
        told(Wire::Json, br#"{"id":7}"#),
        "Session.id: expected string, found number (json, byte 6)"
    );
    assert_eq!(
        told(Wire::MsgPack, b"\x91\xc4\x02ab"),
        "Session.id: expected UUID, found 2 bytes (msgpack, byte 1)"
    );
    assert_eq!(
        told(Wire::Protobuf, b"\x1a\x00"),
        "Session.all[0]: expected UUID, found 0 bytes (protobuf, byte 1)"
    );
    // Any list of numbers is bytes in MessagePack.
    let numbers = rmp_serde::to_vec(&(ID.as_bytes(),)).unwrap();
    assert_eq!(Wire::MsgPack.decode::<Session>(&numbers).unwrap().id, ID);
}

#[test]
fn a_schema_that_is_data_has_them() {
    for wire in Wire::ALL {
        let bytes = wire.encode(&session()).unwrap();
        let read = Dynamic::decode(Session::SCHEMA, wire, &bytes).unwrap();
        assert_eq!(wire.encode(&read).unwrap(), bytes);
        let message = read.value().as_message().unwrap();
        assert_eq!(message.get("id"), Some(&Value::Uuid(ID.into_bytes())));
        let names = message.get("names").and_then(Value::as_map).unwrap();
        assert_eq!(
            names.get(&Key::Uuid(ID.into_bytes())),
            Some(&Value::from("own"))
        );
        let shown = everwire::inspect(wire, Session::SCHEMA, &bytes).unwrap();
        assert!(shown.contains(&ID.to_string()), "{shown}");
    }
    let error = Wire::Json
        .decode::<BTreeMap<Uuid, u8>>(br#"{"67e55044-10b1-426f-9247-bb680e5fe0c8":"x"}"#)
        .unwrap_err();
    assert_eq!(
        error.path(),
        "[\"67e55044-10b1-426f-9247-bb680e5fe0c8\"]",
        "{error}"
    );
}

#[test]
fn required_refuses_nil() {
    #[derive(Codec)]
    struct Ruled {
        #[codec(1, rule(required))]
        id: Uuid,
    }
    assert!(Ruled { id: ID }.validate().is_ok());
    assert!(Ruled { id: Uuid::nil() }.validate().is_err());
}
