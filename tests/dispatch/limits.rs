//! Limits and strictness that hold on each wire alike.

use everwire::{Codec, Limits, Options, Wire};
use everwire_tests::unhex;

#[derive(Codec, Debug, PartialEq)]
struct Bytes {
    #[codec(1)]
    bytes: Vec<u8>,
}

#[test]
fn the_length_of_bytes_is_counted_before_any_wire_writes_them() {
    let options = |string| {
        Options::new().limits(Limits {
            string,
            ..Limits::DEFAULT
        })
    };
    for wire in Wire::ALL {
        for len in 0..20 {
            let value = Bytes {
                bytes: vec![0xfb; len],
            };
            let bytes = wire.encode(&value).unwrap();
            let read = options(len).decode::<Bytes>(wire, &bytes);
            assert_eq!(read.unwrap(), value, "{wire}");
            if let Some(less) = len.checked_sub(1) {
                let error = options(less).decode::<Bytes>(wire, &bytes).unwrap_err();
                assert!(error.is_limit(), "{wire}: {error}");
            }
        }
    }
    let read = options(6).decode::<Bytes>(Wire::Json, br#"{"bytes":"\/\/\/\/\/\/\/\/"}"#);
    assert_eq!(read.unwrap().bytes, [0xff; 6]);
    let error = options(6).decode::<Bytes>(Wire::Json, br#"{"bytes":"AAAAAAAAAAAA"}"#);
    assert_eq!(
        error.unwrap_err().to_string(),
        "Bytes.bytes: the limit `string` of 6 is reached; raise it with `Options::limits` (json, byte 9)"
    );
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Open {
    #[codec(0)]
    Zero,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Debug, PartialEq)]
struct Narrow {
    #[codec(5, sint)]
    sint: i32,
    #[codec(7)]
    open: Open,
    #[codec(8, sint)]
    list: Vec<i32>,
    #[codec(9)]
    took: std::time::Duration,
}

#[test]
fn strict_integers_are_strict_in_every_encoding_of_32_bits() {
    let strict = Options::new().strict_integers(true);
    for digits in [
        "288080808010",
        "388080808010",
        "42058080808010",
        "4a06108080808010",
    ] {
        let bytes = unhex(digits);
        let error = strict.decode::<Narrow>(Wire::Protobuf, &bytes).unwrap_err();
        assert!(error.is_out_of_range(), "{digits}: {error}");
        let narrow: Narrow = Wire::Protobuf.decode(&bytes).unwrap();
        assert_eq!((narrow.sint, narrow.open), (0, Open::Zero));
    }
    let narrow = Narrow {
        sint: i32::MIN,
        open: Open::Other(-1),
        list: vec![i32::MAX, i32::MIN],
        took: std::time::Duration::new(1, 999_999_999),
    };
    let bytes = Wire::Protobuf.encode(&narrow).unwrap();
    assert_eq!(
        strict.decode::<Narrow>(Wire::Protobuf, &bytes).unwrap(),
        narrow
    );
}
