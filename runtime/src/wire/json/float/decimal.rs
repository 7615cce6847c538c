//! [`Decimal`]: the text of a number (RFC 8259, section 6), taken apart.

use super::super::number::{DIGITS, POWERS, run, value};
use super::super::scan::{not_digits, sixteen};

/// A sign, and `mantissa × 10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) negative: bool,
    pub(super) mantissa: u64,
    pub(super) exponent: i32,
    /// How long the text was.
    pub(super) len: usize,
}

/// The number at the start of `bytes`, if it is as most are: up to eight digits, then mostly a point and up to 16 more, and
/// bytes enough for all to be looked at in one block. `None` for others, and for what breaks the grammar.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn common(bytes: &[u8]) -> Option<Decimal> {
    let negative = bytes.first() == Some(&b'-');
    let start = usize::from(negative);
    let block = bytes.get(start..)?.first_chunk::<BLOCK>()?;
    let others = not_digits(block);
    let whole = others.trailing_zeros() as usize;
    // no branch, which random lengths would mispredict
    let leading_zero = (whole > 1) & (block[0] == b'0');
    if whole == 0 || whole > 8 || leading_zero {
        return None;
    }
    let (mut mantissa, mut exponent, mut end) = (leading(block, whole), 0, whole);
    if block[whole] == b'.' {
        end = (others & (others - 1)).trailing_zeros() as usize;
        let places = end.wrapping_sub(whole + 1);
        if places == 0 || places > 16 {
            return None;
        }
        let fraction = block.get(whole + 1..)?.first_chunk::<16>()?;
        let [first, second] = sixteen(fraction, places);
        // mostly with zeros behind the last place, since that needs no look at how many places there are
        mantissa = mantissa * EIGHT + first;
        if whole + 16 <= DIGITS {
            mantissa = mantissa * EIGHT + second;
            exponent = -16;
        } else if places <= 8 {
            exponent = -8;
        } else if whole + places <= DIGITS {
            mantissa = mantissa * POWERS[places - 8] + second / POWERS[16 - places];
            exponent = -(places as i32);
        } else {
            return None;
        }
    }
    let mut len = start + end;
    if block.get(end).is_some_and(|byte| byte | 0x20 == b'e') {
        let (power, end) = self::exponent(bytes, len + 1)?;
        exponent += power;
        len = end;
    }
    Some(Decimal {
        negative,
        mantissa,
        exponent,
        len,
    })
}

/// How many bytes are looked at together: eight digits, a point, 16 more, and what ends them.
const BLOCK: usize = 32;

/// `10^8`.
const EIGHT: u64 = 100_000_000;

/// The value of the first `count` digits, up to eight.
#[cfg_attr(not(debug_assertions), inline(always))]
fn leading(block: &[u8; BLOCK], count: usize) -> u64 {
    match block.first_chunk::<8>() {
        Some(word) => value(u64::from_le_bytes(*word), count),
        None => 0,
    }
}

/// The number at the start of `bytes`; `None` if it breaks the grammar or has more than 19 digits.
#[inline(never)]
pub(super) fn short(bytes: &[u8]) -> Option<Decimal> {
    let negative = bytes.first() == Some(&b'-');
    let start = usize::from(negative);
    let (mut mantissa, mut at) = run(bytes, start, 0);
    let mut digits = at - start;
    if digits == 0 || (digits > 1 && bytes.get(start) == Some(&b'0')) {
        return None;
    }
    let mut exponent = 0;
    if bytes.get(at) == Some(&b'.') {
        let point = at + 1;
        (mantissa, at) = run(bytes, point, mantissa);
        if at == point {
            return None;
        }
        digits += at - point;
        exponent = -((at - point) as i32);
    }
    if digits > DIGITS {
        return None;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        let (power, end) = self::exponent(bytes, at + 1)?;
        exponent += power;
        at = end;
    }
    Some(Decimal {
        negative,
        mantissa,
        exponent,
        len: at,
    })
}

/// The exponent whose sign or first digit stands at `at`, and where it ends.
#[inline(never)]
fn exponent(bytes: &[u8], at: usize) -> Option<(i32, usize)> {
    let (negative, start) = match bytes.get(at)? {
        b'-' => (true, at + 1),
        b'+' => (false, at + 1),
        _ => (false, at),
    };
    let digits = bytes
        .get(start..)?
        .iter()
        .map(|byte| byte.wrapping_sub(b'0'));
    let (mut power, mut len) = (0_i32, 0);
    for digit in digits.take_while(|digit| *digit < 10) {
        // beyond 99,999,999 nothing differs: no text that is in memory brings it back
        if power < 10_000_000 {
            power = power * 10 + i32::from(digit);
        }
        len += 1;
    }
    (len > 0).then_some((if negative { -power } else { power }, start + len))
}

/// A number of any length, whose text follows the grammar: its first 19 digits, and whether others than zeros come after
/// those. `None` for zero.
pub(super) fn long(text: &[u8]) -> Option<(Decimal, bool)> {
    let negative = text.first() == Some(&b'-');
    let (mut mantissa, mut digits, mut exponent, mut at) = (0, 0, 0_i32, usize::from(negative));
    let (mut in_fraction, mut cut) = (false, false);
    while let Some(&byte) = text.get(at) {
        match byte {
            b'.' => in_fraction = true,
            b'0'..=b'9' => {
                let is_taken = digits < DIGITS;
                if is_taken {
                    mantissa = mantissa * 10 + u64::from(byte - b'0');
                    digits += usize::from(mantissa != 0);
                } else {
                    cut |= byte != b'0';
                }
                exponent = exponent.checked_add(i32::from(!is_taken) - i32::from(in_fraction))?;
            }
            _ => {
                exponent = exponent.checked_add(self::exponent(text, at + 1)?.0)?;
                break;
            }
        }
        at += 1;
    }
    let decimal = Decimal {
        negative,
        mantissa,
        exponent,
        len: text.len(),
    };
    (mantissa != 0).then_some((decimal, cut))
}
