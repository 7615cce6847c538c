//! What `TestAllTypesProto3` holds: messages and enums, and its oneof.

use everwire::wkt::NullValue;
use everwire::{Codec, UnknownFields};

use super::TestAllTypesProto3;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto3.TestAllTypesProto3.oneof_field",
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
    #[codec(120)]
    OneofNullValue(NullValue),
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto3.TestAllTypesProto3.NestedMessage",
    json = "proto"
)]
pub struct NestedMessage {
    #[codec(1)]
    pub a: i32,
    #[codec(2)]
    pub corecursive: Option<Box<TestAllTypesProto3>>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq)]
#[codec(
    name = "protobuf_test_messages.proto3.TestAllTypesProto3.NestedEnum",
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
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq)]
#[codec(
    name = "protobuf_test_messages.proto3.TestAllTypesProto3.AliasedEnum",
    json = "proto",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum AliasedEnum {
    #[codec(0)]
    AliasFoo,
    #[codec(1)]
    AliasBar,
    #[codec(2, alias = "MOO", alias = "moo", alias = "bAz")]
    AliasBaz,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "protobuf_test_messages.proto3.ForeignMessage", json = "proto")]
pub struct ForeignMessage {
    #[codec(1)]
    pub c: i32,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq, Eq)]
#[codec(
    name = "protobuf_test_messages.proto3.ForeignEnum",
    json = "proto",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum ForeignEnum {
    #[codec(0)]
    ForeignFoo,
    #[codec(1)]
    ForeignBar,
    #[codec(2)]
    ForeignBaz,
    #[codec(other)]
    Other(i32),
}
