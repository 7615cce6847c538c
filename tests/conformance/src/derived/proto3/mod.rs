//! The messages of `test_messages_proto3.proto`, as a person who has no schema would write them.

mod nested;

use std::collections::BTreeMap;

use everwire::wkt::{
    Any, BoolValue, BytesValue, DoubleValue, Duration, FieldMask, FloatValue, Int32Value,
    Int64Value, ListValue, NullValue, StringValue, Struct, Timestamp, UInt32Value, UInt64Value,
    Value,
};
use everwire::{Codec, Error, Registry, UnknownFields};

use nested::{AliasedEnum, ForeignEnum, ForeignMessage, NestedEnum, NestedMessage, OneofField};

/// Adds what the suite asks for by name.
pub fn register(registry: &mut Registry) -> Result<(), Error> {
    registry.register::<TestAllTypesProto3>()?;
    Ok(())
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto3.TestAllTypesProto3",
    json = "proto",
    reserved("reserved_field", 501..=510, 999999)
)]
pub struct TestAllTypesProto3 {
    // Single values.
    #[codec(1)]
    pub optional_int32: i32,
    #[codec(2)]
    pub optional_int64: i64,
    #[codec(3)]
    pub optional_uint32: u32,
    #[codec(4)]
    pub optional_uint64: u64,
    #[codec(5, sint)]
    pub optional_sint32: i32,
    #[codec(6, sint)]
    pub optional_sint64: i64,
    #[codec(7, fixed)]
    pub optional_fixed32: u32,
    #[codec(8, fixed)]
    pub optional_fixed64: u64,
    #[codec(9, fixed)]
    pub optional_sfixed32: i32,
    #[codec(10, fixed)]
    pub optional_sfixed64: i64,
    #[codec(11)]
    pub optional_float: f32,
    #[codec(12)]
    pub optional_double: f64,
    #[codec(13)]
    pub optional_bool: bool,
    #[codec(14)]
    pub optional_string: String,
    #[codec(15)]
    pub optional_bytes: Vec<u8>,
    #[codec(18)]
    pub optional_nested_message: Option<NestedMessage>,
    #[codec(19)]
    pub optional_foreign_message: Option<ForeignMessage>,
    #[codec(21)]
    pub optional_nested_enum: NestedEnum,
    #[codec(22)]
    pub optional_foreign_enum: ForeignEnum,
    #[codec(23)]
    pub optional_aliased_enum: AliasedEnum,
    #[codec(24)]
    pub optional_string_piece: String,
    #[codec(25)]
    pub optional_cord: String,
    #[codec(27)]
    pub recursive_message: Option<Box<TestAllTypesProto3>>,

    // Lists.
    #[codec(31)]
    pub repeated_int32: Vec<i32>,
    #[codec(32)]
    pub repeated_int64: Vec<i64>,
    #[codec(33)]
    pub repeated_uint32: Vec<u32>,
    #[codec(34)]
    pub repeated_uint64: Vec<u64>,
    #[codec(35, sint)]
    pub repeated_sint32: Vec<i32>,
    #[codec(36, sint)]
    pub repeated_sint64: Vec<i64>,
    #[codec(37, fixed)]
    pub repeated_fixed32: Vec<u32>,
    #[codec(38, fixed)]
    pub repeated_fixed64: Vec<u64>,
    #[codec(39, fixed)]
    pub repeated_sfixed32: Vec<i32>,
    #[codec(40, fixed)]
    pub repeated_sfixed64: Vec<i64>,
    #[codec(41)]
    pub repeated_float: Vec<f32>,
    #[codec(42)]
    pub repeated_double: Vec<f64>,
    #[codec(43)]
    pub repeated_bool: Vec<bool>,
    #[codec(44)]
    pub repeated_string: Vec<String>,
    #[codec(45)]
    pub repeated_bytes: Vec<Vec<u8>>,
    #[codec(48)]
    pub repeated_nested_message: Vec<NestedMessage>,
    #[codec(49)]
    pub repeated_foreign_message: Vec<ForeignMessage>,
    #[codec(51)]
    pub repeated_nested_enum: Vec<NestedEnum>,
    #[codec(52)]
    pub repeated_foreign_enum: Vec<ForeignEnum>,
    #[codec(54)]
    pub repeated_string_piece: Vec<String>,
    #[codec(55)]
    pub repeated_cord: Vec<String>,

    // Lists that are packed.
    #[codec(75)]
    pub packed_int32: Vec<i32>,
    #[codec(76)]
    pub packed_int64: Vec<i64>,
    #[codec(77)]
    pub packed_uint32: Vec<u32>,
    #[codec(78)]
    pub packed_uint64: Vec<u64>,
    #[codec(79, sint)]
    pub packed_sint32: Vec<i32>,
    #[codec(80, sint)]
    pub packed_sint64: Vec<i64>,
    #[codec(81, fixed)]
    pub packed_fixed32: Vec<u32>,
    #[codec(82, fixed)]
    pub packed_fixed64: Vec<u64>,
    #[codec(83, fixed)]
    pub packed_sfixed32: Vec<i32>,
    #[codec(84, fixed)]
    pub packed_sfixed64: Vec<i64>,
    #[codec(85)]
    pub packed_float: Vec<f32>,
    #[codec(86)]
    pub packed_double: Vec<f64>,
    #[codec(87)]
    pub packed_bool: Vec<bool>,
    #[codec(88)]
    pub packed_nested_enum: Vec<NestedEnum>,

    // Lists that are not packed.
    #[codec(89, unpacked)]
    pub unpacked_int32: Vec<i32>,
    #[codec(90, unpacked)]
    pub unpacked_int64: Vec<i64>,
    #[codec(91, unpacked)]
    pub unpacked_uint32: Vec<u32>,
    #[codec(92, unpacked)]
    pub unpacked_uint64: Vec<u64>,
    #[codec(93, sint, unpacked)]
    pub unpacked_sint32: Vec<i32>,
    #[codec(94, sint, unpacked)]
    pub unpacked_sint64: Vec<i64>,
    #[codec(95, fixed, unpacked)]
    pub unpacked_fixed32: Vec<u32>,
    #[codec(96, fixed, unpacked)]
    pub unpacked_fixed64: Vec<u64>,
    #[codec(97, fixed, unpacked)]
    pub unpacked_sfixed32: Vec<i32>,
    #[codec(98, fixed, unpacked)]
    pub unpacked_sfixed64: Vec<i64>,
    #[codec(99, unpacked)]
    pub unpacked_float: Vec<f32>,
    #[codec(100, unpacked)]
    pub unpacked_double: Vec<f64>,
    #[codec(101, unpacked)]
    pub unpacked_bool: Vec<bool>,
    #[codec(102, unpacked)]
    pub unpacked_nested_enum: Vec<NestedEnum>,

    // Maps.
    #[codec(56)]
    pub map_int32_int32: BTreeMap<i32, i32>,
    #[codec(57)]
    pub map_int64_int64: BTreeMap<i64, i64>,
    #[codec(58)]
    pub map_uint32_uint32: BTreeMap<u32, u32>,
    #[codec(59)]
    pub map_uint64_uint64: BTreeMap<u64, u64>,
    #[codec(60, key(sint), value(sint))]
    pub map_sint32_sint32: BTreeMap<i32, i32>,
    #[codec(61, key(sint), value(sint))]
    pub map_sint64_sint64: BTreeMap<i64, i64>,
    #[codec(62, key(fixed), value(fixed))]
    pub map_fixed32_fixed32: BTreeMap<u32, u32>,
    #[codec(63, key(fixed), value(fixed))]
    pub map_fixed64_fixed64: BTreeMap<u64, u64>,
    #[codec(64, key(fixed), value(fixed))]
    pub map_sfixed32_sfixed32: BTreeMap<i32, i32>,
    #[codec(65, key(fixed), value(fixed))]
    pub map_sfixed64_sfixed64: BTreeMap<i64, i64>,
    #[codec(66)]
    pub map_int32_float: BTreeMap<i32, f32>,
    #[codec(67)]
    pub map_int32_double: BTreeMap<i32, f64>,
    #[codec(68)]
    pub map_bool_bool: BTreeMap<bool, bool>,
    #[codec(69)]
    pub map_string_string: BTreeMap<String, String>,
    #[codec(70)]
    pub map_string_bytes: BTreeMap<String, Vec<u8>>,
    #[codec(71)]
    pub map_string_nested_message: BTreeMap<String, NestedMessage>,
    #[codec(72)]
    pub map_string_foreign_message: BTreeMap<String, ForeignMessage>,
    #[codec(73)]
    pub map_string_nested_enum: BTreeMap<String, NestedEnum>,
    #[codec(74)]
    pub map_string_foreign_enum: BTreeMap<String, ForeignEnum>,

    // A oneof.
    #[codec(oneof(111, 112, 113, 114, 115, 116, 117, 118, 119, 120))]
    pub oneof_field: Option<OneofField>,

    // Well-known types.
    #[codec(201)]
    pub optional_bool_wrapper: Option<BoolValue>,
    #[codec(202)]
    pub optional_int32_wrapper: Option<Int32Value>,
    #[codec(203)]
    pub optional_int64_wrapper: Option<Int64Value>,
    #[codec(204)]
    pub optional_uint32_wrapper: Option<UInt32Value>,
    #[codec(205)]
    pub optional_uint64_wrapper: Option<UInt64Value>,
    #[codec(206)]
    pub optional_float_wrapper: Option<FloatValue>,
    #[codec(207)]
    pub optional_double_wrapper: Option<DoubleValue>,
    #[codec(208)]
    pub optional_string_wrapper: Option<StringValue>,
    #[codec(209)]
    pub optional_bytes_wrapper: Option<BytesValue>,
    #[codec(211)]
    pub repeated_bool_wrapper: Vec<BoolValue>,
    #[codec(212)]
    pub repeated_int32_wrapper: Vec<Int32Value>,
    #[codec(213)]
    pub repeated_int64_wrapper: Vec<Int64Value>,
    #[codec(214)]
    pub repeated_uint32_wrapper: Vec<UInt32Value>,
    #[codec(215)]
    pub repeated_uint64_wrapper: Vec<UInt64Value>,
    #[codec(216)]
    pub repeated_float_wrapper: Vec<FloatValue>,
    #[codec(217)]
    pub repeated_double_wrapper: Vec<DoubleValue>,
    #[codec(218)]
    pub repeated_string_wrapper: Vec<StringValue>,
    #[codec(219)]
    pub repeated_bytes_wrapper: Vec<BytesValue>,
    #[codec(301)]
    pub optional_duration: Option<Duration>,
    #[codec(302)]
    pub optional_timestamp: Option<Timestamp>,
    #[codec(303)]
    pub optional_field_mask: Option<FieldMask>,
    #[codec(304)]
    pub optional_struct: Option<Struct>,
    #[codec(305)]
    pub optional_any: Option<Any>,
    #[codec(306)]
    pub optional_value: Option<Value>,
    #[codec(307)]
    pub optional_null_value: NullValue,
    #[codec(311)]
    pub repeated_duration: Vec<Duration>,
    #[codec(312)]
    pub repeated_timestamp: Vec<Timestamp>,
    #[codec(313)]
    pub repeated_fieldmask: Vec<FieldMask>,
    #[codec(324)]
    pub repeated_struct: Vec<Struct>,
    #[codec(315)]
    pub repeated_any: Vec<Any>,
    #[codec(316)]
    pub repeated_value: Vec<Value>,
    #[codec(317)]
    pub repeated_list_value: Vec<ListValue>,

    // Names that test how those of JSON are made.
    #[codec(401)]
    pub fieldname1: i32,
    #[codec(402)]
    pub field_name2: i32,
    #[codec(403)]
    pub _field_name3: i32,
    #[codec(404, rename = "field__name4_")]
    pub field_name4: i32,
    #[codec(405)]
    pub field0name5: i32,
    #[codec(406)]
    pub field_0_name6: i32,
    #[codec(407, rename = "fieldName7")]
    pub field_name7: i32,
    #[codec(408, rename = "FieldName8")]
    pub field_name8: i32,
    #[codec(409, rename = "field_Name9")]
    pub field_name9: i32,
    #[codec(410, rename = "Field_Name10")]
    pub field_name10: i32,
    #[codec(411, rename = "FIELD_NAME11")]
    pub field_name11: i32,
    #[codec(412, rename = "FIELD_name12")]
    pub field_name12: i32,
    #[codec(413, rename = "__field_name13")]
    pub field_name13: i32,
    #[codec(414, rename = "__Field_name14")]
    pub field_name14: i32,
    #[codec(415, rename = "field__name15")]
    pub field_name15: i32,
    #[codec(416, rename = "field__Name16")]
    pub field_name16: i32,
    #[codec(417, rename = "field_name17__")]
    pub field_name17: i32,
    #[codec(418, rename = "Field_name18__")]
    pub field_name18: i32,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}
