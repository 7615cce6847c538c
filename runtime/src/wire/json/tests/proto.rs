//! The dialect of ProtoJSON.

use super::native::apart;
use super::samples::{Everything, Line, ProtoEverything};
use super::shapes::{Apart, Event};
use crate::Options;
use crate::codec::{Codec, Root};
use crate::json;
use crate::wire::json::{Choices, Encoder, Proto};

fn proto<T: Codec>(value: &T) -> alloc::string::String {
    let mut buffer = alloc::vec::Vec::new();
    let written = Encoder::<Proto>::write(&mut buffer, &Options::new(), Choices::default(), |w| {
        value.encode(w, Root::<T>::new());
    });
    written.unwrap();
    alloc::string::String::from_utf8(buffer).unwrap()
}

#[test]
fn everything_as_proto_json_has_it() {
    let value = ProtoEverything::full();
    let text = json::to_string(&value).unwrap();
    let line = r#"{"sku":"A-ä\"1\"\n","quantity":3,"unitPrice":12.5}"#;
    let expected = alloc::format!(
        concat!(
            r#"{{"flag":true,"small":-128,"u16":65535,"i32":-2147483648,"u64":"18446744073709551615","i64":"-9223372036854775808","#,
            r#""u128":"340282366920938463463374607431768211455","i128":"-170141183460469231731687303715884105728","#,
            r#""f32":0.1,"f64":1e+100,"letter":"😀","text":"café \\ \u0001 {} and a text that is longer than sixteen bytes","maybe":"","#,
            r#""status":"sent \"out\"","lines":[{},{{}}],"line":{},"listOfMaybe":["-1",null,"7"],"nested":[[],[1,2]],"#,
            r#""labels":{{"a":"b","k\"":""}},"byNumber":{{"-5":null,"9223372036854775807":"2"}},"byFlag":{{"false":1.0,"true":-2.5}},"#,
            r#""byLetter":{{"\"":{{}}}},"byStatus":{{"Paid":"1","sent \"out\"":"2"}},"pair":{{"f1":"1","f2":"two"}},"boxed":{},"unit":{{}}}}"#,
        ),
        '\u{7f}',
        line,
        line,
        line
    );
    assert_eq!(text, expected);
    assert_eq!(json::from_str::<ProtoEverything>(&text).unwrap(), value);
    assert_eq!(
        json::from_str::<Everything>(&text).unwrap(),
        Everything::full()
    );
}

#[test]
fn what_is_absent_is_not_written() {
    let value = ProtoEverything::empty();
    assert_eq!(
        json::to_string(&value).unwrap(),
        r#"{"line":{},"pair":{},"boxed":{},"unit":{}}"#
    );
    assert_eq!(json::from_str::<ProtoEverything>("{}").unwrap(), value);
    assert_eq!(
        proto(&Line {
            unit_price: -0.0,
            ..Line::default()
        }),
        r#"{"unitPrice":-0.0}"#
    );
}

#[test]
fn oneofs_and_enums_with_data_are_flat() {
    let mut value = apart();
    value.alone = Some(Event::Placed(Line::default()));
    let head = r#"{"token":"+/8A","pause":"1.500s","time":"2023-11-14T22:13:20.123Z","alone":{"Placed":{}},"ratio":"-Infinity","copies":0,"copied":"""#;
    for (event, tail) in [
        (None, "}"),
        (Some(Event::Cancelled), r#","Cancelled":{}}"#),
        (Some(Event::Count(0)), r#","Count":"0"}"#),
    ] {
        value.event = event;
        let text = proto(&value);
        assert_eq!(text, alloc::string::String::from(head) + tail);
        assert_eq!(json::from_str::<Apart>(&text).unwrap(), value);
    }
    assert_eq!(proto(&Event::Cancelled), r#"{"Cancelled":{}}"#);
    assert_eq!(
        json::from_str::<Event>(r#"{"Cancelled":{}}"#).unwrap(),
        Event::Cancelled
    );
}

#[test]
fn roots_are_written_whole() {
    assert_eq!(proto(&0_u64), "\"0\"");
    assert_eq!(proto(&0_u32), "0");
    assert_eq!(proto(&alloc::vec![0_i64]), "[\"0\"]");
    assert_eq!(proto(&None::<u32>), "null");
}
