//! The messages that protobuf's conformance suite sends.

use std::collections::BTreeMap;

use edition_2024::conformance::conformance as suite;
use edition_2024::conformance::google::protobuf::{Struct, Value, value};
use edition_2024::conformance::protobuf_test_messages::{proto2, proto3};
use everwire::Wire;
use proto2::{TestAllRequiredTypesProto2, TestAllTypesProto2, test_all_types_proto2};
use proto3::{TestAllTypesProto3, test_all_types_proto3};

use super::{every_field_survives, survives};

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
fn every_field_of_proto3_survives_every_wire() {
    let values = every_field_survives::<TestAllTypesProto3>();
    assert_eq!(values.len(), 10);
    assert_eq!(values[1].unpacked_sfixed64, [i64::MAX, -1]);
    assert_eq!(values[3].map_string_bytes["日本"], [0; 200]);
    assert_eq!(
        values[0].oneof_field,
        Some(test_all_types_proto3::OneofField::OneofUint32(u32::MAX))
    );
    assert_eq!(
        values[2].optional_aliased_enum,
        test_all_types_proto3::AliasedEnum::AliasBar
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
fn a_value_that_contains_itself_survives_every_wire() {
    let fields = BTreeMap::from([
        ("a".to_owned(), kind(value::Kind::NumberValue(0.0))),
        (
            "b".to_owned(),
            kind(value::Kind::StructValue(Struct::default())),
        ),
    ]);
    survives(&TestAllTypesProto3 {
        optional_int32: -1,
        recursive_message: Some(Box::new(TestAllTypesProto3 {
            optional_nested_enum: test_all_types_proto3::NestedEnum::Other(1_000_000),
            ..Default::default()
        })),
        oneof_field: Some(test_all_types_proto3::OneofField::OneofString(String::new())),
        optional_struct: Some(Struct {
            fields,
            ..Default::default()
        }),
        ..Default::default()
    });
}

fn kind(kind: value::Kind) -> Value {
    Value {
        kind: Some(kind),
        ..Default::default()
    }
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

#[test]
fn requests_and_responses_of_the_suite_survive_every_wire() {
    every_field_survives::<suite::ConformanceRequest>();
    every_field_survives::<suite::ConformanceResponse>();
    every_field_survives::<suite::FailureSet>();
}
