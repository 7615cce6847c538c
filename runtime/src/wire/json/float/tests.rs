//! Floats agree with core's parser, whatever their text.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::Debug;

use super::{Float, other, usual, whole};
use crate::wire::json::number::grammar;

/// Reads `text` as the driver does.
fn read<F: Float>(text: &str) -> Option<F> {
    let bytes = text.as_bytes();
    match usual::<F>(bytes).or_else(|| other(bytes)) {
        Some((value, len)) if len == bytes.len() => Some(value),
        _ if grammar(bytes) == Ok(bytes.len()) => whole(bytes),
        _ => None,
    }
}

/// Both ways of reading give core's value, to the bit, and whatever follows the text.
fn agrees<F: Float + Debug>(text: &str) {
    let bits = |value: Option<F>| value.map(|value| format!("{value:?}"));
    let core = bits(text.parse::<F>().ok().filter(|value| value.is_finite()));
    assert_eq!(bits(read(text)), core, "{text}");
    assert_eq!(bits(whole(text.as_bytes())), core, "{text}");
    for tail in [
        ",1",
        ",12345678.12345678,12345678.12345678",
        "}]e5e5e5e5 .-.-.-.- x x x x 00000000",
    ] {
        let longer = format!("{text}{tail}");
        let found = [usual::<F>(longer.as_bytes()), other(longer.as_bytes())];
        for (value, len) in found.into_iter().flatten() {
            let found = (bits(Some(value)), len);
            assert_eq!(found, (core.clone(), text.len()), "{text}");
        }
    }
}

fn both(text: &str) {
    agrees::<f32>(text);
    agrees::<f64>(text);
}

#[test]
fn texts_at_the_edges() {
    for text in [
        "0",
        "-0",
        "0.0",
        "-0.0e5",
        "0e999999999999999999999",
        "1",
        "-1",
        "0.1",
        "0.5",
        "1e1",
        "1E+1",
        "1e-1",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1.797693134862315807e308",
        "2e308",
        "1e309",
        "1e400",
        "-1e309",
        "2.2250738585072014e-308",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "5e-324",
        "4.9406564584124654e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2.5e-324",
        "1e-324",
        "1e-400",
        "-1e-400",
        "1e-99999999999999999999",
        "1e99999999999999999999",
        "3.4028234663852886e38",
        "3.4028235677973366e38",
        "3.4028235677973362e38",
        "3.4028236e38",
        "3.5e38",
        "1.1754943508222875e-38",
        "1.1754942807573643e-38",
        "1.401298464324817e-45",
        "7.006492321624085e-46",
        "7.006492321624086e-46",
        "9007199254740991",
        "9007199254740992",
        "9007199254740993",
        "9007199254740994",
        "9007199254740995",
        "9007199254740993.0",
        "9007199254740992.9",
        "9007199254740993.1",
        "16777216",
        "16777217",
        "16777218",
        "16777219",
        "16777217.0",
        "16777217.0000001",
        "16777216.9999999",
        "9223372036854775807",
        "9999999999999999999",
        "18446744073709551615",
        "18446744073709551616",
        "123456789012345678901234567890",
        "0.000000000000000000000000000000000000000000001",
        "0.00000000000000000001234567890123456789",
        "1.00000000000000011102230246251565404236316680908203125",
        "1.00000000000000011102230246251565404236316680908203124",
        "8.589973e9",
        "8.5899725e9",
        "1.2345e-20",
        "1.00000000000000011102230246251565404236316680908203126",
        "6.5e-27",
        "6.5e55",
        "6929495644600919.5",
        "6929495644600920.5",
        "100000000000000016777215",
        "100000000000000016777216",
        "3.518437208883201171875e13",
        "17.999999999999999",
        "62.5364939768271845828",
        "65.613616999999977",
        "-56.5",
        "7.2057594037927933e16",
    ] {
        both(text);
    }
    both(&("1".to_string() + &"0".repeat(308)));
    both(&("1".to_string() + &"0".repeat(400)));
    both(&("0.".to_string() + &"0".repeat(400) + "1e401"));
    both(&("1".to_string() + &"0".repeat(400) + "e-400"));
    both(&("0.5".to_string() + &"0".repeat(800) + "1"));
    both(&("9007199254740993.".to_string() + &"0".repeat(800) + "1"));
}

#[test]
fn what_breaks_the_grammar_is_not_taken_whole() {
    for text in [
        "",
        "-",
        "+1",
        ".5",
        "01",
        "-01",
        "00.5",
        "1.",
        "1.e5",
        "1e",
        "1e+",
        "1.5.5",
        "1e5e5",
        "1e5.5",
        "inf",
        "-inf",
        "nan",
        "-Infinity",
        "1.x",
        "0x1",
        "1,2",
        "000000000000000001",
        "--1",
        "1-",
        "1.-5",
        "1e--5",
    ] {
        assert_eq!(read::<f64>(text), None, "{text}");
    }
}

#[test]
fn each_power_of_ten_with_each_number_of_digits() {
    for power in -400..400 {
        for digits in [
            "1",
            "9",
            "17",
            "999999",
            "4503599627370497",
            "1234567890123456789",
            "99999999999999999999",
        ] {
            both(&format!("{digits}e{power}"));
        }
    }
    for digits in 1..40 {
        for places in 1..40 {
            let text = "12345678909876543210".repeat(4);
            both(&format!("{}.{}", &text[..digits], &text[..places]));
            both(&format!("0.{}{}", "0".repeat(digits), &text[..places]));
        }
    }
}

/// Bits that look random, the same each time.
struct Bits(u64);

impl Bits {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }
}

const ROUNDS: usize = if cfg!(miri) { 50 } else { 60_000 };

#[test]
fn random_doubles_in_each_form() {
    let mut bits = Bits(1);
    for round in 0..ROUNDS {
        let value = f64::from_bits(bits.next());
        if !value.is_finite() {
            continue;
        }
        let places = 14 + round % 8;
        both(&format!("{value:e}"));
        agrees::<f64>(&format!("{value:.places$e}"));
        let near = (value % 1e6) * 1.5;
        both(&format!("{near:?}"));
        both(&format!("{near:.places$}"));
    }
}

#[test]
fn random_singles_in_each_form() {
    let mut bits = Bits(2);
    for round in 0..ROUNDS {
        let value = f32::from_bits(bits.next() as u32);
        if !value.is_finite() {
            continue;
        }
        let places = 6 + round % 8;
        both(&format!("{value:e}"));
        agrees::<f32>(&format!("{value:.places$e}"));
        agrees::<f32>(&format!("{:?}", value % 1e3));
        agrees::<f32>(&format!("{}", value.clamp(-1e9, 1e9)));
    }
}

#[test]
fn halfway_between_two_floats() {
    let mut bits = Bits(3);
    for _ in 0..ROUNDS / 4 {
        let value = f32::from_bits(bits.next() as u32 & 0x7fff_ffff);
        if !value.is_finite() || value == f32::MAX {
            continue;
        }
        let next = f32::from_bits(value.to_bits() + 1);
        let half = (f64::from(value) + f64::from(next)) / 2.0;
        for text in around(&format!("{half:.200}")) {
            agrees::<f32>(&text);
        }
        agrees::<f32>(&format!("{half:?}"));
        let large = bits.next() >> 9 | 1 << 54;
        agrees::<f64>(&format!("{}", (large & !1) | 1));
        agrees::<f64>(&format!("{}.5", (large >> 2) | 1));
        agrees::<f64>(&format!("{}.25e-3", large >> 8));
    }
}

/// A text, and the ones just below and above.
fn around(text: &str) -> [String; 3] {
    let text = text.trim_end_matches('0');
    let text = if text.ends_with('.') {
        format!("{text}0")
    } else {
        text.to_string()
    };
    let mut below = text.clone().into_bytes();
    for digit in below.iter_mut().rev() {
        match digit {
            b'0' => *digit = b'9',
            b'1'..=b'9' => {
                *digit -= 1;
                break;
            }
            _ => {}
        }
    }
    let below = String::from_utf8(below).unwrap_or_default();
    [format!("{below}9"), format!("{text}1"), text]
}
