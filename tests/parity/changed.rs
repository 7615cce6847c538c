//! Former types and upgrades: `changed.proto`, and the same messages as derived structs.

use everwire::{Codec, Error, UnknownFields, Upgrade, Wire};

use super::{agree, schema};

/// What `build.rs` compiles from `changed.proto`.
#[allow(clippy::all, reason = "generated")]
mod compiled {
    include!(concat!(env!("OUT_DIR"), "/changed.rs"));
}

use compiled::test::changed as from_proto;

pub fn text(number: u32) -> String {
    format!("#{number}")
}

pub fn note(number: u64) -> Option<String> {
    Some(format!("note {number}"))
}

pub fn mark(marked: bool) -> Option<String> {
    marked.then(|| "marked".to_owned())
}

pub fn tags(number: u32) -> Vec<String> {
    vec![text(number)]
}

pub fn size(text: String) -> Result<from_proto::Size, String> {
    let (width, height) = sides(&text)?;
    Ok(from_proto::Size {
        width,
        height,
        ..from_proto::Size::default()
    })
}

/// `3x4`.
fn sides(text: &str) -> Result<(u32, u32), String> {
    let number = |side: &str| side.parse::<u32>().map_err(|error| error.to_string());
    match text.split_once('x') {
        Some((width, height)) if !height.is_empty() => Ok((number(width)?, number(height)?)),
        _ => Err(format!("`{text}` is no size")),
    }
}

pub fn in_cents(item: &mut from_proto::Item, upgrade: &Upgrade<'_>) -> Result<(), Error> {
    cents(&mut item.cents, upgrade)
}

fn cents(cents: &mut Option<u64>, upgrade: &Upgrade<'_>) -> Result<(), Error> {
    if upgrade.is_absent(5) {
        *cents = upgrade.get::<u32>(2)?.map(|price| u64::from(price) * 100);
    }
    Ok(())
}

/// Named by `build.rs`, not by the schema.
pub fn counted(basket: &mut from_proto::Basket, upgrade: &Upgrade<'_>) {
    if upgrade.is_absent(2) {
        basket.count = basket.items.len() as u32;
    }
}

mod derived {
    use super::{Codec, Error, UnknownFields, Upgrade, cents, mark, note, sides, tags, text};

    #[derive(Codec, Clone, Debug, Default, PartialEq)]
    #[codec(name = "test.changed.Item", json = "proto", version = 3)]
    #[codec(reserved(2, "unit_price", slot = 7, type = u32), upgrade = Item::in_cents)]
    pub struct Item {
        #[codec(1, was(u32, with = text))]
        pub id: String,
        #[codec(3, was(u64, with = note), was(bool, with = mark))]
        pub note: Option<String>,
        #[codec(4, was(u32, with = tags))]
        pub tags: Vec<String>,
        #[codec(5)]
        pub cents: Option<u64>,
        #[codec(6, was(String, with = size))]
        pub size: Option<Size>,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }

    impl Item {
        fn in_cents(&mut self, upgrade: &Upgrade<'_>) -> Result<(), Error> {
            cents(&mut self.cents, upgrade)
        }
    }

    #[derive(Codec, Clone, Debug, Default, PartialEq)]
    #[codec(name = "test.changed.Size", json = "proto")]
    pub struct Size {
        #[codec(1)]
        pub width: u32,
        #[codec(2)]
        pub height: u32,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }

    fn size(text: String) -> Result<Size, String> {
        let (width, height) = sides(&text)?;
        Ok(Size {
            width,
            height,
            ..Size::default()
        })
    }

    #[derive(Codec, Clone, Debug, Default, PartialEq)]
    #[codec(name = "test.changed.Basket", json = "proto", upgrade = counted)]
    pub struct Basket {
        #[codec(1)]
        pub items: Vec<Item>,
        #[codec(2)]
        pub count: u32,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }

    fn counted(basket: &mut Basket, upgrade: &Upgrade<'_>) {
        if upgrade.is_absent(2) {
            basket.count = basket.items.len() as u32;
        }
    }
}

#[test]
fn both_spellings_name_the_same_former_types() {
    let expected = schema::describe(from_proto::Basket::SCHEMA);
    assert_eq!(schema::describe(derived::Basket::SCHEMA), expected);
    let told = expected.join("\n");
    assert!(told.contains("was=[Int(U64), Bool]"), "{told}");
}

#[test]
fn both_spellings_convert_and_upgrade_what_is_old() {
    for (wire, bytes) in [
        (
            Wire::MsgPack,
            &b"\x91\x91\x98\x07\xc0\x08\x09\xc0\xa33x4\xc0\x05"[..],
        ),
        (
            Wire::Protobuf,
            b"\x0a\x0e\x08\x07\x10\x05\x18\x08\x20\x09\x32\x04\x08\x03\x10\x04",
        ),
        (
            Wire::Json,
            br#"{"items":[{"id":7,"unitPrice":5,"note":8,"tags":9,"size":"3x4"}]}"#,
        ),
    ] {
        let mut read: derived::Basket = wire.decode(bytes).unwrap();
        let mut same: from_proto::Basket = wire.decode(bytes).unwrap();
        assert_eq!(format!("{read:?}"), format!("{same:?}"), "{wire}");
        let item = &read.items[0];
        assert_eq!((read.count, item.cents), (1, Some(500)), "{wire}");
        assert_eq!(
            (item.id.as_str(), item.note.as_deref()),
            ("#7", Some("note 8"))
        );
        assert_eq!(item.tags, ["#9"], "{wire}");
        assert_eq!(item.size.as_ref().unwrap().height, 4, "{wire}");
        // The old price is kept for older readers, on its own wire.
        assert_eq!(item.unknown.len(), 1, "{wire}");
        read.items[0].unknown.clear();
        same.items[0].unknown.clear();
        agree(&read, &same);
    }
}

#[test]
fn both_spellings_tell_the_same_errors() {
    let bytes = b"\x91\x91\x96\xc0\xc0\xc0\xc0\xc0\xa1x";
    let errors = [
        Wire::MsgPack.decode::<derived::Basket>(bytes).unwrap_err(),
        Wire::MsgPack
            .decode::<from_proto::Basket>(bytes)
            .unwrap_err(),
    ];
    for error in errors {
        assert_eq!(
            error.to_string(),
            "Basket.items[0].size: a value of the former type `string` cannot be converted: `x` is no size (msgpack, byte 10)"
        );
    }
}
