//! The well-known types alone: each is a message in the standard encoding, and has a form of its own in ProtoJSON.

use everwire::wkt;

use crate::agree::{self, Bytes};
use crate::form::Form;
use crate::interpreter::python;
use crate::types::compiled::options;

macro_rules! known_types_agree {
    ($($test:ident: $type:ident, $bytes:ident;)*) => {$(
        #[test]
        fn $test() {
            let Some(python) = python(Form::Binary) else {
                return;
            };
            agree::made::<wkt::$type>(python, &options(), Bytes::$bytes);
            agree::made::<wkt::$type>(python.in_form(Form::ProtoJson), &options(), Bytes::Equal);
        }
    )*};
}

known_types_agree! {
    timestamps_agree: Timestamp, Equal;
    durations_agree: Duration, Equal;
    field_masks_agree: FieldMask, Equal;
    anys_agree: Any, Equal;
    // The entries of an object are those of a map.
    values_agree: Value, Differ;
    objects_agree: Struct, Differ;
    lists_agree: ListValue, Differ;
    nothing_agrees: Empty, Equal;
    double_wrappers_agree: DoubleValue, Equal;
    float_wrappers_agree: FloatValue, Equal;
    int64_wrappers_agree: Int64Value, Equal;
    uint64_wrappers_agree: UInt64Value, Equal;
    int32_wrappers_agree: Int32Value, Equal;
    uint32_wrappers_agree: UInt32Value, Equal;
    bool_wrappers_agree: BoolValue, Equal;
    string_wrappers_agree: StringValue, Equal;
    bytes_wrappers_agree: BytesValue, Equal;
}
