//! The native dialect is serde_json's, byte for byte.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::time::Duration;

use super::samples::{Everything, Line, Status};
use super::shapes::{Apart, Event};
use crate::codec::{Codec, Decode};
use crate::json;

#[test]
fn equal_to_serde_json_and_back() {
    for value in [Everything::full(), Everything::empty()] {
        let text = json::to_string(&value).unwrap();
        assert_eq!(text, serde_json::to_string(&value).unwrap());
        assert_eq!(
            json::to_string_pretty(&value).unwrap(),
            serde_json::to_string_pretty(&value).unwrap()
        );
        assert_eq!(json::from_str::<Everything>(&text).unwrap(), value);
        assert_eq!(
            json::from_str::<Everything>(&json::to_string_pretty(&value).unwrap()).unwrap(),
            value
        );
        assert_eq!(serde_json::from_str::<Everything>(&text).unwrap(), value);
        let spaced = text.replace("\",\"", "\", \"").replace("\":", "\": ");
        assert_eq!(json::from_str::<Everything>(&spaced).unwrap(), value);
    }
}

#[test]
fn a_value_that_is_there_is_replaced() {
    let full = json::to_vec(&Everything::full()).unwrap();
    for there in [Everything::full(), Everything::empty()] {
        let mut value = there.clone();
        json::decode_into(&mut value, &full).unwrap();
        assert_eq!(value, Everything::full());
        json::decode_into(&mut value, b"{}").unwrap();
        assert_eq!(value, Everything::empty());
    }
}

#[test]
fn floats_are_serde_json_s() {
    let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
    let mut values = alloc::vec![
        0.0,
        -0.0,
        1.0,
        -1.5,
        1e16,
        1e15,
        123_456_789_012_345_680.0,
        1e21,
        1e-5,
        1e-7,
        f64::MAX,
        f64::MIN_POSITIVE,
        5e-324
    ];
    for _ in 0..20_000 {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        values.push(f64::from_bits(bits));
        values.push((bits % 1_000_000) as f64 / 100.0);
    }
    for value in values.into_iter().filter(|value| value.is_finite()) {
        let text = json::to_string(&value).unwrap();
        assert_eq!(text, serde_json::to_string(&value).unwrap());
        assert_eq!(
            json::from_str::<f64>(&text).unwrap().to_bits(),
            value.to_bits()
        );
        let narrow = value as f32;
        if narrow.is_finite() {
            let text = json::to_string(&narrow).unwrap();
            assert_eq!(text, serde_json::to_string(&narrow).unwrap());
            assert_eq!(
                json::from_str::<f32>(&text).unwrap().to_bits(),
                narrow.to_bits()
            );
        }
    }
}

#[test]
fn enums_with_data_have_the_external_tag() {
    let events = [
        Event::Placed(Line {
            sku: "x".into(),
            ..Line::default()
        }),
        Event::Cancelled,
        Event::Count(u64::MAX),
        Event::Moved(Status::Paid),
    ];
    let text = json::to_string(&Vec::from(events.clone())).unwrap();
    assert_eq!(text, serde_json::to_string(&events).unwrap());
    assert_eq!(json::from_str::<Vec<Event>>(&text).unwrap(), events);
}

#[test]
fn scalars_stand_alone() {
    fn both<T: Codec + serde::Serialize + for<'de> Decode<'de> + PartialEq + core::fmt::Debug>(
        value: T,
    ) {
        let text = json::to_string(&value).unwrap();
        assert_eq!(text, serde_json::to_string(&value).unwrap());
        assert_eq!(json::from_str::<T>(&text).unwrap(), value);
        assert_eq!(
            json::from_str::<T>(&(" \t".to_string() + &text + "\r\n ")).unwrap(),
            value
        );
    }
    both(0_u8);
    both(-1_i64);
    both(true);
    both(());
    both('\n');
    both(Some(3_u64));
    both(None::<u64>);
    both("text".to_string());
    both(alloc::vec![(1_u32, 'a')]);
    both(<[u32; 3]>::default());
    both(Status::Sent);
}

pub(super) fn apart() -> Apart {
    Apart {
        token: alloc::vec![0xfb, 0xff, 0],
        pause: Duration::new(1, 500_000_000),
        time: std::time::UNIX_EPOCH + Duration::from_millis(1_700_000_000_123),
        event: None,
        alone: Some(Event::Cancelled),
        ratio: f32::NEG_INFINITY,
        copies: 0,
        old: None,
        copied: Some(Vec::new()),
    }
}

#[test]
fn what_differs_from_serde_json() {
    let mut value = apart();
    let head = r#"{"token":"+/8A","pause":"1.500s","time":"2023-11-14T22:13:20.123Z","alone":"Cancelled","ratio":"-Infinity","copies":0,"old":null,"copied":"""#;
    for (event, tail) in [
        (None, "}"),
        (Some(Event::Cancelled), r#","Cancelled":null}"#),
        (Some(Event::Count(7)), r#","Count":7}"#),
        (
            Some(Event::Placed(Line::default())),
            r#","Placed":{"sku":"","quantity":0,"unit_price":0.0}}"#,
        ),
        (Some(Event::Moved(Status::Draft)), r#","Moved":"Draft"}"#),
    ] {
        value.event = event;
        let text = json::to_string(&value).unwrap();
        assert_eq!(text, head.to_string() + tail);
        assert_eq!(json::from_str::<Apart>(&text).unwrap(), value);
    }
}

#[test]
fn what_cannot_be_written_leaves_the_buffer_alone() {
    let mut buffer = b"before".to_vec();
    let error = json::encode_into(
        &(std::time::UNIX_EPOCH + Duration::from_secs(300_000_000_000)),
        &mut buffer,
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the time lies outside of the years 1 to 9999, which RFC 3339 can write (json, byte 0)"
    );
    let limits = crate::Limits {
        depth: 0,
        ..crate::Limits::DEFAULT
    };
    let options = crate::Options::new().limits(limits);
    assert!(
        crate::wire::json::encode(
            &alloc::vec![alloc::vec![1_u32]],
            (&mut Vec::new()).into(),
            &options
        )
        .unwrap_err()
        .is_limit()
    );
    assert!(
        crate::wire::json::encode(&alloc::vec![1_u32], (&mut Vec::new()).into(), &options).is_ok()
    );
    assert_eq!(buffer, b"before");
}
