//! What each byte can be part of, in one table.

/// Part of a label: a letter, a digit or a hyphen.
pub(crate) const LABEL: u8 = 1;
/// Part of an email address, left of the `@`.
pub(crate) const LOCAL: u8 = 2;
/// A decimal digit.
pub(crate) const DIGIT: u8 = 4;
/// Part of an identifier: a letter, a digit or an underscore.
pub(crate) const WORD: u8 = 8;
/// Part of the name of an HTTP header.
pub(crate) const HEADER: u8 = 16;
/// Part of Crockford's base 32, in either case.
pub(crate) const BASE32: u8 = 32;
/// Part of a scheme: a letter, a digit, `+`, `-` or `.`.
pub(crate) const SCHEME: u8 = 64;

static CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        class[at] = match byte {
            b'0'..=b'9' => LABEL | LOCAL | DIGIT | WORD | HEADER | BASE32 | SCHEME,
            b'I' | b'L' | b'O' | b'U' | b'i' | b'l' | b'o' | b'u' => {
                LABEL | LOCAL | WORD | HEADER | SCHEME
            }
            b'A'..=b'Z' | b'a'..=b'z' => LABEL | LOCAL | WORD | HEADER | BASE32 | SCHEME,
            b'-' => LABEL | LOCAL | HEADER | SCHEME,
            b'_' => LOCAL | WORD | HEADER,
            b'.' | b'+' => LOCAL | HEADER | SCHEME,
            b'!' | b'#' | b'$' | b'%' | b'&' | b'\'' | b'*' | b'^' | b'`' | b'|' | b'~' => {
                LOCAL | HEADER
            }
            b'/' | b'=' | b'?' | b'{' | b'}' => LOCAL,
            b',' => HEADER,
            _ => 0,
        };
        at += 1;
    }
    class
};

/// How many bytes at the beginning are of a class.
#[inline]
pub(crate) fn run(value: &[u8], class: u8) -> usize {
    let other = |&byte: &u8| CLASS[usize::from(byte)] & class == 0;
    value.iter().position(other).unwrap_or(value.len())
}
