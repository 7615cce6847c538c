//! `oneof`: messages as a whole.

use crate::case::{Line, breaks};
use everwire::Codec;
use std::collections::BTreeMap;

#[test]
fn at_most_one_is_set() {
    #[derive(Codec)]
    #[codec(rule(oneof(email, phone)))]
    struct Contact {
        #[codec(1)]
        email: String,
        #[codec(2)]
        phone: Option<u64>,
        #[codec(3)]
        name: String,
    }
    for (email, phone, ids) in [
        ("", None, ""),
        ("a", None, ""),
        ("", Some(0), ""),
        ("", Some(7), ""),
        ("a", Some(0), "message.oneof"),
        ("a", Some(7), "message.oneof"),
    ] {
        let contact = Contact {
            email: email.into(),
            phone,
            name: "x".into(),
        };
        breaks(&contact, ids);
    }
}

#[test]
fn one_must_be_set() {
    #[derive(Codec)]
    #[codec(rule(oneof(lines, main, labels, required)))]
    struct Basket {
        #[codec(1)]
        lines: Vec<Line>,
        #[codec(2)]
        main: Option<Line>,
        #[codec(3)]
        labels: BTreeMap<u32, u32>,
    }
    let line = || Line { count: 1 };
    for (lines, main, labels, ids) in [
        (vec![], None, BTreeMap::new(), "message.oneof"),
        (vec![line()], None, BTreeMap::new(), ""),
        (vec![], Some(line()), BTreeMap::new(), ""),
        (vec![], None, BTreeMap::from([(0, 0)]), ""),
        (vec![line()], Some(line()), BTreeMap::new(), "message.oneof"),
        (
            vec![],
            Some(line()),
            BTreeMap::from([(0, 0)]),
            "message.oneof",
        ),
    ] {
        breaks(
            &Basket {
                lines,
                main,
                labels,
            },
            ids,
        );
    }
}
