//! Extensions of `TestAllTypesProto2` and of its message set, and the messages that they hold.

use everwire::schema::Encoding;
use everwire::{Codec, Error, Extension, Field, Registry, Schema, UnknownFields};

use super::TestAllTypesProto2;

/// Adds what the suite asks for by name, and its extensions.
pub fn register(registry: &mut Registry) -> Result<(), Error> {
    registry
        .register::<TestAllTypesProto2>()?
        .register_extension(&EXTENSION_INT32)?
        .register_extension(&GROUP_FIELD)?
        .register_extension(&MESSAGE_SET_EXTENSION1)?
        .register_extension(&MESSAGE_SET_EXTENSION2)?
        .register_extension(&EXTENSION_WITH_ONEOF)?;
    Ok(())
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "protobuf_test_messages.proto2.GroupField", json = "proto")]
pub struct GroupField {
    #[codec(122)]
    pub group_int32: Option<i32>,
    #[codec(123)]
    pub group_uint32: Option<u32>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "protobuf_test_messages.proto2.TestAllTypesProto2.MessageSetCorrect", json = "proto", message_set, extensions(4..))]
pub struct MessageSetCorrect {
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2.MessageSetCorrectExtension1",
    json = "proto"
)]
pub struct MessageSetCorrectExtension1 {
    #[codec(25)]
    pub str: Option<String>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2.MessageSetCorrectExtension2",
    json = "proto"
)]
pub struct MessageSetCorrectExtension2 {
    #[codec(9)]
    pub i: Option<i32>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2.ExtensionWithOneof",
    json = "proto"
)]
pub struct ExtensionWithOneof {
    #[codec(oneof(1, 2))]
    pub oneof_field: Option<ExtensionOneof>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "protobuf_test_messages.proto2.TestAllTypesProto2.ExtensionWithOneof.oneof_field",
    json = "proto",
    rename_all = "snake_case"
)]
pub enum ExtensionOneof {
    #[codec(1)]
    A(i32),
    #[codec(2)]
    B(i32),
}

const EXTENSION_INT32: Extension<TestAllTypesProto2, Option<i32>> =
    Extension::new(&Schema::message(
        "protobuf_test_messages.proto2.extension_int32",
        &[Field::new(
            120,
            "[protobuf_test_messages.proto2.extension_int32]",
            <Option<i32> as Codec>::TYPE,
        )],
    ));

const GROUP_FIELD: Extension<TestAllTypesProto2, Option<GroupField>> =
    Extension::new(&Schema::message(
        "protobuf_test_messages.proto2.groupfield",
        &[Field::new(
            121,
            "[protobuf_test_messages.proto2.groupfield]",
            <Option<GroupField> as Codec>::TYPE,
        )
        .with_encoding(Encoding::Group)],
    ));

const MESSAGE_SET_EXTENSION1: Extension<MessageSetCorrect, Option<MessageSetCorrectExtension1>> =
    Extension::new(&Schema::message(
        "protobuf_test_messages.proto2.TestAllTypesProto2.MessageSetCorrectExtension1.message_set_extension",
        &[Field::new(
            1_547_769,
            "[protobuf_test_messages.proto2.TestAllTypesProto2.MessageSetCorrectExtension1.message_set_extension]",
            <Option<MessageSetCorrectExtension1> as Codec>::TYPE,
        )],
    ));

const MESSAGE_SET_EXTENSION2: Extension<MessageSetCorrect, Option<MessageSetCorrectExtension2>> =
    Extension::new(&Schema::message(
        "protobuf_test_messages.proto2.TestAllTypesProto2.MessageSetCorrectExtension2.message_set_extension",
        &[Field::new(
            4_135_312,
            "[protobuf_test_messages.proto2.TestAllTypesProto2.MessageSetCorrectExtension2.message_set_extension]",
            <Option<MessageSetCorrectExtension2> as Codec>::TYPE,
        )],
    ));

const EXTENSION_WITH_ONEOF: Extension<MessageSetCorrect, Option<ExtensionWithOneof>> =
    Extension::new(&Schema::message(
        "protobuf_test_messages.proto2.TestAllTypesProto2.ExtensionWithOneof.extension_with_oneof",
        &[Field::new(
            123_456_789,
            "[protobuf_test_messages.proto2.TestAllTypesProto2.ExtensionWithOneof.extension_with_oneof]",
            <Option<ExtensionWithOneof> as Codec>::TYPE,
        )],
    ));
