//! Types compiled from `.proto` files: Python makes messages with each value at the edges, in both encodings.

use crate::agree::{self, Bytes};
use crate::form::Form;
use crate::interpreter::python;
use crate::types::compiled::{edges, extended, options, shop, unusual, v1, v2};

macro_rules! made_messages_agree {
    ($($test:ident: $type:ty, $bytes:ident;)*) => {
        mod binary {
            use super::*;
            $(#[test]
            fn $test() {
                let Some(python) = python(Form::Binary) else {
                    return;
                };
                agree::made::<$type>(python, &options(), Bytes::$bytes);
            })*
        }

        mod proto_json {
            use super::*;
            $(#[test]
            fn $test() {
                let Some(python) = python(Form::ProtoJson) else {
                    return;
                };
                agree::made::<$type>(python, &options(), Bytes::Equal);
            })*
        }
    };
}

// Python writes the keys and values of maps where they are zero or empty too.
made_messages_agree! {
    plain_scalars_agree: v1::Scalars, Equal;
    optional_scalars_agree: v1::Optionals, Equal;
    packed_lists_agree: v1::Lists, Equal;
    unpacked_lists_agree: v1::Unpacked, Equal;
    maps_agree: v1::Maps, Differ;
    oneofs_agree: v1::Choice, Equal;
    recursion_agrees: v1::Tree, Differ;
    groups_required_fields_and_defaults_agree: v2::Legacy, Equal;
    well_known_types_agree: edges::Edges, Differ;
    closed_enums_groups_and_extensions_agree: unusual::Unusual, Differ;
    extensions_agree: extended::Order, Equal;
    orders_agree: shop::Order, Differ;
}

/// It takes the shortest digits for a double, which is above the largest `float`.
#[test]
fn json_format_cannot_read_the_largest_float_that_it_writes() {
    let Some(python) = python(Form::ProtoJson) else {
        return;
    };
    let largest = v1::Scalars {
        float: f32::MAX,
        ..v1::Scalars::default()
    };
    let ours = options().encode(Form::ProtoJson.wire(), &largest).unwrap();
    assert_eq!(ours, br#"{"float":3.4028235e+38}"#);
    let error = python.read("test.v1.Scalars", &ours).err().unwrap();
    assert!(
        error.contains("Float value too large at Scalars.float"),
        "{error}"
    );
    let theirs = br#"{"float": 3.4028235e+38}"#;
    let read: v1::Scalars = options().decode(Form::ProtoJson.wire(), theirs).unwrap();
    assert_eq!(read.float, f32::MAX);
}
