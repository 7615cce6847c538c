//! Passing over a value, without recursion.

use super::marker::{self, Header};
use crate::error::Fault;
use crate::wire::input::Input;

/// Passes over one value with all that it contains.
pub(super) fn skip(input: &mut Input<'_>) -> Result<(), Fault> {
    let mut values = 1_u64;
    while values > 0 {
        values -= 1;
        let len = match marker::read(input)? {
            Header::Array(len) => {
                values += len as u64;
                0
            }
            Header::Map(len) => {
                values += 2 * len as u64;
                0
            }
            Header::Str(len) | Header::Bin(len) | Header::Ext(_, len) => len,
            _ => 0,
        };
        if input.remaining() < len || values > input.remaining() as u64 + values.min(1) {
            return Err(Fault::Truncated);
        }
        input.advance(len);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_values_are_passed_over_whole() {
        let bytes = [
            0x93, 0x82, 0x01, 0xa1, b'x', 0xc4, 1, 0, 0xc0, 0x90, 0xd4, 1, 2, 0x07,
        ];
        let mut input = Input::new(&bytes);
        assert!(skip(&mut input).is_ok());
        assert_eq!(input.rest(), [0x07]);
        for cut in 0..bytes.len() - 1 {
            assert!(
                matches!(skip(&mut Input::new(&bytes[..cut])), Err(Fault::Truncated)),
                "{cut}"
            );
        }
    }
}
