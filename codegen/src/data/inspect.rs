//! Records taken apart, for people.

use std::io::{Read, Write};

use everwire::{Envelope, dissect};

use super::record::{self, Typed, told};
use super::{Carrier, Frame, Stop};

/// Shows all records; how many could not be read whole.
pub(crate) fn inspect(
    carrier: Carrier,
    frame: Frame,
    typed: &Typed<'_>,
    input: impl Read,
    mut output: impl Write,
) -> Result<u64, Stop> {
    let mut broken = 0;
    record::each(input, carrier, frame, |record, index, offset| {
        if frame != Frame::Single {
            let empty = if index == 0 { "" } else { "\n" };
            writeln!(output, "{empty}record {index} at byte {offset}")?;
        }
        if let (Carrier::Envelope, Ok(envelope)) = (carrier, Envelope::parse(record)) {
            let (wire, version) = (envelope.wire(), envelope.version());
            let header = record.len() - envelope.payload().len();
            writeln!(
                output,
                "envelope: {wire}, type {:016x}, version {version}, payload at byte {header}",
                envelope.type_id()
            )?;
        }
        let error = match typed.payload(carrier, record) {
            Err(why) => Some(why),
            Ok(payload) => {
                let dissected = dissect(payload.wire, payload.schema, payload.bytes);
                write!(output, "{}", dissected.text)?;
                dissected.error.map(|error| match payload.start {
                    0 => told(&error),
                    start => format!("{}, counted from byte {start}", told(&error)),
                })
            }
        };
        if let Some(error) = error {
            writeln!(output, "error: {error}")?;
            broken += 1;
        }
        Ok(())
    })?;
    output.flush()?;
    Ok(broken)
}
