//! What `TestAllTypesProto2` holds: messages, groups and enums, and its oneof.

use everwire::{Codec, UnknownFields};

use super::TestAllTypesProto2;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2.oneof_field",
    json = "proto",
    rename_all = "snake_case"
)]
pub enum OneofField {
    #[codec(111)]
    OneofUint32(u32),
    #[codec(112)]
    OneofNestedMessage(NestedMessage),
    #[codec(113)]
    OneofString(String),
    #[codec(114)]
    OneofBytes(Vec<u8>),
    #[codec(115)]
    OneofBool(bool),
    #[codec(116)]
    OneofUint64(u64),
    #[codec(117)]
    OneofFloat(f32),
    #[codec(118)]
    OneofDouble(f64),
    #[codec(119)]
    OneofEnum(NestedEnum),
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2.NestedMessage",
    json = "proto"
)]
pub struct NestedMessage {
    #[codec(1)]
    pub a: Option<i32>,
    #[codec(2)]
    pub corecursive: Option<Box<TestAllTypesProto2>>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2.NestedEnum",
    json = "proto",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum NestedEnum {
    #[codec(0)]
    Foo,
    #[codec(1)]
    Bar,
    #[codec(2)]
    Baz,
    #[codec(-1)]
    Neg,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.ForeignMessageProto2",
    json = "proto"
)]
pub struct ForeignMessageProto2 {
    #[codec(1)]
    pub c: Option<i32>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq)]
#[codec(
    name = "protobuf_test_messages.proto2.ForeignEnumProto2",
    json = "proto",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum ForeignEnumProto2 {
    #[codec(0)]
    ForeignFoo,
    #[codec(1)]
    ForeignBar,
    #[codec(2)]
    ForeignBaz,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2.Data",
    json = "proto"
)]
pub struct Data {
    #[codec(202)]
    pub group_int32: Option<i32>,
    #[codec(203)]
    pub group_uint32: Option<u32>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2.MultiWordGroupField",
    json = "proto"
)]
pub struct MultiWordGroupField {
    #[codec(205)]
    pub group_int32: Option<i32>,
    #[codec(206)]
    pub group_uint32: Option<u32>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}
