//! Promise 2: what a reader does not know never fails the message.

use std::collections::BTreeMap;

use everwire::{Codec, UnknownFields, Wire};
use everwire_tests::show;

use super::reread;

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Old {
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum New {
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
    #[codec(2)]
    Two,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    #[codec(0)]
    Zero,
    #[codec(1)]
    One,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Enums<T: Ord + everwire::codec::MapKey> {
    #[codec(1)]
    plain: Option<T>,
    #[codec(2)]
    list: Vec<T>,
    #[codec(3)]
    map: BTreeMap<String, T>,
    #[codec(4)]
    keys: BTreeMap<T, u32>,
    #[codec(5)]
    last: u32,
}

#[test]
fn unknown_values_of_a_closed_enum_read_as_absent_and_are_left_out_of_lists_and_maps() {
    let new = Enums {
        plain: Some(New::Two),
        list: vec![New::One, New::Two, New::Zero, New::One],
        map: BTreeMap::from([("a".into(), New::One), ("b".into(), New::Two)]),
        keys: BTreeMap::from([(New::One, 1), (New::Two, 2)]),
        last: 9,
    };
    for wire in Wire::ALL {
        let old: Enums<Old> = reread(wire, &new);
        let expected = Enums {
            plain: None,
            list: vec![Old::One, Old::Zero, Old::One],
            map: BTreeMap::from([("a".into(), Old::One)]),
            keys: BTreeMap::from([(Old::One, 1)]),
            last: 9,
        };
        assert_eq!(old, expected, "{wire}");
    }
}

#[test]
fn an_unknown_value_of_a_closed_enum_at_the_root_is_an_error() {
    for wire in Wire::ALL {
        let bytes = wire.encode(&New::Two).unwrap();
        let error = wire.decode::<Old>(&bytes).unwrap_err();
        assert_eq!(error.wire(), Some(wire), "{error}");
        assert_eq!(
            wire.decode::<Old>(&wire.encode(&New::One).unwrap())
                .unwrap(),
            Old::One
        );
    }
}

#[test]
fn an_open_enum_holds_unknown_numbers() {
    #[derive(Codec, Debug, PartialEq)]
    struct Holder {
        #[codec(1)]
        one: Open,
        #[codec(2)]
        list: Vec<Open>,
    }
    let numbers = Holder {
        one: Open::Other(-7),
        list: vec![Open::Other(i32::MAX), Open::One, Open::Zero, Open::Other(2)],
    };
    for wire in Wire::ALL {
        assert_eq!(reread::<_, Holder>(wire, &numbers), numbers, "{wire}");
    }
    assert_eq!(
        everwire::json::to_string(&numbers).unwrap(),
        r#"{"one":-7,"list":[2147483647,"One","Zero",2]}"#
    );
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum OldEvent {
    #[codec(1)]
    Placed(String),
    #[codec(other)]
    Other(UnknownFields),
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum NewEvent {
    #[codec(1)]
    Placed(String),
    #[codec(2)]
    Cancelled {
        #[codec(1)]
        why: String,
        #[codec(2)]
        when: Vec<u32>,
    },
    #[codec(3)]
    Paused,
    #[codec(4)]
    Counted(u64),
}

#[test]
fn the_other_variant_holds_what_came_and_gives_it_back() {
    let news = [
        NewEvent::Placed("p".into()),
        NewEvent::Cancelled {
            why: "w".into(),
            when: vec![1, 300],
        },
        NewEvent::Paused,
        NewEvent::Counted(u64::MAX),
    ];
    for wire in Wire::ALL {
        for new in &news {
            let old: OldEvent = reread(wire, new);
            assert_eq!(
                matches!(old, OldEvent::Other(_)),
                !matches!(new, NewEvent::Placed(_)),
                "{wire} {new:?}"
            );
            assert_eq!(&reread::<_, NewEvent>(wire, &old), new, "{wire}");
        }
        let old: Vec<OldEvent> = reread(wire, &news.to_vec());
        assert_eq!(reread::<_, Vec<NewEvent>>(wire, &old), news, "{wire}");
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Wide {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    text: String,
    #[codec(3)]
    nested: Vec<BTreeMap<String, (u64, Option<f64>)>>,
    #[codec(4)]
    bytes: Vec<u8>,
    #[codec(5)]
    time: Option<std::time::SystemTime>,
    #[codec(oneof(6, 7))]
    event: Option<Event>,
    #[codec(20)]
    last: i64,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Event {
    #[codec(6)]
    A(bool),
    #[codec(7)]
    B,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Narrow {
    #[codec(1)]
    id: u32,
    #[codec(20)]
    last: i64,
}

#[test]
fn unknown_fields_are_skipped_wherever_they_stand() {
    let wide = Wide {
        id: 1,
        text: "t\"\\\u{1}".into(),
        nested: vec![
            BTreeMap::from([("k".into(), (u64::MAX, Some(1.5)))]),
            BTreeMap::new(),
        ],
        bytes: vec![0; 300],
        time: Some(std::time::SystemTime::UNIX_EPOCH),
        event: Some(Event::B),
        last: -1,
    };
    for wire in Wire::ALL {
        assert_eq!(
            reread::<_, Narrow>(wire, &wide),
            Narrow { id: 1, last: -1 },
            "{wire}"
        );
    }
}

#[test]
fn options_can_refuse_unknown_members() {
    let error = everwire::Options::new()
        .reject_unknown(true)
        .decode::<Narrow>(Wire::Json, br#"{"id":1,"extra":[{}]}"#)
        .unwrap_err();
    assert!(error.to_string().contains("`extra`"), "{error}");
}

#[test]
fn an_unknown_variant_without_other_reads_as_absent() {
    #[derive(Codec, Debug, PartialEq)]
    struct NewHolder {
        #[codec(1)]
        event: Option<NewEvent>,
        #[codec(2)]
        list: Vec<NewEvent>,
        #[codec(3)]
        last: u32,
    }
    #[derive(Codec, Debug, PartialEq)]
    enum Closed {
        #[codec(1)]
        Placed(String),
    }
    #[derive(Codec, Debug, PartialEq)]
    struct OldHolder {
        #[codec(1)]
        event: Option<Closed>,
        #[codec(3)]
        last: u32,
    }
    for new in [
        NewEvent::Paused,
        NewEvent::Counted(7),
        NewEvent::Cancelled {
            why: "w".into(),
            when: vec![],
        },
    ] {
        for wire in Wire::ALL {
            let holder = NewHolder {
                event: Some(new.clone()),
                list: vec![],
                last: 4,
            };
            let bytes = wire.encode(&holder).unwrap();
            match wire.decode::<OldHolder>(&bytes) {
                Ok(old) => assert_eq!(
                    old,
                    OldHolder {
                        event: None,
                        last: 4
                    },
                    "{wire}: {}",
                    show(wire, &bytes)
                ),
                Err(error) => panic!("{wire}: {}: {error}", show(wire, &bytes)),
            }
        }
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Around<T> {
    #[codec(1)]
    option: Option<Vec<T>>,
    #[codec(2)]
    lists: Vec<Vec<T>>,
    #[codec(3)]
    list: Vec<T>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[test]
fn protobufs_messages_around_lists_keep_no_unknown_values() {
    let around = Around {
        option: Some(vec![New::One, New::Two, New::One]),
        lists: vec![vec![New::Two, New::One], vec![New::Two]],
        list: vec![New::One, New::Two],
        unknown: UnknownFields::new(),
    };
    let old: Around<Old> = reread(Wire::Protobuf, &around);
    let (option, lists, list) = (old.option.clone(), old.lists.clone(), old.list.clone());
    assert_eq!(option, Some(vec![Old::One, Old::One]));
    assert_eq!(lists, [vec![Old::One], vec![]]);
    assert_eq!(list, [Old::One]);
    let new: Around<New> = reread(Wire::Protobuf, &old);
    assert_eq!(
        new,
        Around {
            option: Some(vec![New::One, New::One]),
            lists: vec![vec![New::One], vec![]],
            list: vec![New::One, New::Two],
            unknown: UnknownFields::new(),
        }
    );
}
