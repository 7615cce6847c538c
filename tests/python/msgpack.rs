//! MessagePack and msgspec's `array_like=True`.

use everwire::Wire;

use crate::agree::{self, Bytes};
use crate::interpreter::python;
use crate::types::containers::{Lists, Maps, Optionals, Tree};
use crate::types::enums::{Choice, Enums};
use crate::types::scalars::{Floats, Integers, Texts, Wide};
use crate::types::times::Times;
use crate::types::versions::New;

macro_rules! samples_agree {
    ($($test:ident: $type:ty, $bytes:ident;)*) => {$(
        #[test]
        fn $test() {
            let Some(python) = python("msgspec") else { return };
            agree::all::<$type>(python, "msgpack", Wire::MsgPack, Bytes::$bytes);
        }
    )*};
}

samples_agree! {
    integers_agree: Integers, Equal;
    wide_integers_are_sixteen_bytes: Wide, Equal;
    // Python has no `f32`, and msgspec writes each float as an `f64`.
    floats_agree: Floats, Differ;
    text_and_bytes_agree: Texts, Equal;
    presence_agrees: Optionals, Equal;
    lists_and_tuples_agree: Lists, Equal;
    maps_agree: Maps, Equal;
    recursion_agrees: Tree, Equal;
    enums_agree: Enums, Equal;
    members_of_a_oneof_agree: Choice, Equal;
    times_agree: Times, Equal;
    holes_are_none: New, Equal;
}
