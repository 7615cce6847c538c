//! MessagePack and msgspec's `array_like=True`.

use std::fmt::Debug;
use std::time::SystemTime;

use everwire::{Codec, DecodeOwned, Options, Wire};
use everwire_tests::hex;
use serde_json::json;

use crate::agree::{self, Bytes};
use crate::form::Form;
use crate::interpreter::{Python, python};
use crate::told::{Told, ordered};
use crate::types::Sample;
use crate::types::compiled::{edges, options, shop};
use crate::types::containers::{Lists, Maps, Optionals, Tree};
use crate::types::enums::{Choice, Enums};
use crate::types::scalars::{Floats, Integers, Letters, Texts, Wide};
use crate::types::shapes::Shapes;
use crate::types::times::{Times, YEARS, at};
use crate::types::versions::{Keyed, New, Old};

macro_rules! samples_agree {
    ($($test:ident: $type:ty, $bytes:ident;)*) => {$(
        #[test]
        fn $test() {
            let Some(python) = python(Form::Arrays) else {
                return;
            };
            agree::samples::<$type>(python, Bytes::$bytes);
        }
    )*};
}

samples_agree! {
    integers_agree: Integers, Equal;
    wide_integers_are_sixteen_bytes: Wide, Equal;
    // Python has no `f32`, and msgspec writes each float as an `f64`.
    floats_agree: Floats, Differ;
    text_and_bytes_agree: Texts, Equal;
    characters_agree: Letters, Equal;
    presence_agrees: Optionals, Equal;
    lists_and_tuples_agree: Lists, Equal;
    maps_agree: Maps, Equal;
    other_shapes_agree: Shapes, Equal;
    recursion_agrees: Tree, Equal;
    enums_agree: Enums, Equal;
    members_of_a_oneof_agree: Choice, Equal;
    times_agree: Times, Equal;
    holes_are_none: New, Equal;
}

#[test]
fn what_python_programs_write_otherwise_is_read() {
    let Some(python) = python(Form::Arrays) else {
        return;
    };
    let options = Options::new();
    agree::made::<Floats>(python, &options, Bytes::Differ);
    agree::made::<Texts>(python, &options, Bytes::Differ);
    agree::made::<Lists>(python, &options, Bytes::Equal);
    agree::made::<Times>(python, &options, Bytes::Differ);
    agree::made::<Enums>(python, &options, Bytes::Differ);
    agree::made::<New>(python, &options, Bytes::Differ);
}

/// Messages that protobuf makes, as arrays.
fn compiled<T: Codec + DecodeOwned + Debug + Told>(binary: Python, arrays: Python) {
    for made in binary.made(&T::SCHEMA.full_name()) {
        let value: T = agree::here(Form::Binary, &options(), &made);
        let ours = options().encode(Wire::MsgPack, &value).unwrap();
        let read = agree::read(arrays, &value, &ours);
        assert_eq!(read.value, made.value, "{}", hex(&ours));
        agree::here::<T>(Form::Arrays, &options(), &read);
    }
}

#[test]
fn types_compiled_from_schemas_are_arrays_too() {
    let (Some(binary), Some(arrays)) = (python(Form::Binary), python(Form::Arrays)) else {
        return;
    };
    compiled::<shop::Order>(binary, arrays);
    compiled::<edges::Edges>(binary, arrays);
}

#[test]
fn a_message_in_its_map_form_is_a_dict_of_its_numbers() {
    let Some(python) = python(Form::Arrays) else {
        return;
    };
    for value in Keyed::samples() {
        let ours = Wire::MsgPack.encode(&value).unwrap();
        let read = agree::read(python, &value, &ours);
        let mut entries = Vec::new();
        if value.id != 0 {
            entries.push(json!([1.told(), value.id.told()]));
        }
        if let Some(note) = &value.note {
            entries.push(json!([1000.told(), note.told()]));
        }
        assert_eq!(read.value, ordered(json!({ "map": entries })));
        assert_eq!(hex(&read.bytes), hex(&ours));
    }
}

#[test]
fn a_newer_version_passes_through_the_older_one() {
    let Some(python) = python(Form::Arrays) else {
        return;
    };
    for new in New::samples() {
        let sent = Wire::MsgPack.encode(&new).unwrap();

        // msgspec's older version skips what follows; ours keeps it, for msgspec's newer one.
        let read = python.read("test.python.Old", &sent).unwrap();
        let seen = json!({ "id": new.id.told(), "name": new.name.told() });
        assert_eq!(read.value, seen);
        let old: Old = Wire::MsgPack.decode(&sent).unwrap();
        let kept = Wire::MsgPack.encode(&old).unwrap();
        let back = python.read("test.python.New", &kept).unwrap();
        assert_eq!(back.value, new.told());

        // What either older version writes, the newer one of the other reads.
        let short = New {
            id: new.id,
            name: new.name,
            copies: 3,
            note: None,
            tags: Vec::new(),
            inner: None,
        };
        let by_us: New = Wire::MsgPack.decode(&read.bytes).unwrap();
        assert_eq!(by_us.told(), short.told());
        let old: Old = Wire::MsgPack.decode(&read.bytes).unwrap();
        let ours = Wire::MsgPack.encode(&old).unwrap();
        assert_eq!(hex(&ours), hex(&read.bytes));
        let by_msgspec = python.read("test.python.New", &ours).unwrap();
        assert_eq!(by_msgspec.value, short.told());
    }
}

#[test]
fn msgspec_refuses_a_number_that_its_enum_does_not_have() {
    let Some(python) = python(Form::Arrays) else {
        return;
    };
    let bytes = b"\x97\x09\x09\xc0\x90\x92\x01\x90\xc0\x90";
    let error = python.read("test.python.Enums", bytes).err().unwrap();
    assert_eq!(error, "ValidationError: Invalid enum value 9 - at `$[0]`");
    let read: Enums = Wire::MsgPack.decode(bytes).unwrap();
    assert_eq!((read.closed.told(), read.open.told()), (0.told(), 9.told()));
}

/// Python's `datetime` has microseconds, and msgspec rounds to the nearest one: beyond the last one there is no year.
#[test]
fn msgspec_rounds_nanoseconds() {
    let Some(python) = python(Form::Arrays) else {
        return;
    };
    let read = |at: SystemTime| {
        let times = Times {
            at,
            ..Times::edges().remove(0)
        };
        python.read("test.python.Times", &Wire::MsgPack.encode(&times).unwrap())
    };
    for (sent, rounded) in [
        (at(0, 499), at(0, 0)),
        (at(0, 999_999_999), at(1, 0)),
        (at(-1, 999_999_999), at(0, 0)),
        (at(YEARS.1, 999_999_499), at(YEARS.1, 999_999_000)),
    ] {
        assert_eq!(read(sent).unwrap().value["at"], rounded.told());
    }
    let error = read(at(YEARS.1, 999_999_999)).err().unwrap();
    assert_eq!(error, "ValueError: year 10000 is out of range");
}
