//! The forms in which the reader takes a single value.

use alloc::vec::Vec;
use core::time::Duration;

use super::read;

#[test]
fn integers_in_every_form() {
    for text in [
        "7",
        "\"7\"",
        "7.0",
        "7e0",
        "70e-1",
        "\"0.7E+1\"",
        "7.000",
        "\"\\u0037\"",
    ] {
        assert_eq!(read(text), Ok(7_u64), "{text}");
        assert_eq!(read(text), Ok(7_i8), "{text}");
        assert_eq!(read(text), Ok(7_u128), "{text}");
        assert_eq!(read(text), Ok(7_i128), "{text}");
    }
    assert_eq!(read("9007199254740993"), Ok(9_007_199_254_740_993_u64));
    assert_eq!(read("18446744073709551615"), Ok(u64::MAX));
    assert_eq!(read("\"-9223372036854775808\""), Ok(i64::MIN));
    assert_eq!(read("-9223372036854775808"), Ok(i64::MIN));
    assert_eq!(read("-9223372036854775807.0"), Ok(i64::MIN + 1));
    assert_eq!(read("-2147483648"), Ok(i32::MIN));
    assert_eq!(read("-0"), Ok(0_u32));
    assert_eq!(read("-0"), Ok(0_i64));
}

#[test]
fn integers_out_of_range() {
    for text in [
        "18446744073709551616",
        "-1",
        "1e20",
        "\"18446744073709551616\"",
        "99999999999999999999999999999999999999999",
    ] {
        assert_eq!(
            read::<u64>(text),
            Err("the number does not fit `u64` (json, byte 0)".into()),
            "{text}"
        );
    }
    assert_eq!(
        read::<i64>("9223372036854775808"),
        Err("the number does not fit `i64` (json, byte 0)".into())
    );
    assert_eq!(
        read::<i64>("-9223372036854775809"),
        Err("the number does not fit `i64` (json, byte 0)".into())
    );
    assert_eq!(
        read::<i32>("2147483648"),
        Err("the number does not fit `i32` (json, byte 0)".into())
    );
    assert_eq!(
        read::<u16>(" 65536"),
        Err("the number does not fit `u16` (json, byte 1)".into())
    );
    assert_eq!(
        read::<u128>("340282366920938463463374607431768211456"),
        Err("the number does not fit `u128` (json, byte 0)".into())
    );
    assert_eq!(
        read::<u32>("1.5"),
        Err("expected integer, found number with a fraction (json, byte 0)".into())
    );
    assert_eq!(
        read::<u32>("\"1 \""),
        Err("expected integer, found string (json, byte 0)".into())
    );
    assert_eq!(
        read::<u32>("01"),
        Err("the number breaks JSON's grammar (json, byte 0)".into())
    );
    assert_eq!(
        read::<u32>("true"),
        Err("expected integer, found bool (json, byte 0)".into())
    );
}

#[test]
fn floats_are_correctly_rounded() {
    assert_eq!(read("\"NaN\"").map(f64::is_nan), Ok(true));
    assert_eq!(read("\"-Infinity\""), Ok(f32::NEG_INFINITY));
    assert_eq!(read("\"1.5\""), Ok(1.5_f64));
    assert_eq!(read("3"), Ok(3.0_f32));
    assert_eq!(read("-0"), Ok(-0.0_f64));
    assert_eq!(read("1e-400"), Ok(0.0_f64));
    // Halfway cases that go wrong through a double (the first) or without a slow path (the others).
    assert_eq!(read("1.00000017881393432617187499"), Ok(1.000_000_1_f32));
    assert_eq!(read("9007199254740993"), Ok(9_007_199_254_740_992.0_f64));
    assert_eq!(
        read("2.2250738585072011e-308"),
        Ok(2.225_073_858_507_201e-308_f64)
    );
    for text in ["1e400", "-1e400", "\"1e309\""] {
        assert_eq!(
            read::<f64>(text),
            Err("the number does not fit `f64` (json, byte 0)".into())
        );
    }
    assert_eq!(
        read::<f32>("3.5e38"),
        Err("the number does not fit `f32` (json, byte 0)".into())
    );
    for text in [
        "NaN",
        "Infinity",
        "-Infinity",
        ".5",
        "+1",
        "1.",
        "\"inf\"",
        "\"nan\"",
        "\"\"",
        "\" 1\"",
        "\"1e\"",
        "-",
    ] {
        assert!(read::<f64>(text).is_err(), "{text}");
    }
}

#[test]
fn bytes_in_every_form() {
    for text in [
        "\"+/8A\"",
        "\"-_8A\"",
        "[251,255,0]",
        "[ 251 , 255.0 , \"0\" ]",
    ] {
        assert_eq!(read(text), Ok(alloc::vec![0xfb_u8, 0xff, 0]), "{text}");
    }
    assert_eq!(read("\"\""), Ok(Vec::<u8>::new()));
    assert_eq!(read("\"Zg\""), Ok(b"f".to_vec()));
    assert_eq!(
        read::<Vec<u8>>("[256]"),
        Err("the number does not fit `u8` (json, byte 1)".into())
    );
    assert_eq!(
        read::<Vec<u8>>("\"*\""),
        Err("the text is not base64 (json, byte 0)".into())
    );
}

#[test]
fn times_in_every_form() {
    for text in [
        "\"1.5s\"",
        "\"1.500s\"",
        r#"{"secs":1,"nanos":500000000}"#,
        r#"{"nanos":500000000,"x":[],"secs":1}"#,
        "[1,500000000]",
    ] {
        assert_eq!(read(text), Ok(Duration::from_millis(1500)), "{text}");
    }
    let time = std::time::UNIX_EPOCH + Duration::from_secs(1);
    for text in [
        "\"1970-01-01T00:00:01Z\"",
        "\"1970-01-01T02:00:01.000+02:00\"",
        r#"{"secs_since_epoch":1,"nanos_since_epoch":0}"#,
    ] {
        assert_eq!(read(text), Ok(time), "{text}");
    }
    assert_eq!(
        read::<Duration>("\"1\""),
        Err("the text is not a duration such as `1.5s` (json, byte 0)".into())
    );
    assert!(read::<Duration>("\"-1s\"").is_err());
    assert!(read::<Duration>("1.5").is_err());
}
