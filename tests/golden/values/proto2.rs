//! The messages in proto2 that protobuf's conformance suite sends.

mod support;

use edition_2024::conformance::protobuf_test_messages::proto2;
use everwire::Wire;
use proto2::{TestAllRequiredTypesProto2, TestAllTypesProto2, test_all_types_proto2};
use support::{every_field_survives, survives};

#[test]
fn every_field_of_proto2_survives_every_wire() {
    let values = every_field_survives::<TestAllTypesProto2>();
    assert_eq!(values.len(), 9);
    assert_eq!(values[0].optional_sint32, Some(i32::MIN));
    assert_eq!(values[0].default_fixed64, Some(u64::MAX));
    assert_eq!(values[2].data.as_ref().unwrap().group_uint32, Some(127));
    assert_eq!(
        values[7].oneof_field,
        Some(test_all_types_proto2::OneofField::OneofDouble(0.1))
    );
}

#[test]
fn defaults_of_proto2_are_known() {
    let absent = TestAllTypesProto2::default();
    assert_eq!(absent.default_int32, None);
    assert_eq!(absent.default_int32_or_default(), -123_456_789);
    assert_eq!(absent.default_string_or_default(), "Rosebud");
    assert_eq!(absent.default_bytes_or_default(), b"joshua");
    assert!(absent.default_bool_or_default());
    survives(&absent);
}

#[test]
fn a_message_that_requires_itself_is_refused() {
    for (wire, nothing) in Wire::ALL.iter().zip([&b""[..], b"\x90", b"{}"]) {
        let error = wire
            .decode::<TestAllRequiredTypesProto2>(nothing)
            .unwrap_err();
        assert!(error.to_string().contains("required"), "{wire}: {error}");
    }
}
