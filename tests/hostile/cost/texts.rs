//! Long names and texts, blanks and digits.

use std::collections::BTreeMap;

use everwire::Wire;

use super::{Keeper, MANY, costs};
use crate::shapes::{Closed, Shape};

#[test]
fn long_names_and_texts_are_held_about_once() {
    let long = "n".repeat(MANY);
    let escaped = "\\u0000".repeat(MANY);
    let str32 = [&[0xdb][..], &(MANY as u32).to_be_bytes(), long.as_bytes()].concat();
    for key in [&long, &escaped] {
        costs::<Keeper>(
            "a long key",
            Wire::Json,
            format!(r#"{{"{key}":[]}}"#).as_bytes(),
            0,
        )
        .unwrap();
        costs::<Keeper>(
            "a long enum name",
            Wire::Json,
            format!(r#"{{"closed":"{key}"}}"#).as_bytes(),
            0,
        )
        .unwrap();
        costs::<Closed>(
            "a long root",
            Wire::Json,
            format!(r#""{key}""#).as_bytes(),
            0,
        )
        .unwrap_err();
        costs::<Shape>(
            "a long variant",
            Wire::Json,
            format!(r#"{{"{key}":1}}"#).as_bytes(),
            0,
        )
        .unwrap();
        let nested = format!(r#"{{"{key}":{{"{key}":{{"x":[true]}}}}}}"#);
        type Maps = BTreeMap<String, BTreeMap<String, BTreeMap<String, Vec<u8>>>>;
        costs::<Maps>("long keys", Wire::Json, nested.as_bytes(), 0).unwrap_err();
    }
    let key = [&[0x81][..], &str32, &[0x01]].concat();
    costs::<Keeper>("a long key", Wire::MsgPack, &key, 0).unwrap();
    costs::<BTreeMap<String, bool>>("a long key", Wire::MsgPack, &key, 0).unwrap_err();
    costs::<Closed>("a long enum name", Wire::MsgPack, &str32, 0).unwrap_err();
}

#[test]
fn blanks_and_digits_cost_time_but_no_memory() {
    let blanks = " ".repeat(MANY);
    let member = format!(
        r#"{{{blanks}"id"{blanks}:{blanks}7{blanks},{blanks}"x"{blanks}:{blanks}[{blanks}]{blanks}}}{blanks}"#
    );
    assert_eq!(
        costs::<Keeper>("blanks", Wire::Json, member.as_bytes(), 0)
            .unwrap()
            .id,
        7
    );
    let digits = "1".repeat(MANY);
    for (number, float, integer) in [
        (digits.clone(), None, None),
        (format!("0.{digits}"), Some(1.0 / 9.0), None),
        (format!("1e{digits}"), None, None),
        (format!("1e-{digits}"), Some(0.0), None),
        (format!("0e{digits}"), Some(0.0), Some(0)),
        (
            format!("7{}.0e-{MANY}", "0".repeat(MANY)),
            Some(7.0),
            Some(7),
        ),
        (
            format!("0.{}7e{}", "0".repeat(MANY), MANY + 1),
            Some(7.0),
            Some(7),
        ),
    ] {
        let shown = &number[..20];
        assert_eq!(
            costs::<f64>("digits", Wire::Json, number.as_bytes(), 0).ok(),
            float,
            "{shown}"
        );
        assert_eq!(
            costs::<u64>("digits", Wire::Json, number.as_bytes(), 0).ok(),
            integer,
            "{shown}"
        );
        assert_eq!(
            costs::<i128>("digits", Wire::Json, number.as_bytes(), 0).ok(),
            integer.map(i128::from),
            "{shown}"
        );
    }
}
