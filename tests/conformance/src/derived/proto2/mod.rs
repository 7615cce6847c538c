//! The messages of `test_messages_proto2.proto`, as a person who has no schema would write them.

mod extensions;
mod nested;

use std::collections::BTreeMap;

use everwire::{Codec, UnknownFields};

use extensions::MessageSetCorrect;
pub use extensions::register;
use nested::{
    Data, ForeignEnumProto2, ForeignMessageProto2, MultiWordGroupField, NestedEnum, NestedMessage,
    OneofField,
};

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2",
    json = "proto",
    extensions(120..=200),
    reserved("reserved_field", 1000..=9999, 999999)
)]
pub struct TestAllTypesProto2 {
    // Single values.
    #[codec(1)]
    pub optional_int32: Option<i32>,
    #[codec(2)]
    pub optional_int64: Option<i64>,
    #[codec(3)]
    pub optional_uint32: Option<u32>,
    #[codec(4)]
    pub optional_uint64: Option<u64>,
    #[codec(5, sint)]
    pub optional_sint32: Option<i32>,
    #[codec(6, sint)]
    pub optional_sint64: Option<i64>,
    #[codec(7, fixed)]
    pub optional_fixed32: Option<u32>,
    #[codec(8, fixed)]
    pub optional_fixed64: Option<u64>,
    #[codec(9, fixed)]
    pub optional_sfixed32: Option<i32>,
    #[codec(10, fixed)]
    pub optional_sfixed64: Option<i64>,
    #[codec(11)]
    pub optional_float: Option<f32>,
    #[codec(12)]
    pub optional_double: Option<f64>,
    #[codec(13)]
    pub optional_bool: Option<bool>,
    #[codec(14)]
    pub optional_string: Option<String>,
    #[codec(15)]
    pub optional_bytes: Option<Vec<u8>>,
    #[codec(18)]
    pub optional_nested_message: Option<NestedMessage>,
    #[codec(19)]
    pub optional_foreign_message: Option<ForeignMessageProto2>,
    #[codec(21)]
    pub optional_nested_enum: Option<NestedEnum>,
    #[codec(22)]
    pub optional_foreign_enum: Option<ForeignEnumProto2>,
    #[codec(24)]
    pub optional_string_piece: Option<String>,
    #[codec(25)]
    pub optional_cord: Option<String>,
    #[codec(27)]
    pub recursive_message: Option<Box<TestAllTypesProto2>>,

    // Lists.
    #[codec(31, unpacked)]
    pub repeated_int32: Vec<i32>,
    #[codec(32, unpacked)]
    pub repeated_int64: Vec<i64>,
    #[codec(33, unpacked)]
    pub repeated_uint32: Vec<u32>,
    #[codec(34, unpacked)]
    pub repeated_uint64: Vec<u64>,
    #[codec(35, sint, unpacked)]
    pub repeated_sint32: Vec<i32>,
    #[codec(36, sint, unpacked)]
    pub repeated_sint64: Vec<i64>,
    #[codec(37, fixed, unpacked)]
    pub repeated_fixed32: Vec<u32>,
    #[codec(38, fixed, unpacked)]
    pub repeated_fixed64: Vec<u64>,
    #[codec(39, fixed, unpacked)]
    pub repeated_sfixed32: Vec<i32>,
    #[codec(40, fixed, unpacked)]
    pub repeated_sfixed64: Vec<i64>,
    #[codec(41, unpacked)]
    pub repeated_float: Vec<f32>,
    #[codec(42, unpacked)]
    pub repeated_double: Vec<f64>,
    #[codec(43, unpacked)]
    pub repeated_bool: Vec<bool>,
    #[codec(44)]
    pub repeated_string: Vec<String>,
    #[codec(45)]
    pub repeated_bytes: Vec<Vec<u8>>,
    #[codec(48)]
    pub repeated_nested_message: Vec<NestedMessage>,
    #[codec(49)]
    pub repeated_foreign_message: Vec<ForeignMessageProto2>,
    #[codec(51, unpacked)]
    pub repeated_nested_enum: Vec<NestedEnum>,
    #[codec(52, unpacked)]
    pub repeated_foreign_enum: Vec<ForeignEnumProto2>,
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
    #[codec(104)]
    pub map_int32_bool: BTreeMap<i32, bool>,
    #[codec(66)]
    pub map_int32_float: BTreeMap<i32, f32>,
    #[codec(67)]
    pub map_int32_double: BTreeMap<i32, f64>,
    #[codec(103)]
    pub map_int32_nested_message: BTreeMap<i32, NestedMessage>,
    #[codec(68)]
    pub map_bool_bool: BTreeMap<bool, bool>,
    #[codec(69)]
    pub map_string_string: BTreeMap<String, String>,
    #[codec(70)]
    pub map_string_bytes: BTreeMap<String, Vec<u8>>,
    #[codec(71)]
    pub map_string_nested_message: BTreeMap<String, NestedMessage>,
    #[codec(72)]
    pub map_string_foreign_message: BTreeMap<String, ForeignMessageProto2>,
    #[codec(73)]
    pub map_string_nested_enum: BTreeMap<String, NestedEnum>,
    #[codec(74)]
    pub map_string_foreign_enum: BTreeMap<String, ForeignEnumProto2>,

    // A oneof.
    #[codec(oneof(111, 112, 113, 114, 115, 116, 117, 118, 119))]
    pub oneof_field: Option<OneofField>,

    // Groups.
    #[codec(201, group)]
    pub data: Option<Data>,
    #[codec(204, group)]
    pub multiwordgroupfield: Option<MultiWordGroupField>,

    // Defaults.
    #[codec(241, default = -123456789)]
    pub default_int32: Option<i32>,
    #[codec(242, default = -9123456789123456789)]
    pub default_int64: Option<i64>,
    #[codec(243, default = 2123456789)]
    pub default_uint32: Option<u32>,
    #[codec(244, default = 10123456789123456789)]
    pub default_uint64: Option<u64>,
    #[codec(245, sint, default = -123456789)]
    pub default_sint32: Option<i32>,
    #[codec(246, sint, default = -9123456789123456789)]
    pub default_sint64: Option<i64>,
    #[codec(247, fixed, default = 2123456789)]
    pub default_fixed32: Option<u32>,
    #[codec(248, fixed, default = 10123456789123456789)]
    pub default_fixed64: Option<u64>,
    #[codec(249, fixed, default = -123456789)]
    pub default_sfixed32: Option<i32>,
    #[codec(250, fixed, default = -9123456789123456789)]
    pub default_sfixed64: Option<i64>,
    #[codec(251, default = 9e9)]
    pub default_float: Option<f32>,
    #[codec(252, default = 7e22)]
    pub default_double: Option<f64>,
    #[codec(253, default = true)]
    pub default_bool: Option<bool>,
    #[codec(254, default = "Rosebud")]
    pub default_string: Option<String>,
    #[codec(255, default = b"joshua")]
    pub default_bytes: Option<Vec<u8>>,

    // Names that test how those of JSON are made.
    #[codec(401)]
    pub fieldname1: Option<i32>,
    #[codec(402)]
    pub field_name2: Option<i32>,
    #[codec(403)]
    pub _field_name3: Option<i32>,
    #[codec(404, rename = "field__name4_")]
    pub field_name4: Option<i32>,
    #[codec(405)]
    pub field0name5: Option<i32>,
    #[codec(406)]
    pub field_0_name6: Option<i32>,
    #[codec(407, rename = "fieldName7")]
    pub field_name7: Option<i32>,
    #[codec(408, rename = "FieldName8")]
    pub field_name8: Option<i32>,
    #[codec(409, rename = "field_Name9")]
    pub field_name9: Option<i32>,
    #[codec(410, rename = "Field_Name10")]
    pub field_name10: Option<i32>,
    #[codec(411, rename = "FIELD_NAME11")]
    pub field_name11: Option<i32>,
    #[codec(412, rename = "FIELD_name12")]
    pub field_name12: Option<i32>,
    #[codec(413, rename = "__field_name13")]
    pub field_name13: Option<i32>,
    #[codec(414, rename = "__Field_name14")]
    pub field_name14: Option<i32>,
    #[codec(415, rename = "field__name15")]
    pub field_name15: Option<i32>,
    #[codec(416, rename = "field__Name16")]
    pub field_name16: Option<i32>,
    #[codec(417, rename = "field_name17__")]
    pub field_name17: Option<i32>,
    #[codec(418, rename = "Field_name18__")]
    pub field_name18: Option<i32>,
    #[codec(500)]
    pub message_set_correct: Option<MessageSetCorrect>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}
