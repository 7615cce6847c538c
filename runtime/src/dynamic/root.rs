//! What reads the value that decoding began with, by a type that is data.

use super::Value;
use super::read::Slot;
use crate::codec::{Info, Mode, Reader, Row, Wrapped, info};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::Type;
use crate::wire::reading::Reading;
use crate::wire::{json, msgpack, protobuf};

/// Reads a value; also whether a message in it did not meet its rules.
pub(super) fn read(
    ty: Type,
    wire: Wire,
    bytes: &[u8],
    options: &Options,
) -> Result<(Option<Value>, bool), Error> {
    let mut slot = Slot::new(ty);
    let root = Info::root(ty.plain());
    let root = Row(&root);
    let refused = match wire {
        Wire::Protobuf => {
            let reading = Reading::new(options, bytes.len(), wire)?;
            let mut r = protobuf::Decoder::new(bytes, &reading);
            if protobuf::stands_alone(&ty) {
                slot.read(&mut r, root, Mode::Merge)?;
            } else {
                let place = info(&Wrapped(root));
                let place = Row(&place);
                r.alone(&place, |r| slot.read(r, place, Mode::Merge))?;
                if slot.value.is_none() {
                    slot.value = Value::absent(&ty);
                }
                if slot.value.is_none() {
                    return Err(r.error(Fault::NoDefault));
                }
            }
            reading.is_refused()
        }
        Wire::MsgPack => {
            let reading = Reading::new(options, bytes.len(), wire)?;
            let mut r = msgpack::Decoder::new(bytes, &reading);
            slot.read(&mut r, root, Mode::Merge)?;
            r.end()?;
            reading.is_refused()
        }
        Wire::Json => {
            let mut r = json::Decoder::new(bytes, options)?;
            slot.read(&mut r, root, Mode::Merge)?;
            r.end()?;
            r.is_refused()
        }
    };
    Ok((slot.value, refused))
}
