//! Numbers as text: their grammar (RFC 8259, section 6), and integers read exactly.
//!
//! No integer passes through a float, and no float is read here: see `float`.

use super::scan::word;

/// What is wrong with the text of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It ends too early.
    Truncated,
    /// It breaks the grammar.
    Malformed,
}

/// The exact value of a number's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exact {
    /// An integer.
    Integer {
        /// Whether a minus stands before it.
        negative: bool,
        /// Its magnitude.
        magnitude: u128,
    },
    /// An integer above 128 bits.
    Huge,
    /// Not an integer.
    Fraction,
}

const ZEROS: u64 = 0x3030_3030_3030_3030;

/// How many digits fit into 64 bits, whatever they are.
pub(super) const DIGITS: usize = 19;

/// Powers of ten.
pub(super) const POWERS: [u64; DIGITS + 1] = {
    let mut powers = [1; DIGITS + 1];
    let mut i = 1;
    while i <= DIGITS {
        powers[i] = powers[i - 1] * 10;
        i += 1;
    }
    powers
};

/// The unsigned integer of at most 64 bits at the start of `bytes`, and its length. `None` for anything else, and for what
/// may be an integer in another form.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn digits(bytes: &[u8]) -> Option<(u64, usize)> {
    let (value, len) = match word(bytes, 0).map(eight) {
        Some((value, 8)) => run(bytes, 8, value),
        Some(digits) => digits,
        None => run(bytes, 0, 0),
    };
    // no branch, which random lengths would mispredict
    let leading_zero = (len > 1) & (bytes.first() == Some(&b'0'));
    if len == 0 || leading_zero || matches!(bytes.get(len), Some(b'.' | b'e' | b'E')) {
        return None;
    }
    if len > DIGITS {
        return Some((twenty(bytes, len)?, len));
    }
    Some((value, len))
}

/// The integer of `len` digits at the start of `bytes`, more than [`DIGITS`], if it fits into 64 bits.
#[inline(never)]
fn twenty(bytes: &[u8], len: usize) -> Option<u64> {
    let (digits, []) = bytes.get(..len)?.as_chunks::<4>() else {
        return None;
    };
    if digits.len() != 5 {
        return None;
    }
    digits.iter().try_fold(0_u64, |all, four| {
        let four = value(u64::from(u32::from_le_bytes(*four)), 4);
        all.checked_mul(10_000)?.checked_add(four)
    })
}

/// Appends the digits that stand at `at` to `value`, and says where they end. Above [`DIGITS`] the value means nothing.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn run(bytes: &[u8], mut at: usize, mut value: u64) -> (u64, usize) {
    while let Some(word) = word(bytes, at) {
        let (digits, len) = eight(word);
        value = value.wrapping_mul(POWERS[len & 15]).wrapping_add(digits);
        at += len;
        if len < 8 {
            return (value, at);
        }
    }
    while let Some(digit) = bytes.get(at).map(|byte| byte.wrapping_sub(b'0'))
        && digit < 10
    {
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
        at += 1;
    }
    (value, at)
}

/// The value and the number of the digits that a word begins with.
#[cfg_attr(not(debug_assertions), inline(always))]
fn eight(word: u64) -> (u64, usize) {
    let digits = word ^ ZEROS;
    let others = (digits.wrapping_add(0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080;
    let len = (others.trailing_zeros() / 8) as usize;
    (value(word, len), len)
}

/// The value of the `len` digits, up to eight, that a word begins with.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn value(word: u64, len: usize) -> u64 {
    // two steps, since no word can be shifted by 64
    let half = 4 * (8 - len as u32);
    let digits = (word ^ ZEROS) << (half & 63) << (half & 63);
    let pairs = (digits & 0x0f0f_0f0f_0f0f_0f0f).wrapping_mul(2561) >> 8;
    let fours = (pairs & 0x00ff_00ff_00ff_00ff).wrapping_mul(6_553_601) >> 16;
    (fours & 0x0000_ffff_0000_ffff).wrapping_mul(42_949_672_960_001) >> 32
}

/// The length of the number at the start of `bytes`.
pub(super) fn grammar(bytes: &[u8]) -> Result<usize, Flaw> {
    let mut len = usize::from(bytes.first() == Some(&b'-'));
    match bytes.get(len) {
        Some(b'0') => len += 1,
        _ => len = some_digits(bytes, len)?,
    }
    if bytes.get(len).is_some_and(u8::is_ascii_digit) {
        return Err(Flaw::Malformed);
    }
    if bytes.get(len) == Some(&b'.') {
        len = some_digits(bytes, len + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(len) {
        len += 1;
        len += usize::from(matches!(bytes.get(len), Some(b'+' | b'-')));
        len = some_digits(bytes, len)?;
    }
    Ok(len)
}

/// Where the digits end that begin at `at`, of which there must be one.
fn some_digits(bytes: &[u8], at: usize) -> Result<usize, Flaw> {
    let count = bytes
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    match (count, bytes.get(at)) {
        (0, None) => Err(Flaw::Truncated),
        (0, Some(_)) => Err(Flaw::Malformed),
        _ => Ok(at + count),
    }
}

/// The exact value of `text`, which follows the grammar.
pub(super) fn exact(text: &[u8]) -> Exact {
    let (negative, text) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, text),
    };
    let (mantissa, exponent) = match text.iter().position(|byte| matches!(byte, b'e' | b'E')) {
        Some(at) => (
            text.get(..at).unwrap_or_default(),
            power(text.get(at + 1..).unwrap_or_default()),
        ),
        None => (text, 0),
    };
    let point = mantissa
        .iter()
        .position(|&byte| byte == b'.')
        .unwrap_or(mantissa.len());
    let digits = || mantissa.iter().filter(|&&byte| byte != b'.');
    let Some(last) = digits().rposition_of_nonzero() else {
        return Exact::Integer {
            negative,
            magnitude: 0,
        };
    };
    let places = (point as i64).saturating_add(exponent);
    if places <= last as i64 {
        return Exact::Fraction;
    }
    let mut magnitude = 0_u128;
    let zeros = core::iter::repeat(&b'0');
    for (at, digit) in (0..places).zip(digits().chain(zeros)) {
        if at > last as i64 && magnitude > u128::MAX / 10 {
            return Exact::Huge;
        }
        match magnitude
            .checked_mul(10)
            .and_then(|m| m.checked_add(u128::from(digit - b'0')))
        {
            Some(next) => magnitude = next,
            None => return Exact::Huge,
        }
    }
    Exact::Integer {
        negative,
        magnitude,
    }
}

trait Digits {
    fn rposition_of_nonzero(self) -> Option<usize>;
}

impl<'b, I: Iterator<Item = &'b u8>> Digits for I {
    /// Where the last digit stands that is not zero.
    fn rposition_of_nonzero(self) -> Option<usize> {
        self.enumerate()
            .filter(|(_, digit)| **digit != b'0')
            .last()
            .map(|(at, _)| at)
    }
}

/// The value of an exponent's text; very large ones are cut, which changes no verdict.
fn power(text: &[u8]) -> i64 {
    let (negative, digits) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        Some((b'+', rest)) => (false, rest),
        _ => (false, text),
    };
    let magnitude = digits.iter().fold(0_i64, |power, digit| {
        power
            .saturating_mul(10)
            .saturating_add(i64::from(digit - b'0'))
    });
    let magnitude = magnitude.min(1 << 40);
    if negative { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn digits_at_every_length() {
        for tail in [
            "",
            ",",
            "}",
            " ",
            "\"",
            "\0",
            "\u{ff}",
            ",12345678",
            "/",
            ":",
            "          ",
        ] {
            for power in 0..20 {
                let next = 10_u64.checked_pow(power + 1).unwrap_or(u64::MAX);
                for value in [
                    10_u64.pow(power),
                    next - 1,
                    next - 1 + u64::from(power == 19),
                    12_345_678_901_234_567_890 % next,
                ] {
                    let text = value.to_string();
                    assert_eq!(
                        digits((text.clone() + tail).as_bytes()),
                        Some((value, text.len())),
                        "{text}{tail}"
                    );
                }
            }
        }
        assert_eq!(digits(b"0"), Some((0, 1)));
        assert_eq!(digits(b"0,000000000"), Some((0, 1)));
    }

    #[test]
    fn digits_leave_the_rest_to_others() {
        for text in [
            "",
            "-1",
            "+1",
            "01",
            "00",
            "00000000",
            "012345678",
            "1.5",
            "1e5",
            "12345678.0",
            "1E5",
            ".5",
            "a",
            "\"1\"",
            "18446744073709551616",
            "99999999999999999999",
            "01844674407370955161",
            "100000000000000000000",
            "1844674407370955161.5",
        ] {
            assert_eq!(digits(text.as_bytes()), None, "{text}");
            assert_eq!(
                digits((text.to_string() + "           ").as_bytes()),
                None,
                "{text}"
            );
        }
    }

    #[test]
    fn grammar_is_strict() {
        for text in [
            "0",
            "-0",
            "1",
            "-12.5",
            "1e5",
            "1E+05",
            "0.0e-0",
            "123456789012345678901234567890",
            "1.5E-7",
        ] {
            assert_eq!(grammar(text.as_bytes()), Ok(text.len()), "{text}");
            assert_eq!(
                grammar((text.to_string() + ", 1").as_bytes()),
                Ok(text.len()),
                "{text}"
            );
        }
        for text in ["", "-", "1.", "1e", "1e+", "-0.", "0e-"] {
            assert_eq!(grammar(text.as_bytes()), Err(Flaw::Truncated), "{text}");
        }
        for text in [
            "+1",
            ".5",
            "01",
            "-01",
            "00",
            "1.e5",
            "1.x",
            "e5",
            "-a",
            "1e+x",
            "NaN",
            "-Infinity",
        ] {
            assert_eq!(grammar(text.as_bytes()), Err(Flaw::Malformed), "{text}");
        }
    }

    #[test]
    fn exact_values() {
        let integer = |negative, magnitude| Exact::Integer {
            negative,
            magnitude,
        };
        for (text, expected) in [
            ("0", integer(false, 0)),
            ("-0", integer(true, 0)),
            ("-0.000e99999999999999999999", integer(true, 0)),
            ("1.0", integer(false, 1)),
            ("1e2", integer(false, 100)),
            ("100e-2", integer(false, 1)),
            ("1.50e1", integer(false, 15)),
            ("0.00012e5", integer(false, 12)),
            ("18446744073709551615", integer(false, u128::from(u64::MAX))),
            ("18446744073709551616", integer(false, 1 << 64)),
            (
                "-170141183460469231731687303715884105728",
                integer(true, 1 << 127),
            ),
            (
                "340282366920938463463374607431768211455",
                integer(false, u128::MAX),
            ),
            ("340282366920938463463374607431768211456", Exact::Huge),
            ("1e38", integer(false, 10_u128.pow(38))),
            ("1e39", Exact::Huge),
            ("1e999999999999999999999999", Exact::Huge),
            ("1.5", Exact::Fraction),
            ("1e-1", Exact::Fraction),
            ("0.1", Exact::Fraction),
            ("101e-2", Exact::Fraction),
            ("1e-999999999999999999999999", Exact::Fraction),
        ] {
            assert_eq!(exact(text.as_bytes()), expected, "{text}");
        }
    }
}
