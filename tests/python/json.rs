//! JSON: msgspec's structs, and orjson's trees.

use everwire::Wire;

use crate::agree::{self, Bytes};
use crate::interpreter::python;
use crate::types::containers::{Lists, Maps, Optionals, Tree};
use crate::types::enums::{Choice, Enums};
use crate::types::scalars::{Floats, Integers, Texts, Wide};
use crate::types::times::Times;
use crate::types::versions::{Keyed, New};

macro_rules! samples_agree {
    ($($test:ident: $type:ty, $bytes:ident;)*) => {$(
        #[test]
        fn $test() {
            let Some(python) = python("msgspec") else { return };
            agree::all::<$type>(python, "json", Wire::Json, Bytes::$bytes);
        }
    )*};
}

samples_agree! {
    integers_agree: Integers, Equal;
    wide_integers_agree: Wide, Equal;
    floats_agree: Floats, Differ;
    text_and_bytes_agree: Texts, Equal;
    presence_agrees: Optionals, Differ;
    lists_and_tuples_agree: Lists, Differ;
    maps_agree: Maps, Differ;
    recursion_agrees: Tree, Equal;
    enums_agree: Enums, Differ;
    members_of_a_oneof_agree: Choice, Differ;
    times_agree: Times, Differ;
    names_have_no_holes: New, Equal;
    a_map_of_numbers_has_names: Keyed, Equal;
}
