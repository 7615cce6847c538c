//! Spans and points in time: the crates write the same bytes, and each reads what the others wrote.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};
use everwire::{Codec, DecodeOwned, Wire};
use jiff::{SignedDuration, Timestamp};
use time::UtcDateTime;

use super::on;

#[derive(Codec, Debug, PartialEq)]
#[codec(name = "One")]
struct One<T> {
    #[codec(1)]
    value: T,
    #[codec(2)]
    list: Vec<T>,
    #[codec(3)]
    some: Option<T>,
}

fn one<T: Codec + DecodeOwned + Clone>(value: T) -> One<T> {
    One {
        list: vec![value.clone(), value.clone()],
        some: Some(value.clone()),
        value,
    }
}

/// The first and the last second of the years 1 to 9999, which ProtoJSON has.
const YEARS: [i64; 2] = [-62_135_596_800, 253_402_300_799];

#[test]
fn points_in_time_are_the_same_bytes_whatever_the_crate() {
    let nanos = [
        0,
        1,
        999,
        1_000,
        999_999,
        1_000_000,
        500_000_000,
        999_999_999,
    ];
    let secs = [
        YEARS[0],
        -86_401,
        -1,
        0,
        1,
        951_782_400,
        4_294_967_296,
        YEARS[1],
    ];
    for (secs, nanos) in secs
        .into_iter()
        .flat_map(|secs| nanos.map(|nanos| (secs, nanos)))
    {
        let chrono: DateTime<Utc> = DateTime::from_timestamp(secs, nanos).unwrap();
        let jiff = Timestamp::new(secs, nanos.try_into().unwrap());
        let time = UtcDateTime::from_unix_timestamp(secs).unwrap();
        let time = time.replace_nanosecond(nanos).unwrap();
        let bytes = on(&one(chrono));
        assert_eq!(on(&one(time)), bytes, "{chrono}");
        // jiff's last point in time is so far from the end of the year 9999 that it is the same day in every zone.
        match jiff {
            Ok(jiff) => assert_eq!(on(&one(jiff)), bytes, "{chrono}"),
            Err(_) => assert_eq!(secs, YEARS[1]),
        }
        let whole = Duration::new(secs.unsigned_abs(), 0);
        let std = match secs < 0 {
            true => SystemTime::UNIX_EPOCH - whole,
            false => SystemTime::UNIX_EPOCH + whole,
        };
        assert_eq!(on(&one(std + Duration::new(0, nanos))), bytes, "{chrono}");
    }
}

#[test]
fn spans_are_the_same_bytes_whatever_the_crate() {
    let secs = [0, 1, 59, 86_400, 315_575_999_999];
    let nanos = [0, 1, 1_000, 500_000_000, 999_999_999];
    for (secs, nanos) in secs
        .into_iter()
        .flat_map(|secs| nanos.map(|nanos| (secs, nanos)))
    {
        for sign in [1, -1] {
            let jiff = SignedDuration::new(sign * secs, i32::try_from(sign).unwrap() * nanos);
            let chrono =
                TimeDelta::seconds(sign * secs) + TimeDelta::nanoseconds(sign * i64::from(nanos));
            let time = time::Duration::new(jiff.as_secs(), jiff.subsec_nanos());
            let bytes = on(&one(jiff));
            assert_eq!(on(&one(chrono)), bytes, "{jiff}");
            assert_eq!(on(&one(time)), bytes, "{jiff}");
            if let Ok(std) = Duration::try_from(jiff) {
                assert_eq!(on(&one(std)), bytes, "{jiff}");
            }
        }
    }
}

#[test]
fn a_leap_second_is_counted_as_posix_does() {
    let leap = DateTime::from_timestamp(1_483_228_799, 1_500_000_000).unwrap();
    assert_eq!(leap.to_string(), "2016-12-31 23:59:60.500 UTC");
    let after: DateTime<Utc> = DateTime::from_timestamp(1_483_228_800, 500_000_000).unwrap();
    for wire in Wire::ALL {
        let bytes = wire.encode(&one(leap)).unwrap();
        assert_eq!(bytes, wire.encode(&one(after)).unwrap());
        assert_eq!(
            wire.decode::<One<DateTime<Utc>>>(&bytes).unwrap(),
            one(after)
        );
    }
    // Both readings of the text are that second.
    for json in [
        r#"{"value":"2016-12-31T23:59:59.5Z"}"#,
        r#"{"value":"2017-01-01T00:00:00.5Z"}"#,
    ] {
        let read: One<DateTime<Utc>> = Wire::Json.decode(json.as_bytes()).unwrap();
        assert_eq!(read.value.timestamp_subsec_nanos(), 500_000_000);
    }
}

/// The ends of what a crate can hold, which go over the binary wires.
#[test]
fn the_ends_of_their_ranges_are_kept_or_refused() {
    fn kept<T: Codec + DecodeOwned + PartialEq + std::fmt::Debug>(value: T) {
        for wire in [Wire::Protobuf, Wire::MsgPack] {
            let bytes = wire.encode(&value).unwrap();
            assert_eq!(wire.decode::<T>(&bytes).unwrap(), value, "{wire}");
        }
    }
    kept(TimeDelta::MAX);
    kept(TimeDelta::MIN);
    kept(SignedDuration::MAX);
    kept(SignedDuration::MIN);
    kept(time::Duration::MAX);
    kept(time::Duration::MIN);
    kept(Timestamp::MAX);
    kept(Timestamp::MIN);
    kept(DateTime::<Utc>::MAX_UTC);
    kept(DateTime::<Utc>::MIN_UTC);
    kept(UtcDateTime::MAX);
    kept(UtcDateTime::MIN);

    let far = Wire::MsgPack.encode(&DateTime::<Utc>::MAX_UTC).unwrap();
    let error = Wire::MsgPack.decode::<Timestamp>(&far).unwrap_err();
    assert!(
        error.to_string().contains("does not fit `Timestamp`"),
        "{error}"
    );
    let error = Wire::MsgPack.decode::<UtcDateTime>(&far).unwrap_err();
    assert!(
        error.to_string().contains("does not fit `UtcDateTime`"),
        "{error}"
    );
    let long = Wire::MsgPack.encode(&SignedDuration::MIN).unwrap();
    let error = Wire::MsgPack.decode::<TimeDelta>(&long).unwrap_err();
    assert!(
        error.to_string().contains("does not fit `TimeDelta`"),
        "{error}"
    );
}

#[test]
fn parts_of_a_message_are_merged() {
    // The field 1 twice: its seconds, then its nanoseconds.
    let parts = b"\x0a\x02\x08\x07\x0a\x02\x10\x05";
    fn value<T: Codec + DecodeOwned>(bytes: &[u8]) -> T {
        Wire::Protobuf.decode::<One<T>>(bytes).unwrap().value
    }
    assert_eq!(value::<SignedDuration>(parts), SignedDuration::new(7, 5));
    assert_eq!(value::<time::Duration>(parts), time::Duration::new(7, 5));
    assert_eq!(value::<TimeDelta>(parts), TimeDelta::new(7, 5).unwrap());
    assert_eq!(value::<Timestamp>(parts), Timestamp::new(7, 5).unwrap());
    assert_eq!(
        value::<DateTime<Utc>>(parts),
        DateTime::from_timestamp(7, 5).unwrap()
    );
    assert_eq!(value::<UtcDateTime>(parts).nanosecond(), 5);
    // Nanoseconds of more than a second are no part of one.
    let wrong = b"\x0a\x06\x10\x80\x94\xeb\xdc\x03";
    assert!(Wire::Protobuf.decode::<One<SignedDuration>>(wrong).is_err());
    assert!(Wire::Protobuf.decode::<One<time::Duration>>(wrong).is_err());
    assert!(Wire::Protobuf.decode::<One<Timestamp>>(wrong).is_err());
}

#[test]
fn rules_for_time_hold() {
    #[derive(Codec)]
    struct Ruled {
        #[codec(1, gt = "1s")]
        wait: SignedDuration,
        #[codec(2, lt = "2000-01-01T00:00:00Z")]
        at: DateTime<Utc>,
        #[codec(3, unique)]
        all: Vec<Timestamp>,
    }
    let ruled = |wait, at| Ruled {
        wait: SignedDuration::from_secs(wait),
        at: DateTime::from_timestamp(at, 0).unwrap(),
        all: vec![Timestamp::UNIX_EPOCH, Timestamp::new(at, 0).unwrap()],
    };
    assert_eq!(ruled(2, 1).validate(), Ok(()));
    let twice = ruled(2, 0).validate().unwrap_err().to_string();
    assert!(twice.contains("(repeated.unique)"), "{twice}");
    let violations = ruled(1, 946_684_800).validate().unwrap_err().to_string();
    assert_eq!(
        violations,
        "wait: must be greater than 1s (duration.gt)\nat: must be less than 2000-01-01T00:00:00Z (timestamp.lt)"
    );
}
