//! What holds from one wire to another, for what was read and for any value.

use everwire::{Wire, transcode};

use crate::everything::Everything;
use crate::wires::show;

/// The wire that the first byte chooses, and the rest.
#[must_use]
pub fn split(bytes: &[u8]) -> Option<(Wire, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    Some((Wire::ALL[usize::from(*first) % 3], rest))
}

/// Takes what bytes hold to the other wires and back. Unknown fields do not cross; without them the value comes back as it
/// was, and with them what landed does from then on.
///
/// # Panics
///
/// If it does not.
pub fn cross(from: Wire, bytes: &[u8]) {
    let Ok(value) = from.decode::<Everything>(bytes) else {
        return;
    };
    for to in Wire::ALL {
        if to == from {
            continue;
        }
        let crossed = match transcode::<Everything>(from, to, bytes) {
            Ok(crossed) => crossed,
            Err(error) if refusable(&error) => continue,
            Err(error) => panic!("{from} to {to}: {value:?}: {error}"),
        };
        let landed: Everything = match to.decode(&crossed.bytes) {
            Ok(landed) => landed,
            Err(error) if refusable(&error) => continue,
            Err(error) => panic!("{from} to {to}: {}: {error}", show(to, &crossed.bytes)),
        };
        if crossed.dropped.is_empty() {
            assert_eq!(
                landed,
                value,
                "{from} to {to}: {}",
                show(to, &crossed.bytes)
            );
        }
        survives(from, &landed);
        survives(to, &landed);
    }
}

/// Checks that a wire gives a value back.
///
/// # Panics
///
/// If it does not.
pub fn survives(wire: Wire, value: &Everything) {
    let encoded = match wire.encode(value) {
        Ok(encoded) => encoded,
        Err(error) if refusable(&error) => return,
        Err(error) => panic!("{wire}: {value:?}: {error}"),
    };
    match wire.decode::<Everything>(&encoded) {
        Ok(decoded) => assert_eq!(&decoded, value, "{wire}: {}", show(wire, &encoded)),
        Err(error) if refusable(&error) => {}
        Err(error) => panic!("{wire}: {value:?}: {}: {error}", show(wire, &encoded)),
    }
}

/// What one wire holds and another may not: depth, since lists are a level in JSON and MessagePack only and what wraps a
/// list is one in protobuf only; a time that RFC 3339 and google.protobuf.Timestamp have no year for, or a span that
/// google.protobuf.Duration is too short for; a variant that is not known, which never crosses.
fn refusable(error: &everwire::Error) -> bool {
    let text = error.to_string();
    error.is_limit()
        || error.is_out_of_range()
        || text.contains("RFC 3339")
        || text.contains("came from another wire")
}
