//! Values for property tests: the ones in the middle, and more often the awkward ones at the edges.

use std::time::{Duration, SystemTime};

use proptest::prelude::*;

macro_rules! integers {
    ($($name:ident)*) => {$(
        /// An integer: small, at an edge, or any.
        pub fn $name() -> impl Strategy<Value = $name> + Clone {
            prop_oneof![
                Just(0),
                Just($name::MAX),
                Just($name::MIN),
                0..=127_u8.min($name::MAX.try_into().unwrap_or(u8::MAX)).try_into().unwrap_or($name::MAX),
                (0..$name::BITS).prop_map(|shift| $name::MAX >> shift),
                (0..$name::BITS).prop_map(|shift| $name::MIN >> shift),
                any::<$name>(),
            ]
        }
    )*};
}

integers!(u8 u16 u32 u64 usize u128 i8 i16 i32 i64 isize i128);

/// A 32-bit float that equals itself.
pub fn f32() -> impl Strategy<Value = f32> + Clone {
    use proptest::num::f32 as kind;
    prop_oneof![
        Just(0.0),
        Just(f32::MAX),
        Just(f32::MIN_POSITIVE),
        Just(0.1),
        (-1000..1000_i16).prop_map(f32::from),
        kind::POSITIVE | kind::NEGATIVE | kind::NORMAL | kind::SUBNORMAL | kind::INFINITE,
    ]
}

/// A 64-bit float that equals itself.
pub fn f64() -> impl Strategy<Value = f64> + Clone {
    use proptest::num::f64 as kind;
    prop_oneof![
        Just(0.0),
        Just(f64::MAX),
        Just(f64::MIN_POSITIVE),
        Just(0.1),
        Just(9_007_199_254_740_993.0),
        (-1000..1000_i16).prop_map(f64::from),
        kind::POSITIVE | kind::NEGATIVE | kind::NORMAL | kind::SUBNORMAL | kind::INFINITE,
    ]
}

/// Text: empty, plain, long enough for a scan in blocks, or full of what JSON must escape.
pub fn text() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        Just(String::new()),
        ascii(b'a'..=b'z', 1..12),
        ascii(b' '..=b'~', 28..70),
        proptest::collection::vec(
            prop_oneof![
                Just('"'),
                Just('\\'),
                Just('/'),
                Just('\0'),
                Just('\n'),
                Just('\u{7f}'),
                Just('\u{2028}'),
                Just('é'),
                Just('😀'),
                any::<char>(),
            ],
            0..24
        )
        .prop_map(String::from_iter),
    ]
}

fn ascii(
    bytes: std::ops::RangeInclusive<u8>,
    len: std::ops::Range<usize>,
) -> impl Strategy<Value = String> + Clone {
    proptest::collection::vec(bytes.prop_map(char::from), len).prop_map(String::from_iter)
}

/// Bytes.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> + Clone {
    prop_oneof![
        Just(Vec::new()),
        proptest::collection::vec(any::<u8>(), 0..9),
        proptest::collection::vec(any::<u8>(), 250..260),
    ]
}

/// A character.
pub fn char() -> impl Strategy<Value = char> + Clone {
    prop_oneof![Just('\0'), Just('a'), Just('"'), Just('€'), any::<char>()]
}

/// A span of time that protobuf allows: up to 10,000 years.
pub fn duration() -> impl Strategy<Value = Duration> + Clone {
    (0..315_576_000_000_u64, nanos()).prop_map(|(secs, nanos)| Duration::new(secs, nanos))
}

/// A point in time that RFC 3339 can write: the years 1 to 9999.
pub fn system_time() -> impl Strategy<Value = SystemTime> + Clone {
    let secs = prop_oneof![
        Just(0),
        Just(-1),
        Just(-62_135_596_800),
        Just(253_402_300_799),
        0..17_179_869_184_i64,
        -62_135_596_800..253_402_300_799_i64,
    ];
    (secs, nanos()).prop_map(|(secs, nanos): (i64, u32)| {
        let whole = Duration::from_secs(secs.unsigned_abs());
        let time = if secs < 0 {
            SystemTime::UNIX_EPOCH - whole
        } else {
            SystemTime::UNIX_EPOCH + whole
        };
        time + Duration::from_nanos(nanos.into())
    })
}

fn nanos() -> impl Strategy<Value = u32> + Clone {
    prop_oneof![
        Just(0),
        Just(1),
        Just(500_000_000),
        Just(999_999_999),
        (0..1000_u32).prop_map(|millis| millis * 1_000_000),
        0..1_000_000_000_u32,
    ]
}

/// A short list.
pub fn list<S: Strategy>(element: S) -> impl Strategy<Value = Vec<S::Value>> {
    proptest::collection::vec(element, 0..4)
}
