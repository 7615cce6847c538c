//! The timestamp extension, type −1 (MessagePack specification, "Timestamp extension type").

use crate::error::Fault;
use crate::wire::output::Output;

/// The extension's type.
pub(super) const TIMESTAMP: i8 = -1;

/// Writes a timestamp in its shortest form: 4, 8 or 12 bytes.
pub(super) fn write<C>(out: &mut Output<'_, '_, C>, secs: i64, nanos: u32) {
    match u64::try_from(secs) {
        Ok(secs) if secs >> 34 == 0 => {
            let packed = (u64::from(nanos) << 34) | secs;
            match u32::try_from(packed) {
                Ok(secs) => {
                    out.bytes(&[super::marker::FIXEXT4, TIMESTAMP as u8]);
                    out.put(secs.to_be_bytes(), 4);
                }
                Err(_) => {
                    out.bytes(&[super::marker::FIXEXT8, TIMESTAMP as u8]);
                    out.put(packed.to_be_bytes(), 8);
                }
            }
        }
        _ => {
            out.bytes(&[super::marker::EXT8, 12, TIMESTAMP as u8]);
            out.put(nanos.to_be_bytes(), 4);
            out.put(secs.to_be_bytes(), 8);
        }
    }
}

/// Reads the contents of a timestamp.
pub(super) fn read(contents: &[u8]) -> Result<(i64, u32), Fault> {
    let (secs, nanos) = match *contents {
        [a, b, c, d] => (i64::from(u32::from_be_bytes([a, b, c, d])), 0),
        [a, b, c, d, e, f, g, h] => {
            let packed = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
            ((packed & ((1 << 34) - 1)) as i64, (packed >> 34) as u32)
        }
        [a, b, c, d, e, f, g, h, i, j, k, l] => (
            i64::from_be_bytes([e, f, g, h, i, j, k, l]),
            u32::from_be_bytes([a, b, c, d]),
        ),
        _ => return Err(Fault::Malformed("a timestamp has 4, 8 or 12 bytes")),
    };
    if nanos > 999_999_999 {
        return Err(Fault::OutOfRange { ty: "Timestamp" });
    }
    Ok((secs, nanos))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::output::Buffer;

    #[test]
    fn the_shortest_form_is_written_and_every_form_read() {
        for (secs, nanos, expected) in [
            (0, 0, &[0xd6, 0xff, 0, 0, 0, 0][..]),
            (u32::MAX as i64, 0, &[0xd6, 0xff, 0xff, 0xff, 0xff, 0xff]),
            (1 << 32, 0, &[0xd7, 0xff, 0, 0, 0, 1, 0, 0, 0, 0]),
            (
                1,
                999_999_999,
                &[0xd7, 0xff, 0xee, 0x6b, 0x27, 0xfc, 0, 0, 0, 1],
            ),
            (
                1 << 34,
                1,
                &[0xc7, 12, 0xff, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0],
            ),
            (
                -1,
                5,
                &[
                    0xc7, 12, 0xff, 0, 0, 0, 5, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                ],
            ),
        ] {
            let mut buffer = alloc::vec::Vec::new();
            let mut into = Buffer::new(&mut buffer, ());
            let mut out = into.output();
            write(&mut out, secs, nanos);
            out.finish();
            assert_eq!(buffer, expected);
            let header = if expected[0] == 0xc7 { 3 } else { 2 };
            assert_eq!(read(&buffer[header..]).ok(), Some((secs, nanos)));
        }
        assert!(read(&[0xff; 8]).is_err());
        assert!(read(&[0; 5]).is_err());
    }
}
