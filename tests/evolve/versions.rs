//! Three versions of one order: every version reads every version, on every wire.

use std::collections::BTreeMap;

use everwire::{Codec, Wire};

use super::reread;

mod v1 {
    use everwire::{Codec, UnknownFields};

    #[derive(Codec, Clone, Debug, PartialEq)]
    #[codec(name = "shop.Order", version = 1)]
    pub struct Order {
        #[codec(1)]
        pub id: u32,
        #[codec(2)]
        pub customer: String,
        #[codec(3)]
        pub copies: u32,
        #[codec(4)]
        pub status: Status,
        #[codec(5)]
        pub lines: Vec<Line>,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }

    #[derive(Codec, Clone, Debug, PartialEq)]
    pub struct Line {
        #[codec(1)]
        pub sku: String,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }

    #[derive(Codec, Clone, Copy, Debug, PartialEq)]
    pub enum Status {
        #[codec(0)]
        Draft,
        #[codec(1)]
        Paid,
    }
}

mod v2 {
    use everwire::{Codec, UnknownFields};

    #[derive(Codec, Clone, Debug, PartialEq)]
    #[codec(name = "shop.Order", version = 2)]
    pub struct Order {
        #[codec(1)]
        pub id: u64,
        #[codec(2)]
        pub customer: String,
        #[codec(3, default = 1)]
        pub copies: u32,
        #[codec(4)]
        pub status: Status,
        #[codec(5)]
        pub lines: Vec<Line>,
        #[codec(6, since = 2)]
        pub note: Option<String>,
        #[codec(7, since = 2, default = "EUR")]
        pub currency: String,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }

    #[derive(Codec, Clone, Debug, PartialEq)]
    pub struct Line {
        #[codec(1)]
        pub sku: String,
        #[codec(2, since = 2)]
        pub quantity: u32,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }

    #[derive(Codec, Clone, Copy, Debug, PartialEq)]
    pub enum Status {
        #[codec(0)]
        Draft,
        #[codec(1)]
        Paid,
        #[codec(2)]
        Shipped,
    }
}

mod v3 {
    use std::collections::BTreeMap;

    use everwire::{Codec, UnknownFields};

    #[derive(Codec, Clone, Debug, PartialEq)]
    #[codec(name = "shop.Order", version = 3, reserved(3, "copies", slot = 2, type = u32))]
    pub struct Order {
        #[codec(1)]
        pub id: u64,
        #[codec(2)]
        pub customer: String,
        #[codec(4)]
        pub status: Status,
        #[codec(5)]
        pub lines: Vec<Line>,
        #[codec(6)]
        pub note: Option<String>,
        #[codec(7, default = "EUR")]
        pub currency: String,
        #[codec(oneof(8, 9))]
        pub event: Option<Event>,
        #[codec(10, since = 3)]
        pub labels: BTreeMap<String, String>,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }

    #[derive(Codec, Clone, Debug, PartialEq)]
    pub struct Line {
        #[codec(1)]
        pub sku: String,
        #[codec(2)]
        pub quantity: u32,
        #[codec(3, since = 3)]
        pub serials: Vec<u64>,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }

    #[derive(Codec, Clone, Copy, Debug, PartialEq)]
    pub enum Status {
        #[codec(0)]
        Draft,
        #[codec(1)]
        Paid,
        #[codec(2)]
        Shipped,
        #[codec(other)]
        Other(i32),
    }

    #[derive(Codec, Clone, Debug, PartialEq)]
    pub enum Event {
        #[codec(8)]
        Placed,
        #[codec(9)]
        Cancelled {
            #[codec(1)]
            why: String,
        },
    }
}

fn first() -> v1::Order {
    v1::Order {
        id: 7,
        customer: "Ann".into(),
        copies: 3,
        status: v1::Status::Paid,
        lines: vec![v1::Line {
            sku: "A".into(),
            unknown: Default::default(),
        }],
        unknown: Default::default(),
    }
}

fn second() -> v2::Order {
    v2::Order {
        id: 8,
        customer: "Bea".into(),
        copies: 2,
        status: v2::Status::Shipped,
        lines: vec![v2::Line {
            sku: "B".into(),
            quantity: 5,
            unknown: Default::default(),
        }],
        note: Some(String::new()),
        currency: "USD".into(),
        unknown: Default::default(),
    }
}

fn third() -> v3::Order {
    v3::Order {
        id: 9,
        customer: "Cem".into(),
        status: v3::Status::Other(3),
        lines: vec![v3::Line {
            sku: "C".into(),
            quantity: 6,
            serials: vec![1, 2],
            unknown: Default::default(),
        }],
        note: Some("n".into()),
        currency: "GBP".into(),
        event: Some(v3::Event::Cancelled { why: "late".into() }),
        labels: BTreeMap::from([("k".into(), "v".into())]),
        unknown: Default::default(),
    }
}

#[test]
fn the_second_version_reads_the_first() {
    for wire in Wire::ALL {
        let read: v2::Order = reread(wire, &first());
        let expected = v2::Order {
            id: 7,
            customer: "Ann".into(),
            copies: 3,
            status: v2::Status::Paid,
            lines: vec![v2::Line {
                sku: "A".into(),
                quantity: 0,
                unknown: Default::default(),
            }],
            note: None,
            currency: "EUR".into(),
            unknown: Default::default(),
        };
        assert_eq!(read, expected, "{wire}");
    }
}

#[test]
fn the_third_version_reads_the_first_and_the_second() {
    for wire in Wire::ALL {
        let mut read: v3::Order = reread(wire, &first());
        assert_eq!(read.unknown.len(), 1, "{wire}: the removed field is kept");
        read.unknown.clear();
        let expected = v3::Order {
            id: 7,
            customer: "Ann".into(),
            status: v3::Status::Paid,
            lines: vec![v3::Line {
                sku: "A".into(),
                quantity: 0,
                serials: vec![],
                unknown: Default::default(),
            }],
            note: None,
            currency: "EUR".into(),
            event: None,
            labels: BTreeMap::new(),
            unknown: Default::default(),
        };
        assert_eq!(read, expected, "{wire}");
        let read: v3::Order = reread(wire, &second());
        assert_eq!(
            (read.id, read.status, read.lines[0].quantity),
            (8, v3::Status::Shipped, 5),
            "{wire}"
        );
        assert_eq!(
            (read.note.as_deref(), read.currency.as_str()),
            (Some(""), "USD"),
            "{wire}"
        );
    }
}

#[test]
fn the_first_version_reads_the_second_and_the_third() {
    for wire in Wire::ALL {
        let read: v1::Order = reread(wire, &second());
        assert_eq!(
            (read.id, read.customer.as_str(), read.copies),
            (8, "Bea", 2),
            "{wire}"
        );
        assert_eq!(
            read.status,
            v1::Status::Draft,
            "{wire}: an unknown value of a closed enum reads as absent"
        );
        assert_eq!(read.lines[0].sku, "B", "{wire}");
        let read: v1::Order = reread(wire, &third());
        assert_eq!(
            (read.id, read.customer.as_str(), read.copies),
            (9, "Cem", 0),
            "{wire}"
        );
        assert_eq!(read.status, v1::Status::Draft, "{wire}");
        assert_eq!(read.lines[0].sku, "C", "{wire}");
    }
}

#[test]
fn the_second_version_reads_the_third() {
    for wire in Wire::ALL {
        let read: v2::Order = reread(wire, &third());
        assert_eq!((read.id, read.lines[0].quantity), (9, 6), "{wire}");
        assert_eq!(read.status, v2::Status::Draft, "{wire}");
        let copies = if wire == Wire::MsgPack { 0 } else { 1 };
        assert_eq!(
            read.copies, copies,
            "{wire}: the slot of a removed field holds its type's zero"
        );
        assert_eq!(
            (read.note.as_deref(), read.currency.as_str()),
            (Some("n"), "GBP"),
            "{wire}"
        );
    }
}

#[test]
fn what_the_third_sent_survives_the_first_and_the_second() {
    for wire in Wire::ALL {
        let mut old: v1::Order = reread(wire, &third());
        old.customer.push('!');
        let mut back: v3::Order = reread(wire, &old);
        assert_eq!(back.customer, "Cem!", "{wire}");
        back.unknown.clear();
        assert_eq!(
            back,
            v3::Order {
                customer: "Cem!".into(),
                ..third()
            },
            "{wire} through the first"
        );
        let mut old: v2::Order = reread(wire, &third());
        old.lines[0].quantity = 60;
        let mut back: v3::Order = reread(wire, &old);
        back.unknown.clear();
        assert_eq!(back.lines[0].quantity, 60, "{wire}");
        back.lines[0].quantity = 6;
        assert_eq!(back, third(), "{wire} through the second");
    }
}

#[test]
fn the_schema_says_which_version_brought_what() {
    assert_eq!(
        [
            v1::Order::SCHEMA.version(),
            v2::Order::SCHEMA.version(),
            v3::Order::SCHEMA.version()
        ],
        [1, 2, 3]
    );
    let since: Vec<u32> = v2::Order::SCHEMA
        .fields()
        .iter()
        .map(|field| field.since())
        .collect();
    assert_eq!(since, [0, 0, 0, 0, 0, 2, 2]);
    let reserved = v3::Order::SCHEMA.reserved();
    assert!(reserved.iter().any(|one| one.as_numbers() == Some((3, 3))));
    assert!(reserved.iter().any(|one| one.as_name() == Some("copies")));
    assert!(
        reserved
            .iter()
            .any(|one| matches!(one.as_slot(), Some((2, Some(_)))))
    );
    assert_eq!(v1::Line::SCHEMA.version(), 0);
}
