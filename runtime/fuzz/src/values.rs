//! What holds for values of other crates, whatever the text: they come back, and are what their crates read of it.

use std::fmt::Debug;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use everwire::{Codec, DecodeOwned, Wire};
use ipnet::IpNet;
use jiff::{Zoned, civil};
use rust_decimal::Decimal;
use serde_json::Value;
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, PrimitiveDateTime};
use uuid::Uuid;

/// Reads a text as each type there is.
///
/// # Panics
///
/// If a value does not come back, or is another one than the crate reads.
pub fn read(text: &str) {
    dates(text);
    times(text);
    both(text);
    offsets(text);
    if let Some(zoned) = of::<Zoned>(text) {
        let back: Zoned = zoned
            .to_string()
            .parse()
            .expect("jiff reads what it writes");
        assert_eq!(back, zoned, "{text}");
    }
    assert_eq!(of::<Uuid>(text), Uuid::parse_str(text).ok(), "{text}");
    as_theirs::<IpAddr>(text);
    as_theirs::<SocketAddr>(text);
    as_theirs::<IpNet>(text);
    as_theirs::<Decimal>(text);
    json(text);
}

/// What a text is as a value, on protobuf; in JSON it is the same, and what was read comes back.
fn of<T: Codec + DecodeOwned + PartialEq + Debug>(text: &str) -> Option<T> {
    let [protobuf, msgpack, json] = Wire::ALL.map(|wire| {
        let bytes = wire
            .encode(&vec![text.to_owned()])
            .expect("text is written");
        let read = wire.decode::<Vec<T>>(&bytes).ok()?;
        for wire in Wire::ALL {
            let bytes = wire.encode(&read).expect("what is read is written");
            let back: Vec<T> = wire.decode(&bytes).expect("what is written is read");
            assert_eq!(back, read, "{wire} {text}");
        }
        read.into_iter().next()
    });
    // Sixteen bytes are a UUID of their own.
    if T::TYPE.to_string() != "uuid" {
        assert_eq!(protobuf, json, "{text}");
        assert_eq!(msgpack, json, "{text}");
    }
    json
}

fn as_theirs<T: Codec + DecodeOwned + FromStr + PartialEq + Debug>(text: &str) {
    assert_eq!(of::<T>(text), text.parse().ok(), "{text}");
}

/// Whether two crates write the same of one text.
fn same<A, B>(text: &str, one: &Option<A>, other: &Option<B>)
where
    A: Codec + Debug,
    B: Codec + Debug,
{
    if let (Some(one), Some(other)) = (one, other) {
        let wire = Wire::Protobuf;
        assert_eq!(wire.encode(one).ok(), wire.encode(other).ok(), "{text}");
    }
}

/// Whether a text begins with a year that all crates have.
fn has_short_year(text: &str) -> bool {
    !text.starts_with(['+', '-'])
}

fn dates(text: &str) {
    let chrono = of::<NaiveDate>(text);
    let jiff = of::<civil::Date>(text);
    let time = of::<time::Date>(text);
    same(text, &chrono, &jiff);
    same(text, &chrono, &time);
    if has_short_year(text) {
        assert_eq!(chrono.is_some(), jiff.is_some(), "{text}");
        assert_eq!(chrono.is_some(), time.is_some(), "{text}");
        if let Some(date) = chrono {
            let theirs = NaiveDate::parse_from_str(text, "%Y-%m-%d");
            assert_eq!(theirs, Ok(date), "{text}");
        }
    }
    if let Some(date) = jiff {
        assert_eq!(text.parse().ok(), Some(date), "{text}");
    }
}

fn times(text: &str) {
    let chrono = of::<NaiveTime>(text);
    let jiff = of::<civil::Time>(text);
    let time = of::<time::Time>(text);
    same(text, &chrono, &jiff);
    same(text, &chrono, &time);
    assert_eq!(chrono.is_some(), jiff.is_some(), "{text}");
    assert_eq!(chrono.is_some(), time.is_some(), "{text}");
    if let (Some(chrono), Some(jiff)) = (chrono, jiff) {
        let theirs = NaiveTime::parse_from_str(text, "%H:%M:%S%.f");
        assert_eq!(theirs, Ok(chrono), "{text}");
        assert_eq!(text.parse().ok(), Some(jiff), "{text}");
    }
}

fn both(text: &str) {
    let chrono = of::<NaiveDateTime>(text);
    let jiff = of::<civil::DateTime>(text);
    let time = of::<PrimitiveDateTime>(text);
    same(text, &chrono, &jiff);
    same(text, &chrono, &time);
    if has_short_year(text) {
        assert_eq!(chrono.is_some(), jiff.is_some(), "{text}");
        assert_eq!(chrono.is_some(), time.is_some(), "{text}");
    }
    if let Some(jiff) = jiff {
        assert_eq!(text.parse().ok(), Some(jiff), "{text}");
    }
}

fn offsets(text: &str) {
    let chrono = of::<DateTime<FixedOffset>>(text);
    let time = of::<OffsetDateTime>(text);
    same(text, &chrono, &time);
    let (Some(chrono), true) = (chrono, has_short_year(text)) else {
        return;
    };
    // RFC 3339 has no seconds of an offset.
    if chrono.offset().local_minus_utc() % 60 == 0 && !has_offset_seconds(text) {
        let theirs = DateTime::parse_from_rfc3339(text);
        assert_eq!(theirs, Ok(chrono), "{text}");
        let theirs = OffsetDateTime::parse(text, &Rfc3339).ok();
        assert_eq!(theirs, time, "{text}");
    }
}

/// Whether an offset stands in a text with its seconds, be they zero.
fn has_offset_seconds(text: &str) -> bool {
    let offset = text.rfind(['+', '-']).and_then(|at| text.get(at..));
    offset.is_some_and(|offset| offset.len() > 6)
}

fn json(text: &str) {
    let ours = Wire::Json.decode::<Value>(text.as_bytes());
    let theirs: Result<Value, _> = serde_json::from_str(text);
    match (ours, theirs) {
        (Ok(ours), theirs) => {
            assert_eq!(theirs.ok().as_ref(), Some(&ours), "{text}");
            for wire in [Wire::MsgPack, Wire::Json] {
                let bytes = wire.encode(&ours).expect("what is read is written");
                assert_eq!(wire.decode::<Value>(&bytes).ok().as_ref(), Some(&ours));
            }
            assert_eq!(
                Wire::Json.encode(&ours).ok(),
                serde_json::to_vec(&ours).ok()
            );
            if let Ok(bytes) = Wire::Protobuf.encode(&ours) {
                let back: Value = Wire::Protobuf.decode(&bytes).expect("protobuf comes back");
                let again = Wire::Protobuf.encode(&back).expect("and is written again");
                assert_eq!(again, bytes);
            }
        }
        (Err(error), Ok(_)) => assert!(error.is_limit(), "{text}: {error}"),
        (Err(_), Err(_)) => {}
    }
}
