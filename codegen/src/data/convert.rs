//! Records written anew on another wire, one in memory at a time.

use std::io::{Read, Write};

use everwire::Wire;

use super::record::{self, Output, Typed};
use super::{Carrier, Frame, Stop};

/// From where to where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conversion {
    pub(crate) from: Carrier,
    pub(crate) to: Wire,
    pub(crate) from_frame: Frame,
    pub(crate) to_frame: Frame,
    /// Whether records that cannot be converted are told and passed over.
    pub(crate) keeps_going: bool,
}

/// What became of the records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Converted {
    /// How many were written.
    pub(crate) written: u64,
    /// How many were passed over.
    pub(crate) refused: u64,
    /// How many unknown fields did not cross.
    pub(crate) dropped: usize,
}

/// Converts all records; `told` hears of those that are passed over.
pub(crate) fn convert(
    conversion: &Conversion,
    typed: &Typed<'_>,
    input: impl Read,
    output: impl Write,
    mut told: impl FnMut(&str),
) -> Result<Converted, Stop> {
    let Conversion { from, to, .. } = *conversion;
    let mut output = Output::new(output, to, conversion.to_frame);
    let mut converted = Converted::default();
    let mut one = |record: &[u8], index: u64, offset: u64| {
        let place = |why: &str| format!("record {index} at byte {offset}: {why}");
        let refuse = match typed.value(from, record) {
            Err(why) => place(&why),
            Ok((value, wire)) => {
                let dropped = if wire == to {
                    0
                } else {
                    value.dropped(to).len()
                };
                match output.write(&value) {
                    Ok(()) => {
                        converted.written += 1;
                        converted.dropped += dropped;
                        return Ok(());
                    }
                    Err(Stop::Record(why)) => place(&why),
                    Err(stop) => return Err(stop),
                }
            }
        };
        if !conversion.keeps_going {
            return Err(Stop::Record(refuse));
        }
        told(&refuse);
        converted.refused += 1;
        Ok(())
    };
    let ended = record::each(input, from, conversion.from_frame, &mut one);
    // What was written before a mistake is handed on.
    let flushed = output.flush();
    ended?;
    flushed?;
    Ok(converted)
}
