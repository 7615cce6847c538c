//! Hexadecimal digits, eight at a time in one integer.

const ONES: u64 = u64::MAX / 255;
const HIGH: u64 = ONES << 7;

/// Whether all eight are hexadecimal digits.
#[inline]
pub(crate) const fn is_hex(digits: [u8; 8]) -> bool {
    let digits = u64::from_le_bytes(digits);
    let is_digit = is_within(digits, b'0', b'9');
    let is_letter = is_within(digits | ONES << 5, b'a', b'f');
    digits & HIGH == 0 && (is_digit | is_letter) & HIGH == HIGH
}

/// The high bit of each byte that is from `first` to `last`; no byte has its high bit set, so that none carries into the next.
#[inline]
const fn is_within(bytes: u64, first: u8, last: u8) -> u64 {
    let from_first = (bytes & !HIGH) + ONES * (0x80 - first as u64);
    let over_last = (bytes & !HIGH) + ONES * (0x7f - last as u64);
    from_first & !over_last
}

#[cfg(test)]
mod tests {
    use super::is_hex;

    #[test]
    fn every_byte_at_every_place() {
        for at in 0..8 {
            for byte in 0..=255_u8 {
                let mut digits = *b"09afAF5c";
                digits[at] = byte;
                assert_eq!(is_hex(digits), byte.is_ascii_hexdigit(), "{byte} at {at}");
            }
        }
    }
}
