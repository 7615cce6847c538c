//! `example`: values that show what a field is for.

use crate::case::table;
use everwire::Codec;
use everwire::validate::{Literal, Rule};
use std::time::Duration;

#[test]
fn nothing_is_checked_by_it() {
    table! { String [example("ann", "bob")]
        "" => "",
        "ann" => "",
        "x" => "",
    }
    table! { u32 [example(5), gt = 1]
        7 => "",
        5 => "",
        0 => "uint32.gt",
    }
    table! { Vec<u32> [items(example(1))]
        vec![2] => "",
    }
    table! { Duration [example("1s")]
        Duration::ZERO => "",
    }
}

#[test]
fn it_stands_in_the_schema() {
    #[derive(Codec)]
    struct Held {
        #[codec(1, example("ann"))]
        name: String,
    }
    let rules = Held::SCHEMA.fields()[0].rules();
    assert_eq!(rules, [Rule::Example(&[Literal::Str("ann")])]);
    assert!(
        Held {
            name: String::new()
        }
        .validate()
        .is_ok()
    );
}
