//! What one side does not know: both keep it, in one version of a message and in the numbers of enums.

use everwire::Wire;
use everwire_tests::hex;
use serde_json::{Value, json};

use crate::form::Form;
use crate::interpreter::python;
use crate::told::{Told, ordered};
use crate::types::Sample;
use crate::types::compiled::unusual::Unusual;
use crate::types::compiled::v1::{Colour, Scalars};
use crate::types::versions::{New, Old};

#[test]
fn what_a_newer_version_sends_passes_through_the_older_one_of_either_side() {
    let Some(python) = python(Form::Binary) else {
        return;
    };
    for new in New::samples() {
        let sent = Wire::Protobuf.encode(&new).unwrap();

        // By Python's older version.
        let old = python.read("test.python.Old", &sent).unwrap();
        assert_eq!(
            old.value,
            json!({ "id": new.id.told(), "name": new.name.told() })
        );
        let back: New = Wire::Protobuf.decode(&old.bytes).unwrap();
        assert_eq!(back.told(), new.told());
        assert_eq!(old.bytes, sent);

        // By ours, for Python's newer one.
        let old: Old = Wire::Protobuf.decode(&sent).unwrap();
        let kept = Wire::Protobuf.encode(&old).unwrap();
        assert_eq!(kept, sent);
        let back = python.read("test.python.New", &kept).unwrap();
        assert_eq!(back.value, ordered(new.told()));
    }
}

#[test]
fn a_number_that_a_closed_enum_does_not_have_is_kept_by_both_as_unknown() {
    let Some(python) = python(Form::Binary) else {
        return;
    };
    // The field alone, two elements of a list beside a known one, and an entry of a map beside a known one.
    let sent =
        b"\x18\x09\x20\x01\x20\x09\x20\x08\x2a\x05\x0a\x01a\x10\x09\x2a\x05\x0a\x01b\x10\x01";
    let ours: Unusual = Wire::Protobuf.decode(sent).unwrap();
    let theirs = python.read("test.unusual.Unusual", sent).unwrap();
    assert_eq!(theirs.value, ours.told());
    assert_eq!(theirs.value["closed"], Value::Null);
    assert_eq!(theirs.value["several"], json!([1.told()]));
    assert_eq!(theirs.value["by_name"], json!({ "map": [["b", 1.told()]] }));
    let kept =
        b"\x22\x01\x01\x2a\x05\x0a\x01b\x10\x01\x18\x09\x20\x09\x20\x08\x2a\x05\x0a\x01a\x10\x09";
    assert_eq!(hex(&Wire::Protobuf.encode(&ours).unwrap()), hex(kept));
    assert_eq!(hex(&theirs.bytes), hex(kept));
}

#[test]
fn a_number_that_an_open_enum_does_not_have_is_a_value_to_both() {
    let Some(python) = python(Form::Binary) else {
        return;
    };
    for number in [3, -1, i32::MIN, i32::MAX] {
        let scalars = Scalars {
            colour: Colour::Other(number),
            ..Scalars::default()
        };
        let sent = Wire::Protobuf.encode(&scalars).unwrap();
        let theirs = python.read("test.v1.Scalars", &sent).unwrap();
        assert_eq!(theirs.value["colour"], number.told());
        assert_eq!(hex(&theirs.bytes), hex(&sent));
    }
}

/// Each type of field beside the numbers that are known, in the order in which it came.
#[test]
fn unknown_fields_of_every_wire_type_pass_through_both() {
    let Some(python) = python(Form::Binary) else {
        return;
    };
    let known = b"\x08\x07\x22\x01n";
    let unknown = b"\x50\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x59\x01\x02\x03\x04\x05\x06\x07\x08\x62\x02\xff\x00\x6d\x01\x02\x03\x04\x73\x08\x01\x74\x50\x00";
    let sent = [&known[..], unknown].concat();
    let ours: Old = Wire::Protobuf.decode(&sent).unwrap();
    assert_eq!(hex(&Wire::Protobuf.encode(&ours).unwrap()), hex(&sent));
    let theirs = python.read("test.python.Old", &sent).unwrap();
    assert_eq!(theirs.value, ours.told());
    assert_eq!(hex(&theirs.bytes), hex(&sent));
}
