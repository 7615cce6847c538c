//! The messages in proto3 that protobuf's conformance suite sends, and those that it is driven by.

mod support;

use std::collections::BTreeMap;

use edition_2024::conformance::conformance as suite;
use edition_2024::conformance::protobuf_test_messages::proto3;
use everwire::wkt::{Struct, Value};
use proto3::{TestAllTypesProto3, test_all_types_proto3};
use support::{every_field_survives, survives};

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
fn a_value_that_contains_itself_survives_every_wire() {
    let fields = BTreeMap::from([("a", Value::from(0.0)), ("b", Struct::default().into())]);
    survives(&TestAllTypesProto3 {
        optional_int32: -1,
        recursive_message: Some(Box::new(TestAllTypesProto3 {
            optional_nested_enum: test_all_types_proto3::NestedEnum::Other(1_000_000),
            ..Default::default()
        })),
        oneof_field: Some(test_all_types_proto3::OneofField::OneofString(String::new())),
        optional_struct: Some(fields.into()),
        ..Default::default()
    });
}

#[test]
fn requests_and_responses_of_the_suite_survive_every_wire() {
    every_field_survives::<suite::ConformanceRequest>();
    every_field_survives::<suite::ConformanceResponse>();
    every_field_survives::<suite::FailureSet>();
}
