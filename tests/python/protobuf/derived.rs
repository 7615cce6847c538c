//! Derived types, as `protos/shapes.proto` says them.

use everwire::{Options, Wire};

use crate::agree::{self, Bytes};
use crate::form::Form;
use crate::interpreter::python;
use crate::told::Told;
use crate::types::containers::{Inner, Lists, Maps, Optionals, Tree};
use crate::types::enums::{Choice, Enums};
use crate::types::scalars::{Floats, Integers, Letters, Texts, Wide};
use crate::types::shapes::Shapes;
use crate::types::times::Times;
use crate::types::versions::{Keyed, New};

macro_rules! samples_agree {
    ($($test:ident: $type:ty, $bytes:ident;)*) => {$(
        #[test]
        fn $test() {
            let Some(python) = python(Form::Binary) else {
                return;
            };
            agree::samples::<$type>(python, Bytes::$bytes);
        }
    )*};
}

// Python writes the keys and values of maps where they are zero or empty too.
samples_agree! {
    integers_agree: Integers, Equal;
    wide_integers_are_sixteen_bytes: Wide, Equal;
    floats_agree: Floats, Equal;
    text_and_bytes_agree: Texts, Equal;
    presence_agrees: Optionals, Equal;
    lists_and_tuples_agree: Lists, Equal;
    maps_agree: Maps, Differ;
    // Ours are in the order of their slots, and the keys and values of entries are left out where they are zero.
    other_shapes_agree: Shapes, Differ;
    recursion_agrees: Tree, Differ;
    enums_agree: Enums, Equal;
    members_of_a_oneof_agree: Choice, Equal;
    times_agree: Times, Equal;
    defaults_agree: New, Equal;
    large_numbers_agree: Keyed, Equal;
}

/// Derived types read ProtoJSON as they read their own dialect, and `json_format` reads theirs where no name of an enum is in it.
#[test]
fn messages_that_python_makes_agree() {
    let Some(python) = python(Form::Binary) else {
        return;
    };
    let options = Options::new();
    for python in [python, python.in_form(Form::ProtoJson)] {
        agree::made::<Floats>(python, &options, Bytes::Differ);
        agree::made::<Inner>(python, &options, Bytes::Differ);
        agree::made::<Tree>(python, &options, Bytes::Differ);
        agree::made::<Keyed>(python, &options, Bytes::Differ);
    }
}

#[test]
fn a_plain_character_of_zero_is_absent_and_so_empty_text_to_others() {
    let Some(python) = python(Form::Binary) else {
        return;
    };
    let letters = Letters {
        plain: '\0',
        perhaps: Some('\0'),
        many: vec!['\0'],
    };
    let ours = Wire::Protobuf.encode(&letters).unwrap();
    assert_eq!(ours, b"\x12\x01\0\x1a\x01\0");
    let answer = python.read("test.python.Letters", &ours).unwrap();
    let mut expected = letters.told();
    expected["plain"] = "".into();
    assert_eq!(answer.value, expected);
    assert_eq!(answer.bytes, ours);
    let read: Letters = Wire::Protobuf.decode(b"\x0a\0").unwrap();
    assert_eq!(read.plain, '\0');
}
