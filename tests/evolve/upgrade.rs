//! `upgrade`: what a type is told of what older and newer versions have written, on every wire.

use everwire::{Codec, Error, Options, UnknownFields, Upgrade, Violation, Wire};

use super::reread;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Item", version = 1)]
pub(super) struct Old {
    #[codec(1)]
    sku: String,
    #[codec(2)]
    unit_price: u32,
    #[codec(3)]
    count: u32,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(
    name = "shop.v1.Item",
    version = 3,
    reserved(2, "unit_price"),
    upgrade = in_cents
)]
struct Item {
    #[codec(1)]
    sku: String,
    #[codec(3)]
    count: u32,
    #[codec(4)]
    cents: Option<u64>,
}

fn in_cents(item: &mut Item, upgrade: &Upgrade<'_>) -> Result<(), Error> {
    if upgrade.is_absent(4) {
        item.cents = upgrade.get::<u32>(2)?.map(|price| u64::from(price) * 100);
    }
    Ok(())
}

pub(super) fn old() -> Old {
    Old {
        sku: "A-1".into(),
        unit_price: 3,
        count: 2,
    }
}

fn item(cents: Option<u64>) -> Item {
    Item {
        sku: "A-1".into(),
        count: 2,
        cents,
    }
}

#[test]
fn an_old_message_is_upgraded_on_every_wire() {
    for wire in Wire::ALL {
        assert_eq!(reread::<Old, Item>(wire, &old()), item(Some(300)), "{wire}");
        assert_eq!(
            reread::<Item, Item>(wire, &item(Some(5))),
            item(Some(5)),
            "{wire}"
        );
        assert_eq!(
            reread::<Item, Item>(wire, &item(None)),
            item(None),
            "{wire}"
        );
    }
}

#[test]
fn every_form_of_a_message_is_upgraded() {
    for (wire, bytes) in [
        (Wire::Protobuf, &b"\x18\x02\x10\x03\x0a\x03A-1"[..]),
        (Wire::Protobuf, b"\x10\x09\x18\x02\x10\x03\x0a\x03A-1"),
        (Wire::MsgPack, b"\x93\xa3A-1\x03\x02"),
        (Wire::MsgPack, b"\x94\xa3A-1\x03\x02\xc0"),
        (Wire::MsgPack, b"\x83\x01\xa3A-1\x02\x03\x03\x02"),
        (
            Wire::MsgPack,
            b"\x83\xa3sku\xa3A-1\xaaunit_price\x03\xa5count\x02",
        ),
        (
            Wire::MsgPack,
            b"\x83\xa3sku\xa3A-1\xa9unitPrice\x03\xa5count\x02",
        ),
        (Wire::Json, br#"{"sku":"A-1","unit_price":3,"count":2}"#),
        (
            Wire::Json,
            br#"{"unitPrice":"3","sku":"A-1","count":2,"cents":null}"#,
        ),
    ] {
        let read: Item = wire.decode(bytes).unwrap();
        assert_eq!(read, item(Some(300)), "{wire} {}", bytes.escape_ascii());
        let mut there = item(Some(7));
        wire.decode_into(&mut there, bytes).unwrap();
        assert_eq!(there, read, "{wire}");
    }
}

#[test]
fn a_value_of_another_type_is_an_error_at_its_place() {
    #[derive(Codec, Debug)]
    #[codec(name = "shop.v1.Basket")]
    struct Basket {
        #[codec(1)]
        items: Vec<Item>,
    }
    for (wire, bytes) in [
        (Wire::MsgPack, &b"\x91\x91\x93\xa1A\xa1x\x02"[..]),
        (Wire::Json, br#"{"items":[{"sku":"A","unit_price":"x"}]}"#),
    ] {
        let error = wire.decode::<Basket>(bytes).unwrap_err();
        assert_eq!(error.path(), "Basket.items[0]");
        assert_eq!(error.wire(), Some(wire));
        assert!(
            error.to_string().contains("expected integer, found string"),
            "{error}"
        );
    }
    // On protobuf another wire type is another field.
    let read: Basket = Wire::Protobuf
        .decode(b"\x0a\x06\x0a\x01A\x12\x01x")
        .unwrap();
    assert_eq!(read.items[0].cents, None);
}

/// What an upgrade was told.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(version = 5, reserved(3, "gone", slot = 6), upgrade = note)]
pub(super) struct Told {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    name: Option<String>,
    #[codec(oneof(4, 5))]
    kind: Option<Kind>,
    #[codec(7, slot = 2)]
    pub(super) inner: Option<Box<Told>>,
    #[codec(8)]
    all: Vec<Told>,
    #[codec(skip)]
    pub(super) notes: Vec<String>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Kind {
    #[codec(4)]
    A(u32),
    #[codec(5)]
    B(u32),
}

fn note(told: &mut Told, upgrade: &Upgrade<'_>) {
    let absent: Vec<u32> = (1..=9)
        .filter(|number| upgrade.is_absent(*number))
        .collect();
    let gone = upgrade.get::<String>(3).unwrap_or_default();
    assert_eq!(upgrade.named::<String>("gone").unwrap_or_default(), gone);
    told.notes.push(format!(
        "{} {:?} {absent:?} {} {gone:?}",
        upgrade.wire(),
        upgrade.version(),
        upgrade.unknown().len(),
    ));
}

pub(super) fn full() -> Told {
    Told {
        id: 1,
        name: Some("n".into()),
        kind: Some(Kind::B(5)),
        inner: Some(Box::default()),
        all: vec![Told::default()],
        notes: vec![],
    }
}

#[test]
fn it_is_called_only_where_something_is_absent_or_unknown() {
    for wire in Wire::ALL {
        let mut bytes = wire.encode(&full()).unwrap();
        let read: Told = wire.decode(&bytes).unwrap();
        assert_eq!(read.notes, [""; 0], "{wire}");
        assert_eq!(read.inner.unwrap().notes.len(), 1, "{wire}");
        assert_eq!(read.all[0].notes.len(), 1, "{wire}");
        match wire {
            Wire::Protobuf => bytes.extend(b"\x1a\x01x"),
            Wire::MsgPack => {
                let fifth = bytes.windows(3).position(|three| three == b"\x05\xc0\xc0");
                let gone = fifth.unwrap() + 2;
                bytes.splice(gone..=gone, *b"\xa1x");
            }
            Wire::Json => {
                bytes.pop();
                bytes.extend(br#","gone":"x"}"#);
            }
        }
        let read: Told = wire.decode(&bytes).unwrap_or_else(|error| {
            panic!("{wire} {}: {error}", everwire_tests::show(wire, &bytes))
        });
        assert_eq!(read.notes, [format!("{wire} None [4] 1 Some(\"x\")")]);
    }
}

#[test]
fn zeros_are_absent_where_they_are_not_written() {
    let notes = |wire: Wire| {
        let read: Told = wire
            .decode(&wire.encode(&Told::default()).unwrap())
            .unwrap();
        read.notes[0].clone()
    };
    assert_eq!(
        notes(Wire::Protobuf),
        "protobuf None [1, 2, 4, 5, 7, 8] 0 None"
    );
    assert_eq!(notes(Wire::MsgPack), "msgpack None [2, 4, 5, 7] 0 None");
    assert_eq!(notes(Wire::Json), "json None [2, 4, 5, 7] 0 None");
}

#[test]
fn a_merged_part_says_what_it_does_not_know_and_nothing_else() {
    let mut there = full();
    let options = Options::new();
    options
        .merge(Wire::Protobuf, &mut there, b"\x08\x02")
        .unwrap();
    assert_eq!((there.id, there.notes.len()), (2, 0));
    options
        .merge(Wire::Protobuf, &mut there, b"\x08\x02\x1a\x01x")
        .unwrap();
    assert_eq!(there.notes, ["protobuf None [2, 4, 5, 7, 8] 1 Some(\"x\")"]);
    // A message that comes twice is read and then merged: the second part lacks nothing.
    let twice: Told = Wire::Protobuf
        .decode(b"\x3a\x02\x08\x01\x3a\x03\x12\x01n\x3a\x03\x1a\x01x")
        .unwrap();
    let inner = twice.inner.unwrap();
    assert_eq!((inner.id, inner.name.as_deref()), (1, Some("n")));
    assert_eq!(
        inner.notes,
        [
            "protobuf None [2, 4, 5, 7, 8] 0 None",
            "protobuf None [1, 2, 4, 5, 7, 8] 1 Some(\"x\")"
        ]
    );
}

#[test]
fn decoding_into_a_value_is_decoding() {
    for wire in Wire::ALL {
        let bytes = wire.encode(&Told::default()).unwrap();
        let mut there = full();
        there.notes = vec!["before".into()];
        wire.decode_into(&mut there, &bytes).unwrap();
        assert_eq!(there, wire.decode(&bytes).unwrap(), "{wire}");
        assert_eq!(there.notes.len(), 1);
    }
}

#[test]
fn what_is_kept_is_told_and_stays_unless_the_function_lets_go() {
    #[derive(Codec, Clone, Debug, PartialEq)]
    #[codec(reserved(2, "unit_price"), upgrade = Keeping::upgrade)]
    struct Keeping {
        #[codec(1)]
        sku: String,
        #[codec(4)]
        cents: u64,
        #[codec(unknown)]
        unknown: UnknownFields,
    }
    impl Keeping {
        fn upgrade(&mut self, upgrade: &Upgrade<'_>) -> Result<(), Error> {
            assert_eq!(&self.unknown, upgrade.unknown());
            if let Some(price) = upgrade.get::<u64>(2)?
                && upgrade.is_absent(4)
            {
                self.cents = price * 100;
                if self.sku == "let go" {
                    self.unknown.clear();
                }
            }
            Ok(())
        }
    }
    #[derive(Codec)]
    struct Outer {
        #[codec(1)]
        first: Keeping,
        #[codec(2)]
        second: Keeping,
        #[codec(unknown)]
        unknown: UnknownFields,
    }
    #[derive(Codec)]
    struct Before {
        #[codec(1)]
        sku: String,
        #[codec(2)]
        unit_price: u64,
    }
    #[derive(Codec)]
    struct OuterBefore {
        #[codec(1)]
        first: Before,
        #[codec(2)]
        second: Before,
        #[codec(3)]
        more: u32,
    }
    let before = |sku: &str| Before {
        sku: sku.into(),
        unit_price: 7,
    };
    for wire in Wire::ALL {
        let old = OuterBefore {
            first: before("A"),
            second: before("let go"),
            more: 9,
        };
        let read: Outer = reread(wire, &old);
        assert_eq!((read.first.cents, read.second.cents), (700, 700), "{wire}");
        assert_eq!(
            (
                read.first.unknown.len(),
                read.second.unknown.len(),
                read.unknown.len()
            ),
            (1, 0, 1),
            "{wire}"
        );
        // What was upgraded once has the new field, and the old one says nothing any more.
        let mut changed = read.first.clone();
        changed.cents = 5;
        let back: Keeping = reread(wire, &changed);
        assert_eq!((back.cents, back.unknown.len()), (5, 1), "{wire}");
    }
}

#[test]
fn required_fields_come_first_and_rules_last() {
    #[derive(Codec, Clone, Debug, PartialEq)]
    #[codec(reserved(2, "a"), upgrade = fill, validate = whole)]
    struct Strict {
        #[codec(1, required)]
        id: u32,
        #[codec(3, min_len = 1)]
        name: String,
        #[codec(4)]
        missed: u32,
    }
    fn fill(strict: &mut Strict, upgrade: &Upgrade<'_>) -> Result<(), String> {
        if strict.id == 13 {
            return Err("13 cannot be upgraded".into());
        }
        if upgrade.is_absent(3) {
            strict.name = upgrade
                .get(2)
                .map_err(|error| error.to_string())?
                .unwrap_or_default();
        }
        strict.missed += 1;
        Ok(())
    }
    fn whole(strict: &Strict) -> Result<(), Violation> {
        match strict.missed {
            7 => Err(Violation::new("strict.missed", "must not be 7")),
            _ => Ok(()),
        }
    }
    for (wire, bytes, other) in [
        (Wire::Protobuf, &b"\x08\x01\x12\x01x"[..], &b"\x08\x01"[..]),
        (Wire::MsgPack, b"\x92\x01\xa1x", b"\x91\x01"),
        (Wire::Json, br#"{"id":1,"a":"x"}"#, br#"{"id":1}"#),
    ] {
        let read: Strict = wire.decode(bytes).unwrap();
        assert_eq!((read.name.as_str(), read.missed), ("x", 1), "{wire}");
        let mut there = read.clone();
        wire.decode_into(&mut there, bytes).unwrap();
        assert_eq!(there, read);
        Options::new().merge(wire, &mut there, bytes).unwrap();
        assert_eq!((there.name.as_str(), there.missed), ("x", 2), "{wire}");
        assert!(wire.decode::<Strict>(other).unwrap_err().is_validation());
        assert!(
            Options::new()
                .validate(false)
                .decode::<Strict>(wire, other)
                .is_ok()
        );
    }
    let error = Wire::MsgPack
        .decode::<Strict>(b"\x92\xc0\xa1x")
        .unwrap_err();
    assert!(
        !error.is_validation() && error.to_string().contains("id"),
        "{error}"
    );
    let error = Wire::Json.decode::<Strict>(br#"{"id":13}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Strict: 13 cannot be upgraded (json, byte 0)"
    );
    let error = Wire::Json.decode::<Strict>(br#"{"id":1,"name":"n","missed":6,"a":"x"}"#);
    assert!(error.unwrap_err().is_validation());
}

#[test]
fn messages_are_upgraded_wherever_they_stand() {
    #[derive(Codec, Debug, PartialEq)]
    enum Event {
        #[codec(4)]
        Sold(Item),
        #[codec(5)]
        Other(u32),
    }
    #[derive(Codec, Debug, PartialEq)]
    enum OldEvent {
        #[codec(4)]
        Sold(Old),
    }
    #[derive(Codec, Debug, PartialEq)]
    struct All {
        #[codec(1)]
        plain: Item,
        #[codec(2)]
        list: Vec<Item>,
        #[codec(3)]
        map: std::collections::BTreeMap<u32, Option<Box<Item>>>,
        #[codec(oneof(4, 5))]
        event: Option<Event>,
        #[codec(6)]
        alone: Option<Event>,
        #[codec(7)]
        lists: Vec<Vec<Item>>,
    }
    #[derive(Codec, Debug, PartialEq)]
    struct AllOld {
        #[codec(1)]
        plain: Old,
        #[codec(2)]
        list: Vec<Old>,
        #[codec(3)]
        map: std::collections::BTreeMap<u32, Option<Box<Old>>>,
        #[codec(oneof(4))]
        event: Option<OldEvent>,
        #[codec(6)]
        alone: Option<OldEvent>,
        #[codec(7)]
        lists: Vec<Vec<Old>>,
    }
    let written = AllOld {
        plain: old(),
        list: vec![old(), old()],
        map: [(1, Some(Box::new(old())))].into(),
        event: Some(OldEvent::Sold(old())),
        alone: Some(OldEvent::Sold(old())),
        lists: vec![vec![old()]],
    };
    let new = || item(Some(300));
    for wire in Wire::ALL {
        let read: All = reread(wire, &written);
        let expected = All {
            plain: new(),
            list: vec![new(), new()],
            map: [(1, Some(Box::new(new())))].into(),
            event: Some(Event::Sold(new())),
            alone: Some(Event::Sold(new())),
            lists: vec![vec![new()]],
        };
        assert_eq!(read, expected, "{wire}");
    }
    let list: Vec<Item> = Wire::Json.decode(br#"[{"unit_price":1}]"#).unwrap();
    assert_eq!(list[0].cents, Some(100));
}
