//! Answers the conformance runner: a length of four bytes, little-endian, and a `ConformanceRequest` on standard input; a
//! `ConformanceResponse` in the same framing on standard output; until the input ends.

mod log;

/// The messages of the suite, compiled from its schemas.
pub mod schema {
    everwire::include_schema!();
}

use std::error::Error;
use std::io::{self, Read, Write};

use everwire::{Options, Registry, Wire};
use log::Log;
use schema::conformance::conformance_request::Payload;
use schema::conformance::conformance_response::Result as Answer;
use schema::conformance::{ConformanceRequest, ConformanceResponse, TestCategory, WireFormat};

/// Answers every request, by the types of a registry.
///
/// # Errors
///
/// Input that is no request, or output that cannot be written.
pub fn serve(registry: &'static Registry) -> Result<(), Box<dyn Error>> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut log = Log::open()?;
    let mut length = [0; 4];
    while input.read_exact(&mut length).is_ok() {
        let mut request = vec![0; u32::from_le_bytes(length) as usize];
        input.read_exact(&mut request)?;
        let request: ConformanceRequest = Wire::Protobuf.decode(&request)?;
        let result = match wires(&request) {
            Some((input, output)) => {
                log.add(&request.message_type, input.0, output)?;
                answer(&request, input, output, registry)
            }
            None => Answer::Skipped("the format is not supported".into()),
        };
        let response = ConformanceResponse {
            result: Some(result),
            ..Default::default()
        };
        let response = Wire::Protobuf.encode(&response)?;
        output.write_all(&u32::try_from(response.len())?.to_le_bytes())?;
        output.write_all(&response)?;
        output.flush()?;
    }
    Ok(())
}

/// The wire and the bytes of the input, and the wire of the output; nothing for text format and JSPB.
fn wires(request: &ConformanceRequest) -> Option<((Wire, &[u8]), Wire)> {
    let output = match request.requested_output_format {
        WireFormat::Protobuf => Wire::Protobuf,
        WireFormat::Json => Wire::Json,
        _ => return None,
    };
    match &request.payload {
        Some(Payload::ProtobufPayload(bytes)) => Some(((Wire::Protobuf, bytes), output)),
        Some(Payload::JsonPayload(text)) => Some(((Wire::Json, text.as_bytes()), output)),
        _ => None,
    }
}

fn answer(
    request: &ConformanceRequest,
    (input, bytes): (Wire, &[u8]),
    output: Wire,
    registry: &'static Registry,
) -> Answer {
    let Some(entry) = registry.get(&request.message_type) else {
        return Answer::RuntimeError(format!("no type is called {}", request.message_type));
    };
    let ignore = request.test_category == TestCategory::JsonIgnoreUnknownParsingTest;
    let options = Options::new().reject_unknown(!ignore).registry(registry);
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
