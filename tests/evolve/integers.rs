//! Promise 6: a number never changes its meaning silently.

use everwire::{Codec, Options, Wire};
use everwire_tests::unhex;

use super::reread;

#[derive(Codec, Debug, PartialEq)]
struct One<T> {
    #[codec(1)]
    value: T,
}

macro_rules! refuses {
    ($($from:ident, $value:expr => $to:ty: $wires:expr;)*) => {$(
        for wire in $wires {
            let bytes = wire.encode(&One::<$from> { value: $value }).unwrap();
            let result = wire.decode::<One<$to>>(&bytes);
            assert!(result.is_err(), "{wire}: {} as {}: {result:?}", $value, stringify!($to));
        }
    )*};
}

macro_rules! accepts {
    ($($from:ident, $value:expr => $to:ty: $wires:expr;)*) => {$(
        for wire in $wires {
            let read: One<$to> = reread(wire, &One::<$from> { value: $value });
            assert_eq!(read.value, $value as $to, "{wire}: {} as {}", $value, stringify!($to));
        }
    )*};
}

const NAMED: [Wire; 2] = [Wire::MsgPack, Wire::Json];

#[test]
fn integers_are_range_checked_and_never_truncated() {
    refuses! {
        u32, 256 => u8: Wire::ALL;
        u32, 65_536 => u16: Wire::ALL;
        i32, -129 => i8: Wire::ALL;
        i32, 128 => i8: Wire::ALL;
        i32, 32_768 => i16: Wire::ALL;
        u64, 1_u64 << 32 => u32: NAMED;
        u64, 1_u64 << 31 => i32: NAMED;
        u64, 1_u64 << 63 => i64: NAMED;
        i64, -1 => u64: NAMED;
        i64, -1 => u32: NAMED;
        i64, -1 => u8: Wire::ALL;
        i64, i64::from(i32::MIN) - 1 => i32: NAMED;
    }
    accepts! {
        u64, 255 => u8: Wire::ALL;
        u8, 255 => u64: Wire::ALL;
        i64, -128 => i8: Wire::ALL;
        i8, -128 => i64: Wire::ALL;
        u64, u64::from(u32::MAX) => u32: Wire::ALL;
        u64, u64::MAX => usize: Wire::ALL;
        i64, i64::MIN => isize: Wire::ALL;
        u16, 65_535 => i32: Wire::ALL;
        i64, 5 => u64: Wire::ALL;
    }
}

#[test]
fn protobuf_truncates_a_varint_that_is_too_wide_unless_options_refuse() {
    let bytes = Wire::Protobuf
        .encode(&One::<u64> {
            value: (7 << 32) + 5,
        })
        .unwrap();
    assert_eq!(Wire::Protobuf.decode::<One<u32>>(&bytes).unwrap().value, 5);
    assert_eq!(Wire::Protobuf.decode::<One<i32>>(&bytes).unwrap().value, 5);
    assert_eq!(Wire::Protobuf.decode::<One<u8>>(&bytes).unwrap().value, 5);
    let strict = Options::new().strict_integers(true);
    assert!(strict.decode::<One<u32>>(Wire::Protobuf, &bytes).is_err());
    assert!(strict.decode::<One<i32>>(Wire::Protobuf, &bytes).is_err());
    assert!(strict.decode::<One<u8>>(Wire::Protobuf, &bytes).is_err());
    let negative = Wire::Protobuf.encode(&One::<i32> { value: -1 }).unwrap();
    assert_eq!(
        strict
            .decode::<One<i32>>(Wire::Protobuf, &negative)
            .unwrap()
            .value,
        -1
    );
    let wide: One<bool> = Wire::Protobuf.decode(&unhex("08 8080808080 01")).unwrap();
    assert!(wide.value);
}

#[test]
fn an_integer_into_a_float_is_exact() {
    accepts! {
        u64, 1_u64 << 53 => f64: NAMED;
        i64, -(1_i64 << 53) => f64: NAMED;
        u32, 1 << 24 => f32: NAMED;
        u64, 1_u64 << 63 => f64: NAMED;
    }
    refuses! {
        u64, (1_u64 << 53) + 1 => f64: [Wire::MsgPack];
        u32, (1 << 24) + 1 => f32: [Wire::MsgPack];
    }
}

#[test]
fn a_float_is_no_integer_unless_json_wrote_a_whole_number() {
    refuses! {
        f64, 1.5 => u32: NAMED;
        f64, 1.0 => u32: [Wire::MsgPack];
    }
    for text in ["1.0", "1e0", "10e-1", "\"1\""] {
        let json = format!("{{\"value\":{text}}}");
        assert_eq!(
            everwire::json::from_str::<One<u32>>(&json).unwrap().value,
            1,
            "{text}"
        );
    }
    for text in ["1.5", "4294967296", "-1", "1e10", "\"1.5\"", "\"\"", "true"] {
        let json = format!("{{\"value\":{text}}}");
        assert!(
            everwire::json::from_str::<One<u32>>(&json).is_err(),
            "{text}"
        );
    }
}

#[test]
fn msgpack_rounds_a_double_for_a_single() {
    let read: One<f32> = reread(Wire::MsgPack, &One::<f64> { value: 0.1 });
    assert_eq!(read.value, 0.1);
    let read: One<f64> = reread(Wire::MsgPack, &One::<f32> { value: 0.5 });
    assert_eq!(read.value, 0.5);
}
