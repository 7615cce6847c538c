//! Dates and times of day: the crates write the same text, and each reads what the others wrote.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use everwire::{Codec, DecodeOwned, Wire};
use jiff::civil;
use time::{Date, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

use super::on;

fn text(value: &[Vec<u8>; 3]) -> String {
    String::from_utf8(value[2].clone()).unwrap()
}

#[test]
fn dates_and_times_are_the_same_text_whatever_the_crate() {
    let dates = [
        (-9999, 1, 1, "-009999-01-01"),
        (-1, 12, 31, "-000001-12-31"),
        (0, 2, 29, "0000-02-29"),
        (1, 1, 1, "0001-01-01"),
        (1900, 2, 28, "1900-02-28"),
        (1969, 12, 31, "1969-12-31"),
        (2024, 2, 29, "2024-02-29"),
        (9999, 12, 31, "9999-12-31"),
    ];
    let times = [
        (0, 0, 0, 0, "00:00:00"),
        (1, 2, 3, 500_000_000, "01:02:03.500"),
        (12, 30, 0, 1_000, "12:30:00.000001"),
        (23, 59, 59, 999_999_999, "23:59:59.999999999"),
    ];
    for (year, month, day, date_text) in dates {
        let (m, d) = (u8::try_from(month).unwrap(), u8::try_from(day).unwrap());
        let chrono = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let jiff = civil::Date::new(year.try_into().unwrap(), m as i8, d as i8).unwrap();
        let time = Date::from_calendar_date(year, m.try_into().unwrap(), d).unwrap();
        let bytes = on(&chrono);
        assert_eq!(text(&bytes), format!("{date_text:?}"));
        assert_eq!((on(&jiff), on(&time)), (bytes.clone(), bytes));
        for (hour, minute, second, nanos, time_text) in times {
            let chrono_time = NaiveTime::from_hms_nano_opt(hour, minute, second, nanos).unwrap();
            let part = |part: u32| i8::try_from(part).unwrap();
            let jiff_time =
                civil::Time::constant(part(hour), part(minute), part(second), nanos as i32);
            let part = |part: u32| u8::try_from(part).unwrap();
            let time_time =
                Time::from_hms_nano(part(hour), part(minute), part(second), nanos).unwrap();
            let bytes = on(&chrono_time);
            assert_eq!(text(&bytes), format!("{time_text:?}"));
            assert_eq!((on(&jiff_time), on(&time_time)), (bytes.clone(), bytes));

            let (chrono, time) = (chrono.and_time(chrono_time), time.with_time(time_time));
            let bytes = on(&chrono);
            assert_eq!(text(&bytes), format!("\"{date_text}T{time_text}\""));
            assert_eq!(on(&civil::DateTime::from_parts(jiff, jiff_time)), bytes);
            assert_eq!(on(&time), bytes);

            for (offset, offset_text) in [
                (0, "Z"),
                (3600, "+01:00"),
                (-12_600, "-03:30"),
                (86_399, "+23:59:59"),
                (-1, "-00:00:01"),
            ] {
                let chrono: DateTime<FixedOffset> = chrono
                    .and_local_timezone(FixedOffset::east_opt(offset).unwrap())
                    .unwrap();
                let time = time.assume_offset(UtcOffset::from_whole_seconds(offset).unwrap());
                // Equal are those of one point in time; the offset is kept as well.
                let bytes = on(&chrono);
                assert_eq!(
                    text(&bytes),
                    format!("\"{date_text}T{time_text}{offset_text}\"")
                );
                assert_eq!(on(&time), bytes);
            }
        }
    }
}

#[test]
fn the_ends_of_their_ranges_are_kept() {
    let json = |value: [Vec<u8>; 3]| text(&value);
    assert_eq!(json(on(&NaiveDate::MIN)), r#""-262143-01-01""#);
    assert_eq!(json(on(&NaiveDate::MAX)), r#""+262142-12-31""#);
    assert_eq!(
        json(on(&NaiveDateTime::MAX)),
        r#""+262142-12-31T23:59:59.999999999""#
    );
    assert_eq!(json(on(&civil::Date::MIN)), r#""-009999-01-01""#);
    assert_eq!(
        json(on(&civil::DateTime::MAX)),
        r#""9999-12-31T23:59:59.999999999""#
    );
    assert_eq!(json(on(&Date::MIN)), r#""-009999-01-01""#);
    assert_eq!(
        json(on(&PrimitiveDateTime::MAX)),
        r#""9999-12-31T23:59:59.999999999""#
    );
    on(&NaiveDateTime::MIN);
    on(&DateTime::<FixedOffset>::MIN_UTC.fixed_offset());
    on(&DateTime::<FixedOffset>::MAX_UTC.fixed_offset());
    on(&OffsetDateTime::UNIX_EPOCH);
    on(&Time::MAX);
}

#[test]
fn a_leap_second_is_one_of_the_next_minute() {
    let noon = NaiveDate::from_ymd_opt(2016, 12, 31).unwrap();
    let leap = noon.and_hms_nano_opt(23, 59, 59, 1_250_000_000).unwrap();
    let bytes = Wire::Json.encode(&leap).unwrap();
    assert_eq!(bytes, br#""2017-01-01T00:00:00.250""#);
    let fixed = leap.and_utc().fixed_offset();
    let fixed = fixed.with_timezone(&FixedOffset::east_opt(3600).unwrap());
    assert_eq!(
        Wire::Json.encode(&fixed).unwrap(),
        br#""2017-01-01T01:00:00.250+01:00""#
    );
    let time = NaiveTime::from_hms_nano_opt(8, 30, 59, 1_250_000_000).unwrap();
    assert_eq!(Wire::Json.encode(&time).unwrap(), br#""08:31:00.250""#);
    for wire in Wire::ALL {
        let error = wire.encode(&leap.time()).unwrap_err().to_string();
        assert!(error.contains("leap second"), "{error}");
    }
}

#[test]
fn what_is_none_of_them_is_refused() {
    fn refused<T: Codec + DecodeOwned + std::fmt::Debug>(all: &[&str], expected: &str) {
        for text in all {
            let error = Wire::Json
                .decode::<T>(format!("{text:?}").as_bytes())
                .unwrap_err();
            let told = format!("expected {expected}, found {text:?} (json, byte 0)");
            assert_eq!(error.to_string(), told);
        }
    }
    let dates = [
        "",
        "2024",
        "2024-2-29",
        "2023-02-29",
        "2024-13-01",
        "2024-00-01",
        "2024-01-32",
        "2024-01-01 ",
        "2024-01-01T",
        "-000000-01-01",
        "+2024-01-01",
        "12024-01-01",
        "2024-01-é1",
        "--",
        "+9999999999-01-01",
    ];
    refused::<NaiveDate>(&dates, "date");
    refused::<civil::Date>(&dates, "date");
    refused::<Date>(&dates, "date");
    let times = [
        "",
        "24:00:00",
        "23:60:00",
        "23:59:60",
        "1:00:00",
        "01:00",
        "01:00:00.",
        "01:00:00.0000000000",
        "01:00:00Z",
    ];
    refused::<NaiveTime>(&times, "time of day");
    refused::<civil::Time>(&times, "time of day");
    refused::<Time>(&times, "time of day");
    let both = [
        "2024-01-01",
        "2024-01-01 00:00:00",
        "2024-01-01t00:00:00",
        "2024-01-01T00:00:00Z",
    ];
    refused::<NaiveDateTime>(&both, "date and time");
    refused::<civil::DateTime>(&both, "date and time");
    refused::<PrimitiveDateTime>(&both, "date and time");
    let all = [
        "2024-01-01T00:00:00",
        "2024-01-01T00:00:00z",
        "2024-01-01T00:00:00+1:00",
        "2024-01-01T00:00:00+01",
        "2024-01-01T00:00:00+01:60",
        "2024-01-01T00:00:00+01:00:60",
        "2024-01-01T00:00:00+99:00",
    ];
    refused::<DateTime<FixedOffset>>(&all, "date, time and offset");
    refused::<OffsetDateTime>(&all, "date, time and offset");
}

#[test]
fn they_are_keys_and_have_no_zero() {
    use std::collections::BTreeMap;
    #[derive(Codec, Debug, PartialEq)]
    struct Days {
        #[codec(1)]
        of: BTreeMap<Date, u32>,
        #[codec(2)]
        first: Option<civil::Date>,
        #[codec(3, required)]
        last: NaiveDate,
    }
    let days = Days {
        of: [(time::macros::date!(2024 - 02 - 29), 7)].into(),
        first: None,
        last: NaiveDate::from_ymd_opt(2024, 3, 1).unwrap(),
    };
    let bytes = on(&days);
    assert_eq!(
        text(&bytes),
        r#"{"of":{"2024-02-29":7},"first":null,"last":"2024-03-01"}"#
    );
    let error = Wire::Json.decode::<Days>(b"{}").unwrap_err();
    assert!(error.to_string().contains("last"), "{error}");
}
