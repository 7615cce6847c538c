//! Points in time with their zone: RFC 9557, as jiff itself writes it.

use everwire::{Codec, Wire};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use super::on;

#[derive(Codec, serde::Serialize, Debug, PartialEq)]
struct Meeting {
    #[codec(1, required)]
    at: Zoned,
    #[codec(2)]
    others: Vec<Zoned>,
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

#[test]
fn they_are_text_that_keeps_the_zone() {
    let at = |seconds, nanos| Timestamp::new(seconds, nanos).unwrap();
    let all = [
        at(1_720_000_000, 500_000_000).to_zoned(zone("America/New_York")),
        // A mean solar time, whose offset has seconds that the text rounds.
        at(-3_000_000_000, 5).to_zoned(zone("Europe/Amsterdam")),
        // Either of the two times that the clocks show twice.
        at(1_729_987_200, 0).to_zoned(zone("Europe/Berlin")),
        at(1_729_990_800, 0).to_zoned(zone("Europe/Berlin")),
        at(0, 0).to_zoned(TimeZone::UTC),
        at(0, 0).to_zoned(TimeZone::unknown()),
        at(0, 0).to_zoned(TimeZone::fixed(Offset::constant(-2))),
        Timestamp::MIN.to_zoned(zone("Pacific/Auckland")),
        Timestamp::MAX.to_zoned(zone("Pacific/Auckland")),
    ];
    for zoned in &all {
        let [protobuf, msgpack, json] = on(zoned);
        let text = zoned.to_string();
        assert_eq!([protobuf, msgpack, json.clone()], on(&text));
        assert_eq!(json, serde_json::to_vec(zoned).unwrap());
        for wire in Wire::ALL {
            let back: Zoned = wire.decode(&wire.encode(zoned).unwrap()).unwrap();
            assert_eq!(back.time_zone(), zoned.time_zone(), "{text}");
            assert_eq!(back.offset(), zoned.offset(), "{text}");
        }
    }
    let meeting = Meeting {
        at: all[0].clone(),
        others: all.to_vec(),
    };
    let [_, _, json] = on(&meeting);
    assert_eq!(json, serde_json::to_vec(&meeting).unwrap());
    assert!(json.starts_with(br#"{"at":"2024-07-03T05:46:40.5-04:00[America/New_York]","#));
}

#[test]
fn a_zone_without_a_name_is_not_written() {
    let posix = TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
    let seconds = TimeZone::fixed(Offset::from_seconds(3723).unwrap());
    for zone in [posix, seconds] {
        let zoned = Timestamp::UNIX_EPOCH.to_zoned(zone);
        for wire in Wire::ALL {
            let error = wire.encode(&zoned).unwrap_err().to_string();
            assert!(error.contains("without a name"), "{error}");
        }
    }
}

#[test]
fn an_offset_that_the_zone_has_no_longer_decides() {
    let read = |text: &str| Wire::Json.decode::<Zoned>(format!("{text:?}").as_bytes());
    let zoned = read("2024-07-11T16:48:00+09:00[America/New_York]").unwrap();
    assert_eq!(
        zoned.to_string(),
        "2024-07-11T03:48:00-04:00[America/New_York]"
    );
    assert!(read("2024-07-11T16:48:00+09:00[!America/New_York]").is_err());
    let zoned = read("2024-07-11T16:48:00Z[America/New_York]").unwrap();
    assert_eq!(
        zoned.to_string(),
        "2024-07-11T12:48:00-04:00[America/New_York]"
    );
    for text in [
        "2024-07-11T16:48:00+09:00",
        "2024-07-11T16:48:00+09:00[Nowhere/Land]",
        "2024-07-11",
        "",
    ] {
        let error = read(text).unwrap_err().to_string();
        assert!(
            error.contains("expected date, time, offset and time zone"),
            "{error}"
        );
    }
}
