//! JSON: msgspec's structs, and orjson's dicts.

use std::fmt::Debug;
use std::time::SystemTime;

use everwire::{Codec, DecodeOwned, Options, Wire};
use serde_json::{Value, json};

use crate::agree::{self, Bytes};
use crate::form::Form;
use crate::interpreter::{Python, python};
use crate::told::{Told, ordered};
use crate::types::Sample;
use crate::types::containers::{Lists, Maps, Optionals, Tree};
use crate::types::enums::{Choice, Enums};
use crate::types::scalars::{Floats, Integers, Letters, Texts, Wide};
use crate::types::shapes::Shapes;
use crate::types::times::Times;
use crate::types::versions::{Keyed, New, Old};

macro_rules! samples_agree {
    ($($test:ident: $type:ty, $bytes:ident;)*) => {
        mod structs {
            use super::*;
            $(#[test]
            fn $test() {
                let Some(python) = python(Form::Objects) else {
                    return;
                };
                agree::samples::<$type>(python, Bytes::$bytes);
            })*
        }

        mod dicts {
            use super::*;
            $(#[test]
            fn $test() {
                dicts::<$type>();
            })*
        }
    };
}

samples_agree! {
    integers_agree: Integers, Equal;
    // msgspec writes `1e100` where serde_json writes `1e+100`.
    floats_agree: Floats, Differ;
    text_and_bytes_agree: Texts, Equal;
    characters_agree: Letters, Equal;
    presence_agrees: Optionals, Differ;
    lists_and_tuples_agree: Lists, Equal;
    maps_agree: Maps, Differ;
    other_shapes_agree: Shapes, Differ;
    recursion_agrees: Tree, Equal;
    enums_agree: Enums, Differ;
    members_of_a_oneof_agree: Choice, Equal;
    // msgspec writes six digits where there are any.
    times_agree: Times, Differ;
    names_have_no_holes: New, Equal;
    a_map_of_numbers_has_names: Keyed, Equal;
}

/// What serde_json reads in our text orjson reads too, and its text of that is ours.
fn dicts<T: Codec + DecodeOwned + Debug + Told + Sample>() {
    let Some(python) = python(Form::Trees) else {
        return;
    };
    for value in T::samples() {
        let ours = everwire::json::to_string(&value).unwrap();
        let read = agree::read(python, &value, ours.as_bytes());
        let tree: Value = serde_json::from_str(&ours).unwrap();
        assert_eq!(read.value, ordered(tree.told()), "{ours}");
        assert_eq!(String::from_utf8(read.bytes).unwrap(), ours);
    }
}

impl Told for Value {
    fn told(&self) -> Value {
        match self {
            Self::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(integer), _) => integer.told(),
                (None, Some(integer)) => integer.told(),
                (None, None) => number.as_f64().told(),
            },
            Self::Array(items) => items.told(),
            Self::Object(members) => {
                let entries = members
                    .iter()
                    .map(|(name, value)| json!([name, value.told()]));
                json!({ "map": entries.collect::<Self>() })
            }
            other => other.clone(),
        }
    }
}

#[test]
fn wide_integers_agree_with_msgspec() {
    let Some(python) = python(Form::Objects) else {
        return;
    };
    agree::samples::<Wide>(python, Bytes::Equal);
}

#[test]
fn wide_integers_are_floats_in_orjson() {
    let Some(python) = python(Form::Trees) else {
        return;
    };
    let wide = Wide {
        unsigned: u128::MAX,
        signed: i64::MIN.into(),
    };
    let ours = Wire::Json.encode(&wide).unwrap();
    let read = agree::read(python, &wide, &ours);
    let expected =
        json!({ "map": [["signed", i64::MIN.told()], ["unsigned", (u128::MAX as f64).told()]] });
    assert_eq!(read.value, expected);
}

#[test]
fn what_python_programs_write_otherwise_is_read() {
    let Some(python) = python(Form::Objects) else {
        return;
    };
    let options = Options::new();
    agree::made::<New>(python, &options, Bytes::Differ);
    agree::made::<Floats>(python, &options, Bytes::Differ);
    agree::made::<Times>(python, &options, Bytes::Differ);
    agree::made::<Integers>(python, &options, Bytes::Differ);
}

#[derive(Codec, Debug)]
#[codec(name = "test.python.Instant")]
struct Instant {
    #[codec(1)]
    at: SystemTime,
}

tells! {
    Instant { at }
}

#[test]
fn what_orjson_writes_of_python_s_own_types_is_read() {
    fn read<T: Codec + DecodeOwned + Told>(python: Python) {
        for made in python.made(&T::SCHEMA.full_name()) {
            agree::here::<T>(Form::Trees, &Options::new(), &made);
        }
    }
    let Some(python) = python(Form::Trees) else {
        return;
    };
    read::<New>(python);
    read::<Floats>(python);
    read::<Maps>(python);
    read::<Instant>(python);
}

#[test]
fn a_newer_version_passes_through_the_older_one() {
    let Some(python) = python(Form::Objects) else {
        return;
    };
    for new in New::samples() {
        let sent = Wire::Json.encode(&new).unwrap();
        let read = python.read("test.python.Old", &sent).unwrap();
        let seen = json!({ "id": new.id.told(), "name": new.name.told() });
        assert_eq!(read.value, seen);
        let old: Old = Wire::Json.decode(&sent).unwrap();
        let kept = Wire::Json.encode(&old).unwrap();
        let back = python.read("test.python.New", &kept).unwrap();
        assert_eq!(back.value, new.told());
    }
}
