//! Old and new programs meet: promises 1 to 4 and 6 of evolution.

use alloc::string::{String, ToString};

use super::decode;
use super::samples::{Line, OldStatus, Status};
use super::shapes::{Apart, Event, Old, OldEvent};
use crate::Options;
use crate::json;

fn through_old(text: &str) -> (Old, String) {
    let old: Old = json::from_str(text).unwrap();
    let text = json::to_string(&old).unwrap();
    (old, text)
}

#[test]
fn an_old_program_keeps_unknown_members() {
    let (old, text) = through_old(
        r#"{"status":"Draft", "new \u0022": {"a" : [1, "\n"]} ,"x":1.0,"list":["Draft"]}"#,
    );
    assert_eq!(old.unknown.len(), 2);
    assert_eq!(
        text,
        r#"{"status":"Draft","maybe":null,"list":["Draft"],"map":{},"event":null,"new \"":{"a" : [1, "\n"]},"x":1.0}"#
    );
    assert_eq!(through_old(&text).0, old);
}

#[test]
fn a_new_value_of_a_closed_enum_survives() {
    let (old, text) = through_old(r#"{"status":"Paid","maybe":"Paid"}"#);
    assert_eq!((old.status, old.maybe), (OldStatus::Draft, None));
    assert_eq!(
        text,
        r#"{"status":"Paid","maybe":"Paid","list":[],"map":{},"event":null}"#
    );
    assert_eq!(through_old(&text), (old, text.clone()));
    let (_, text) = through_old(r#"{"status":7,"perhaps":-2}"#);
    assert_eq!(
        text,
        r#"{"status":7,"maybe":-2,"list":[],"map":{},"event":null}"#
    );
}

#[test]
fn a_kept_value_gives_way_to_a_set_field() {
    let (mut old, _) = through_old(r#"{"maybe":"Paid"}"#);
    old.maybe = Some(OldStatus::Draft);
    assert_eq!(
        json::to_string(&old).unwrap(),
        r#"{"status":"Draft","maybe":"Draft","list":[],"map":{},"event":null}"#
    );
}

#[test]
fn unknown_elements_are_left_out() {
    let (old, _) = through_old(r#"{"list":["Paid","Draft",5],"map":{"a":"Paid","b":"Draft"}}"#);
    assert_eq!(old.list, [OldStatus::Draft]);
    assert_eq!(old.map.len(), 1);
    assert!(
        json::from_str::<OldStatus>("\"Paid\"")
            .unwrap_err()
            .is_unknown_value()
    );
    let map: alloc::collections::BTreeMap<Status, u64> =
        json::from_str(r#"{"Gone":{"x":1},"Paid":2}"#).unwrap();
    assert_eq!(map.len(), 1);
}

#[test]
fn unknown_variants_are_held_as_they_came() {
    for event in [
        r#"{"Placed":{"sku":"a"}}"#,
        r#""Cancelled""#,
        r#"{"Moved":"Paid"}"#,
        r#"{}"#,
    ] {
        let (old, text) = through_old(&alloc::format!(r#"{{"event":{event}}}"#));
        assert!(matches!(old.event, Some(OldEvent::Other(_))));
        assert_eq!(
            text,
            alloc::format!(
                r#"{{"status":"Draft","maybe":null,"list":[],"map":{{}},"event":{event}}}"#
            )
        );
    }
    let old: Old = json::from_str(r#"{"event":{"Count":3}}"#).unwrap();
    assert_eq!(old.event, Some(OldEvent::Count(3)));
    let error = json::from_str::<Event>(r#"{"Gone":1}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Event: the enum has no value `Gone` (json, byte 0)"
    );
    assert_eq!(
        json::from_str::<alloc::vec::Vec<Event>>(r#"["Gone",{"Count":1},{"Moved":"Gone"}]"#)
            .unwrap(),
        [Event::Count(1)]
    );
}

#[test]
fn former_names_and_both_spellings_are_read() {
    for name in [
        "unit_price",
        "unitPrice",
        "price",
        "unit\\u005fprice",
        "pric\\u0065",
    ] {
        for text in [
            alloc::format!(r#"{{"{name}":1.5}}"#),
            alloc::format!(r#"{{"x":0,"{name}" : 1.5 , "sku":"s"}}"#),
        ] {
            assert_eq!(
                json::from_str::<Line>(&text).unwrap().unit_price,
                1.5,
                "{text}"
            );
        }
    }
    assert_eq!(json::from_str::<Status>("\"New\"").unwrap(), Status::Draft);
    assert_eq!(json::from_str::<Status>("1").unwrap(), Status::Paid);
    assert_eq!(json::from_str::<Status>("\"-2\"").unwrap(), Status::Sent);
}

#[test]
fn absent_reads_as_the_default() {
    let absent: Apart = json::from_str("{}").unwrap();
    assert_eq!((absent.copies, absent.event, absent.alone), (1, None, None));
    let null: Apart = json::from_str(
        r#"{"copies":null,"token":null,"pause":null,"Count":null,"alone":null,"ratio":null}"#,
    )
    .unwrap();
    assert_eq!((null.copies, null.event, null.alone), (1, None, None));
}

#[test]
fn two_variants_of_a_oneof_are_refused() {
    let error = json::from_str::<Apart>(r#"{"Count":1,"Moved":"Paid"}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Apart.Moved: another variant of the same oneof is set already (json, byte 19)"
    );
    assert!(json::from_str::<Event>(r#"{"Count":1,"Cancelled":null}"#).is_err());
    assert_eq!(
        json::from_str::<Event>(r#"{"Count":1,"Count":2,"new":3,"Moved":null}"#).unwrap(),
        Event::Count(2)
    );
    assert_eq!(
        json::from_str::<Apart>(r#"{"Moved":null,"Count":2}"#)
            .unwrap()
            .event,
        Some(Event::Count(2))
    );
}

#[test]
fn unknown_members_can_be_refused() {
    let options = Options::new().reject_unknown(true);
    let error = decode::<Line>(&options, br#"{"sku":"", "y": 2}"#).unwrap_err();
    assert!(error.is_unknown_field());
    assert_eq!(
        error.to_string(),
        "Line: the type has no field `y` (json, byte 11)"
    );
    assert!(
        decode::<Line>(&options, br#"["a",1,2,3]"#)
            .unwrap_err()
            .is_unknown_field()
    );
    assert_eq!(
        json::from_str::<Line>(r#"["a",1,2,3]"#).unwrap(),
        Line {
            sku: "a".into(),
            quantity: 1,
            unit_price: 2.0
        }
    );
}
