//! Passing over a value, without recursion; and checking one that another library reads.

use alloc::vec::Vec;

use super::marker::{self, Header};
use crate::error::Fault;
use crate::limits::Limits;
use crate::wire::budget::Budget;
use crate::wire::input::Input;

/// Why a value was not passed over.
#[derive(Debug)]
pub(super) enum Skipped {
    /// It has more levels than may be opened.
    TooDeep,
    Fault(Fault),
}

/// Passes over one value with all that it contains, down to `depth` levels.
pub(super) fn skip(input: &mut Input<'_>, depth: usize) -> Result<(), Skipped> {
    let (mut values, mut outer) = (1_u64, Vec::new());
    loop {
        while values == 0 {
            match outer.pop() {
                Some(left) => values = left,
                None => return Ok(()),
            }
        }
        values -= 1;
        let (len, nested) =
            match marker::read(input).ok_or_else(|| Skipped::Fault(marker::fault(input)))? {
                Header::Array(len) => (0, Some(len as u64)),
                Header::Map(len) => (0, Some(2 * len as u64)),
                Header::Str(len) | Header::Bin(len) | Header::Ext(_, len) => (len, None),
                _ => (0, None),
            };
        if input.remaining() < len || nested.unwrap_or(0).max(values) > input.remaining() as u64 {
            return Err(Skipped::Fault(Fault::Truncated));
        }
        input.advance(len);
        if let Some(nested) = nested {
            if outer.len() >= depth {
                return Err(Skipped::TooDeep);
            }
            outer.push(values);
            values = nested;
        }
    }
}

/// Checks that bytes are one value within limits, with all that it contains.
pub(crate) fn whole(bytes: &[u8], limits: &Limits) -> Result<(), (Fault, usize)> {
    let mut input = Input::new(bytes);
    let passed = skip(&mut input, limits.depth);
    passed.map_err(|skipped| match skipped {
        Skipped::Fault(fault) => (fault, input.position()),
        Skipped::TooDeep => {
            let value = limits.depth;
            (
                Fault::Limit {
                    limit: "depth",
                    value,
                },
                input.position(),
            )
        }
    })?;
    if !input.rest().is_empty() {
        return Err((Fault::Trailing, input.position()));
    }
    let budget = Budget::new(*limits, bytes.len());
    let mut input = Input::new(bytes);
    while let Some(header) = marker::read(&mut input) {
        let (len, elements) = match header {
            Header::Array(len) | Header::Map(len) => (0, len),
            Header::Str(len) | Header::Bin(len) | Header::Ext(_, len) => (len, 0),
            _ => (0, 0),
        };
        let counted = budget.elements(elements).and_then(|()| budget.string(len));
        counted.map_err(|fault| (fault, input.position()))?;
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
        assert!(skip(&mut input, 3).is_ok());
        assert_eq!(input.rest(), [0x07]);
        for cut in 0..bytes.len() - 1 {
            assert!(
                matches!(
                    skip(&mut Input::new(&bytes[..cut]), 3),
                    Err(Skipped::Fault(Fault::Truncated))
                ),
                "{cut}"
            );
        }
        let deep = skip(&mut Input::new(&bytes), 1);
        assert!(matches!(deep, Err(Skipped::TooDeep)));
    }
}
