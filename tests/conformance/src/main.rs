//! Answers the conformance runner: a length of four bytes, little-endian, and a `ConformanceRequest` on standard input; a
//! `ConformanceResponse` in the same framing on standard output; until the input ends.

mod schema {
    everwire::include_schema!();
}

use std::io::{self, Read, Write};
use std::sync::LazyLock;

use everwire::{Error, Options, Registry, Wire};
use schema::conformance::conformance_request::Payload;
use schema::conformance::conformance_response::Result as Answer;
use schema::conformance::{ConformanceRequest, ConformanceResponse, TestCategory, WireFormat};
use schema::google::protobuf as wkt;
use schema::protobuf_test_messages::editions::{self, proto2 as edition2, proto3 as edition3};
use schema::protobuf_test_messages::{proto2, proto3};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut length = [0; 4];
    while input.read_exact(&mut length).is_ok() {
        let mut request = vec![0; u32::from_le_bytes(length) as usize];
        input.read_exact(&mut request)?;
        let request: ConformanceRequest = Wire::Protobuf.decode(&request)?;
        let response = ConformanceResponse {
            result: Some(answer(&request)),
            ..Default::default()
        };
        let response = Wire::Protobuf.encode(&response)?;
        output.write_all(&u32::try_from(response.len())?.to_le_bytes())?;
        output.write_all(&response)?;
        output.flush()?;
    }
    Ok(())
}

/// The types that the suite asks for, and those that it puts into `google.protobuf.Any`.
static REGISTRY: LazyLock<Registry> = LazyLock::new(|| registry().unwrap_or_default());

fn registry() -> Result<Registry, Error> {
    let mut registry = Registry::new();
    registry
        .register::<proto2::TestAllTypesProto2>()?
        .register::<proto3::TestAllTypesProto3>()?
        .register::<edition2::TestAllTypesProto2>()?
        .register::<edition3::TestAllTypesProto3>()?
        .register::<editions::TestAllTypesEdition2023>()?
        .register::<wkt::Any>()?
        .register::<wkt::BoolValue>()?
        .register::<wkt::BytesValue>()?
        .register::<wkt::DoubleValue>()?
        .register::<wkt::Duration>()?
        .register::<wkt::FieldMask>()?
        .register::<wkt::FloatValue>()?
        .register::<wkt::Int32Value>()?
        .register::<wkt::Int64Value>()?
        .register::<wkt::ListValue>()?
        .register::<wkt::StringValue>()?
        .register::<wkt::Struct>()?
        .register::<wkt::Timestamp>()?
        .register::<wkt::UInt32Value>()?
        .register::<wkt::UInt64Value>()?
        .register::<wkt::Value>()?;
    registry
        .register_extension(&proto2::EXTENSION_INT32)?
        .register_extension(&proto2::test_all_types_proto2::message_set_correct_extension1::MESSAGE_SET_EXTENSION)?
        .register_extension(&proto2::test_all_types_proto2::message_set_correct_extension2::MESSAGE_SET_EXTENSION)?
        .register_extension(&edition2::EXTENSION_INT32)?;
    Ok(registry)
}

fn answer(request: &ConformanceRequest) -> Answer {
    let output = match request.requested_output_format {
        WireFormat::Protobuf => Wire::Protobuf,
        WireFormat::Json => Wire::Json,
        other => return Answer::Skipped(format!("{other:?} is not supported")),
    };
    let (input, bytes) = match &request.payload {
        Some(Payload::ProtobufPayload(bytes)) => (Wire::Protobuf, &bytes[..]),
        Some(Payload::JsonPayload(text)) => (Wire::Json, text.as_bytes()),
        _ => return Answer::Skipped("the input's format is not supported".into()),
    };
    let Some(entry) = REGISTRY.get(&request.message_type) else {
        return Answer::RuntimeError(format!("no type is called {}", request.message_type));
    };
    let ignore = request.test_category == TestCategory::JsonIgnoreUnknownParsingTest;
    let options = Options::new().reject_unknown(!ignore).registry(&REGISTRY);
    let message = match entry.decode_with(&options, input, bytes) {
        Ok(message) => message,
        Err(error) => return Answer::ParseError(error.to_string()),
    };
    match (message.encode_with(&options, output), output) {
        (Ok(bytes), Wire::Json) => match String::from_utf8(bytes) {
            Ok(text) => Answer::JsonPayload(text),
            Err(error) => Answer::SerializeError(error.to_string()),
        },
        (Ok(bytes), _) => Answer::ProtobufPayload(bytes),
        (Err(error), _) => Answer::SerializeError(error.to_string()),
    }
}
