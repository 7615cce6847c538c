//! Decimal numbers without leading zeros.

/// The number, up to a maximum of at most five digits.
pub(crate) fn read(digits: &[u8], max: u32) -> Option<u32> {
    if digits.is_empty() || digits.len() > 5 || digits.len() > 1 && digits[0] == b'0' {
        return None;
    }
    let mut value = 0;
    for &byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + u32::from(digit);
    }
    (value <= max).then_some(value)
}
