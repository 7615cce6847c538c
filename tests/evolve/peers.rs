//! The same changes with rmp-serde and zerompk, which write a struct as an array, too: none of them is read both ways.
//!
//! Each peer has what its documentation offers: rmp-serde `#[serde(default)]`, and zerompk `key`, which leaves a nil in the slot of
//! a field that is gone. Its `default` and `allow_unknown_fields` are for maps. For rmp-serde, a field that is gone is left out; then
//! it is a [`Gone`], which serde does not have and which is written by hand here.

use everwire::{Codec, Wire};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zerompk::{FromMessagePack, FromMessagePackOwned, ToMessagePack};

use super::reread;

/// How a reader of one type fares with what a writer of another wrote: what it read, or that it was refused.
type Read<T> = Option<T>;

fn rmp_serde<A: Serialize, B: DeserializeOwned>(written: &A) -> Read<B> {
    rmp_serde::from_slice(&rmp_serde::to_vec(written).unwrap()).ok()
}

fn zerompk<A: ToMessagePack, B: FromMessagePackOwned>(written: &A) -> Read<B> {
    zerompk::from_msgpack(&zerompk::to_msgpack_vec(written).unwrap()).ok()
}

/// A field that is gone, for rmp-serde: it reads whatever an old writer has there, and writes nil.
#[derive(Debug, Default, PartialEq)]
struct Gone;

impl Serialize for Gone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for Gone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|IgnoredAny| Gone)
    }
}

#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Debug, PartialEq)]
struct Short {
    #[codec(1)]
    #[msgpack(key = 0)]
    id: u32,
    #[codec(2)]
    #[msgpack(key = 1)]
    #[serde(default)]
    name: String,
}

#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Debug, PartialEq)]
struct Whole {
    #[codec(1)]
    #[msgpack(key = 0)]
    id: u32,
    #[codec(2)]
    #[msgpack(key = 1)]
    #[serde(default)]
    name: String,
    #[codec(3)]
    #[msgpack(key = 2)]
    #[serde(default)]
    copies: u32,
}

#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Debug, PartialEq)]
struct Nullable {
    #[codec(1)]
    #[msgpack(key = 0)]
    id: u32,
    #[codec(2)]
    #[msgpack(key = 1)]
    #[serde(default)]
    name: Option<String>,
}

/// [`Whole`] without its second field.
#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Debug, PartialEq)]
struct Hole {
    #[codec(1)]
    #[msgpack(key = 0)]
    id: u32,
    #[codec(3)]
    #[msgpack(key = 2)]
    #[serde(default)]
    copies: u32,
}

/// [`Hole`], as well as rmp-serde can have it.
#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Placeholder {
    id: u32,
    #[serde(default)]
    name: Gone,
    #[serde(default)]
    copies: u32,
}

fn short() -> Short {
    Short {
        id: 7,
        name: "Ann".into(),
    }
}

fn whole() -> Whole {
    Whole {
        id: 7,
        name: "Ann".into(),
        copies: 3,
    }
}

const HOLE: Hole = Hole { id: 7, copies: 3 };
const PLACEHOLDER: Placeholder = Placeholder {
    id: 7,
    name: Gone,
    copies: 3,
};

fn unnamed() -> Whole {
    Whole {
        name: String::new(),
        ..whole()
    }
}

#[test]
fn everwire_reads_each_change_both_ways() {
    let wire = Wire::MsgPack;
    // Appended.
    let upgraded = Whole {
        copies: 0,
        ..whole()
    };
    assert_eq!(reread::<Short, Whole>(wire, &short()), upgraded);
    assert_eq!(reread::<Whole, Short>(wire, &whole()), short());
    // Removed.
    assert_eq!(reread::<Whole, Hole>(wire, &whole()), HOLE);
    assert_eq!(reread::<Hole, Whole>(wire, &HOLE), unnamed());
    // Added again: the same pair, the other one being newer, after a time in which only the one without it was written.
    let again: Whole = reread(wire, &reread::<Whole, Hole>(wire, &whole()));
    assert_eq!(again, unnamed());
    // Made nullable.
    for name in [None, Some(String::new()), Some("Ann".to_owned())] {
        let plain = name.clone().unwrap_or_default();
        let new = Nullable { id: 7, name };
        assert_eq!(reread::<Nullable, Short>(wire, &new).name, plain);
    }
    let name = reread::<Short, Nullable>(wire, &short()).name;
    assert_eq!(name.as_deref(), Some("Ann"));
}

#[test]
fn what_is_appended_is_refused_by_old_readers_of_peers() {
    let upgraded = Whole {
        copies: 0,
        ..whole()
    };
    assert_eq!(rmp_serde::<Short, Whole>(&short()), Some(upgraded));
    assert_eq!(rmp_serde::<Whole, Short>(&whole()), None);

    assert_eq!(zerompk::<Short, Whole>(&short()), None);
    assert_eq!(zerompk::<Whole, Short>(&whole()), None);
}

#[test]
fn where_a_field_was_removed_old_readers_of_peers_refuse_the_nil() {
    assert_eq!(rmp_serde::<Whole, Hole>(&whole()), None);
    assert_eq!(rmp_serde::<Hole, Whole>(&HOLE), None);
    assert_eq!(rmp_serde::<Whole, Placeholder>(&whole()), Some(PLACEHOLDER));
    assert_eq!(rmp_serde::<Placeholder, Whole>(&PLACEHOLDER), None);

    assert_eq!(zerompk::<Whole, Hole>(&whole()), None);
    assert_eq!(zerompk::<Hole, Whole>(&HOLE), None);
}

#[test]
fn where_a_field_was_added_again_new_readers_of_peers_refuse_the_nil() {
    assert_eq!(rmp_serde::<Hole, Whole>(&HOLE), None);
    assert_eq!(rmp_serde::<Placeholder, Whole>(&PLACEHOLDER), None);
    assert_eq!(rmp_serde::<Whole, Placeholder>(&whole()), Some(PLACEHOLDER));

    assert_eq!(zerompk::<Hole, Whole>(&HOLE), None);
    assert_eq!(zerompk::<Whole, Hole>(&whole()), None);
}

#[test]
fn what_was_made_nullable_is_refused_by_old_readers_of_peers() {
    let none = Nullable { id: 7, name: None };
    let some = Nullable {
        id: 7,
        name: Some("Ann".into()),
    };
    assert_eq!(rmp_serde::<Short, Nullable>(&short()).as_ref(), Some(&some));
    assert_eq!(rmp_serde::<Nullable, Short>(&some), Some(short()));
    assert_eq!(rmp_serde::<Nullable, Short>(&none), None);

    assert_eq!(zerompk::<Short, Nullable>(&short()).as_ref(), Some(&some));
    assert_eq!(zerompk::<Nullable, Short>(&some), Some(short()));
    assert_eq!(zerompk::<Nullable, Short>(&none), None);
}

/// The one way out that a peer has: the field was an `Option` in every version, and what stands for it was written by hand.
#[test]
fn rmp_serde_needs_an_option_and_a_placeholder_to_lose_a_field() {
    #[derive(Serialize, Deserialize, Debug, PartialEq)]
    struct Optional {
        id: u32,
        name: Option<String>,
        copies: u32,
    }
    let named = Optional {
        id: 7,
        name: Some("Ann".into()),
        copies: 3,
    };
    assert_eq!(
        rmp_serde::<Optional, Placeholder>(&named),
        Some(PLACEHOLDER)
    );
    let unnamed = Optional {
        name: None,
        ..named
    };
    assert_eq!(
        rmp_serde::<Placeholder, Optional>(&PLACEHOLDER),
        Some(unnamed)
    );
}
