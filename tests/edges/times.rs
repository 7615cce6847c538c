//! Timestamps and durations at the ends of their ranges.

use std::time::{Duration, SystemTime};

use everwire::Wire;
use everwire_tests::hex;

use super::{becomes, binary, json, refused, text, wkt};

const FIRST: i64 = -62_135_596_800;
const LAST: i64 = 253_402_300_799;
const LONGEST: i64 = 315_576_000_000;

fn timestamp(seconds: i64, nanos: i32) -> wkt::Timestamp {
    wkt::Timestamp { seconds, nanos }
}

fn duration(seconds: i64, nanos: i32) -> wkt::Duration {
    wkt::Duration { seconds, nanos }
}

#[test]
fn timestamps_last_from_the_year_1_to_9999() {
    for (value, shown) in [
        (timestamp(FIRST, 0), "\"0001-01-01T00:00:00Z\""),
        (timestamp(FIRST, 1), "\"0001-01-01T00:00:00.000000001Z\""),
        (
            timestamp(LAST, 999_999_999),
            "\"9999-12-31T23:59:59.999999999Z\"",
        ),
        (timestamp(-1, 999_000_000), "\"1969-12-31T23:59:59.999Z\""),
    ] {
        assert_eq!(text(&value).unwrap(), shown);
        assert_eq!(json::<wkt::Timestamp>(shown).unwrap(), value);
    }
    for (given, written) in [
        (
            "\"9999-12-31T23:59:59.999999999-00:00\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
        ),
        ("\"0001-01-01T00:00:00+00:00\"", "\"0001-01-01T00:00:00Z\""),
        ("\"0001-01-01T08:00:00+08:00\"", "\"0001-01-01T00:00:00Z\""),
        ("\"9999-12-31T15:59:59-08:00\"", "\"9999-12-31T23:59:59Z\""),
    ] {
        becomes::<wkt::Timestamp>(given, written);
    }
    for given in [
        "\"0000-12-31T23:59:59Z\"",
        "\"0001-01-01T00:00:00+00:01\"",
        "\"9999-12-31T23:59:59-00:01\"",
        "\"10000-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:60Z\"",
        "\"9999-12-31T24:00:00Z\"",
        "\"9999-12-31T23:59:59.9999999999Z\"",
        "\"1970-01-01T00:00:00\"",
        "\"1970-01-01t00:00:00Z\"",
        "\"1970-01-01T00:00:00z\"",
        "\"1970-01-01\"",
        "\"1970-02-29T00:00:00Z\"",
        "0",
        "[\"1970-01-01T00:00:00Z\"]",
    ] {
        assert!(json::<wkt::Timestamp>(given).is_err(), "{given}");
    }
    for beyond in [
        timestamp(FIRST - 1, 0),
        timestamp(FIRST - 1, 999_999_999),
        timestamp(LAST + 1, 0),
        timestamp(0, -1),
        timestamp(0, 1_000_000_000),
        timestamp(i64::MAX, 0),
        timestamp(i64::MIN, i32::MIN),
    ] {
        assert!(
            text(&beyond)
                .unwrap_err()
                .to_string()
                .contains("outside of the years 1 to 9999")
        );
        let bytes = Wire::Protobuf.encode(&beyond).unwrap();
        assert_eq!(binary::<wkt::Timestamp>(&hex(&bytes)).unwrap(), beyond);
    }
}

#[test]
fn durations_last_ten_thousand_years_either_way() {
    for (value, shown) in [
        (duration(LONGEST, 0), "\"315576000000s\""),
        (duration(-LONGEST, 0), "\"-315576000000s\""),
        (
            duration(LONGEST - 1, 999_999_999),
            "\"315575999999.999999999s\"",
        ),
        (
            duration(1 - LONGEST, -999_999_999),
            "\"-315575999999.999999999s\"",
        ),
        (duration(0, -1), "\"-0.000000001s\""),
    ] {
        assert_eq!(text(&value).unwrap(), shown);
        assert_eq!(json::<wkt::Duration>(shown).unwrap(), value);
    }
    for given in [
        "\"315576000001s\"",
        "\"-315576000001s\"",
        "\"99999999999999999999s\"",
    ] {
        assert!(json::<wkt::Duration>(given).is_err(), "{given}");
    }
    for given in [
        "\"1\"",
        "\"s\"",
        "\"1S\"",
        "\"1.0000000001s\"",
        "\"1e1s\"",
        "\"+1s\"",
        "\" 1s\"",
        "1",
        "[\"1s\"]",
    ] {
        assert!(json::<wkt::Duration>(given).is_err(), "{given}");
    }
    for beyond in [
        duration(LONGEST + 1, 0),
        duration(-LONGEST - 1, 0),
        duration(0, 1_000_000_000),
        duration(1, -1),
        duration(-1, 1),
    ] {
        assert!(
            text(&beyond)
                .unwrap_err()
                .to_string()
                .contains("longer than 10,000 years")
        );
        let bytes = Wire::Protobuf.encode(&beyond).unwrap();
        assert_eq!(binary::<wkt::Duration>(&hex(&bytes)).unwrap(), beyond);
    }
}

#[test]
fn the_times_of_std_end_there_too() {
    let last = SystemTime::UNIX_EPOCH + Duration::new(LAST as u64, 999_999_999);
    let first = SystemTime::UNIX_EPOCH - Duration::from_secs(FIRST.unsigned_abs());
    for (value, shown) in [
        (first, "\"0001-01-01T00:00:00Z\""),
        (last, "\"9999-12-31T23:59:59.999999999Z\""),
    ] {
        assert_eq!(text(&value).unwrap(), shown);
        assert_eq!(json::<SystemTime>(shown).unwrap(), value);
    }
    let beyond = last + Duration::from_nanos(1);
    assert!(text(&beyond).is_err());
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let bytes = wire.encode(&beyond).unwrap();
        assert_eq!(wire.decode::<SystemTime>(&bytes).unwrap(), beyond);
    }
    refused::<SystemTime>("\"10000-01-01T00:00:00Z\"", "RFC 3339");
    refused::<Duration>("\"-1s\"", "");
}
