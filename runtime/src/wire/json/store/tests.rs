//! What is stored is what serde_json writes, whatever the room.

use super::*;
use crate::wire::output::Buffer;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

fn written(write: impl FnOnce(&mut Output<'_, '_, ()>)) -> String {
    let mut buffer = Vec::new();
    let mut into = Buffer::new(&mut buffer, ());
    let mut out = into.output();
    write(&mut out);
    out.finish();
    String::from_utf8(buffer).unwrap()
}

#[test]
fn integers_at_every_length() {
    let mut values = alloc::vec![0, u64::MAX, u64::MAX - 1];
    for power in 0..20 {
        let ten = 10_u64.pow(power);
        values.extend([ten - 1, ten, ten + 1, ten.wrapping_mul(7)]);
    }
    for bit in 0..64 {
        values.extend([(1_u64 << bit) - 1, 1 << bit]);
    }
    for value in values {
        assert_eq!(
            written(|out| integer(out, &Prefix::EMPTY, Dress::Bare, false, value)),
            value.to_string()
        );
    }
    assert_eq!(
        written(|out| integer(out, &Prefix::EMPTY, Dress::Key, true, 1 << 63)),
        "\"-9223372036854775808\":"
    );
    assert_eq!(
        written(|out| integer(out, &Prefix::EMPTY, Dress::Quoted, false, 7)),
        "\"7\""
    );
}

#[test]
fn floats_stand_where_they_are_made() {
    for value in [
        0.0,
        -0.0,
        1.5,
        -1e300,
        5e-324,
        -2.2250738585072014e-308,
        1e15,
        1e16,
        1e-5,
        1e-6,
        f64::MAX,
    ] {
        let expected = serde_json::to_string(&value).unwrap();
        assert_eq!(written(|out| float(out, &Prefix::EMPTY, value)), expected);
        let (value, prefix) = (
            value as f32,
            crate::codec::Info::root(crate::Type::Float32).element(),
        );
        let prefix = Prefix::of(&prefix, false).unwrap();
        if value.is_finite() {
            let expected = alloc::format!(",{}", serde_json::to_string(&value).unwrap());
            assert_eq!(written(|out| float(out, &prefix, value)), expected);
        }
    }
}

fn is_its_elements<T: Scalar + serde::Serialize>(items: &[T], quoted: bool) {
    for len in 0..=items.len() {
        let mut expected = String::new();
        for item in &items[..len] {
            let text = serde_json::to_string(item).unwrap();
            let quotes = if quoted || text == "null" { "\"" } else { "" };
            let text = text.replace("null", name(f64::from(f32::from_bits(item.bits() as u32))));
            expected += &alloc::format!(",{quotes}{text}{quotes}");
        }
        assert_eq!(written(|out| run(out, &items[..len], quoted)), expected);
    }
}

#[test]
fn runs_are_what_their_elements_are() {
    is_its_elements(&[true, false, true], false);
    for quoted in [true, false] {
        is_its_elements(&[0, 7, u64::MAX, 1 << 32, 10_000_000_000], quoted);
        is_its_elements(&[i64::MIN, -1, 0, i64::MAX, -10].repeat(8), quoted);
    }
    is_its_elements(&[i8::MIN, i8::MAX], false);
    is_its_elements(&[u16::MAX; 33], false);
    is_its_elements(
        &[f64::MIN, f64::MAX, -5e-324, 0.1, -0.0, 1e15].repeat(6),
        false,
    );
    is_its_elements(&[f32::MIN, f32::MAX, 0.1, f32::NAN, 1e-45], false);
    is_its_elements(&[f32::INFINITY, f32::NEG_INFINITY], false);
}

#[test]
fn text_is_escaped_as_serde_json_does() {
    for len in 0..60 {
        let mut bytes = alloc::vec![b'x'; len];
        for at in 0..len {
            for byte in (0..0x24).chain([b'\\', 0x7f]) {
                bytes[at] = byte;
                let source = core::str::from_utf8(&bytes).unwrap();
                let expected = serde_json::to_string(source).unwrap();
                assert_eq!(written(|out| text(out, &Prefix::EMPTY, source)), expected);
            }
            bytes[at] = b'x';
        }
    }
    for source in [
        "",
        "ä",
        "日本語のテキストを少し長めに書く",
        "😀😀😀😀😀\n😀😀😀😀😀\"",
        "\u{2028}\u{7f}\u{80}",
    ] {
        let expected = serde_json::to_string(source).unwrap();
        assert_eq!(written(|out| text(out, &Prefix::EMPTY, source)), expected);
    }
}

#[test]
fn text_of_escapes_only() {
    let source = "\0".repeat(1000);
    assert_eq!(
        written(|out| text(out, &Prefix::EMPTY, &source)),
        alloc::format!("\"{}\"", "\\u0000".repeat(1000))
    );
}

const NAME: &str = match core::str::from_utf8(&[b'n'; ROOM]) {
    Ok(name) => name,
    Err(_) => "",
};

#[test]
fn prefixes_and_words_at_every_length() {
    for len in 0..ROOM {
        let name = &NAME[..len];
        let field = crate::Field::new(1, name, crate::Type::Bool);
        let info = crate::codec::Info::of(&field, 0);
        let Some(prefix) = Prefix::of(&info, false) else {
            assert!(len + 4 > ROOM, "{len}");
            continue;
        };
        let expected = alloc::format!(",\"{name}\":");
        assert_eq!(written(|out| self::prefix(out, &prefix)), expected);
        for (word, digits) in [(*b"true    ", 4), (*b"12345678", 8)] {
            let text = core::str::from_utf8(&word[..digits]).unwrap();
            let found = written(|out| self::word(out, &prefix, word, digits));
            assert_eq!(found, expected.clone() + text);
        }
        let found = written(|out| integer(out, &prefix, Dress::Key, true, u64::MAX));
        assert_eq!(found, expected + "\"-18446744073709551615\":");
    }
}
