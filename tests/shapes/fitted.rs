//! Types beside which a derive has to find its way: parameters, flattened parameters, variants with fields, foreign names.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::marker::PhantomData;

use everwire::{Codec, Decode, DecodeOwned, Violation, Wire};

fn survives<'de, T: Codec + Decode<'de> + PartialEq + Debug>(value: &T) {
    for wire in Wire::ALL {
        let bytes: &'static [u8] = wire.encode(value).unwrap().leak();
        assert_eq!(&wire.decode::<T>(bytes).unwrap(), value, "{wire}");
    }
}

fn json<T: Codec>(value: &T) -> String {
    String::from_utf8(Wire::Json.encode(value).unwrap()).unwrap()
}

#[derive(Codec, Debug, PartialEq, Clone)]
struct Inner {
    #[codec(5)]
    low: u32,
    #[codec(6)]
    high: Option<String>,
}

fn inner() -> Inner {
    Inner {
        low: 5,
        high: Some("six".to_owned()),
    }
}

/// Not a type of any wire.
#[derive(Debug, PartialEq)]
struct Foreign;

#[test]
fn a_parameter_that_no_field_holds_needs_no_codec() {
    #[derive(Codec, Debug, PartialEq)]
    struct Marked<T> {
        a: u32,
        #[codec(skip)]
        mark: PhantomData<T>,
    }
    survives(&Marked::<Foreign> {
        a: 1,
        mark: PhantomData,
    });
}

#[test]
fn an_associated_type_needs_a_codec_and_its_owner_none() {
    trait Entity {
        type Id;
    }
    impl Entity for Foreign {
        type Id = u64;
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Key<T: Entity> {
        id: T::Id,
        others: Vec<<T as Entity>::Id>,
    }
    survives(&Key::<Foreign> {
        id: 7,
        others: vec![8, 9],
    });
}

#[test]
fn a_parameter_can_be_flattened() {
    #[derive(Codec, Debug, PartialEq)]
    struct Page<T> {
        #[codec(1)]
        first: u32,
        #[codec(flatten)]
        item: T,
        #[codec(9, gt = 0)]
        last: u32,
        #[codec(10)]
        list: Vec<T>,
    }
    let page = |last| Page {
        first: 1,
        item: inner(),
        last,
        list: vec![inner()],
    };
    survives(&page(9));
    assert_eq!(
        json(&page(9)),
        r#"{"first":1,"low":5,"high":"six","last":9,"list":[{"low":5,"high":"six"}]}"#
    );
    assert_eq!(page(0).validate().unwrap_err()[0].path, "last");
    // The fields come in another order than they stand in.
    let mixed = br#"{"last":3,"high":"h","first":2,"low":1}"#;
    let mixed: Page<Inner> = Wire::Json.decode(mixed).unwrap();
    assert_eq!((mixed.first, mixed.item.low, mixed.last), (2, 1, 3));
    assert_eq!(Page::<Inner>::SCHEMA.fields().len(), 5);
}

#[test]
fn a_box_can_be_flattened() {
    #[derive(Codec, Debug, PartialEq)]
    struct Boxed {
        #[codec(1)]
        first: u32,
        #[codec(flatten)]
        inner: Box<Inner>,
    }
    let boxed = Boxed {
        first: 1,
        inner: Box::new(inner()),
    };
    survives(&boxed);
    assert_eq!(json(&boxed), r#"{"first":1,"low":5,"high":"six"}"#);
}

#[derive(Codec, Debug, PartialEq)]
enum Two {
    #[codec(2)]
    Number(u32),
    #[codec(3)]
    Text(String),
}

fn is_even(value: &u32) -> Result<(), Violation> {
    if value.is_multiple_of(2) {
        Ok(())
    } else {
        Err(Violation::new("even", "must be even"))
    }
}

#[derive(Codec, Debug, PartialEq)]
enum Rich {
    #[codec(1)]
    Fields {
        #[codec(1, validate = is_even)]
        even: u32,
        #[codec(oneof(2, 3))]
        two: Option<Two>,
        #[codec(flatten)]
        inner: Inner,
        #[codec(9)]
        last: String,
    },
    #[codec(2)]
    Required {
        #[codec(oneof(2, 3), required)]
        two: Two,
        #[codec(4, validate = is_even)]
        even: Option<u32>,
    },
}

fn rich(even: u32) -> Rich {
    Rich::Fields {
        even,
        two: Some(Two::Text("t".to_owned())),
        inner: inner(),
        last: "l".to_owned(),
    }
}

#[test]
fn a_variant_with_fields_can_hold_what_a_struct_can() {
    survives(&rich(2));
    survives(&Rich::Fields {
        even: 4,
        two: None,
        inner: inner(),
        last: String::new(),
    });
    survives(&Rich::Required {
        two: Two::Number(1),
        even: Some(2),
    });
    assert_eq!(
        json(&rich(2)),
        r#"{"Fields":{"even":2,"Text":"t","low":5,"high":"six","last":"l"}}"#
    );
    assert_eq!(rich(1).validate().unwrap_err()[0].path, "Fields.even");
    let bytes = Wire::Json.encode(&rich(1)).unwrap();
    assert!(
        Wire::Json
            .decode::<Rich>(&bytes)
            .unwrap_err()
            .is_validation()
    );
}

#[test]
fn constants_stand_in_the_full_name() {
    #[derive(Codec, Debug, PartialEq)]
    struct Grid<T, const N: usize, const WIDE: bool> {
        cells: [T; N],
    }
    assert_eq!(Grid::<u32, 2, true>::SCHEMA.full_name(), "Grid<u32,2,true>");
    let mut registry = everwire::Registry::new();
    registry.register::<Grid<u32, 2, true>>().unwrap();
    registry.register::<Grid<u32, 3, true>>().unwrap();
    assert!(registry.register::<Grid<u32, 3, true>>().is_ok());
}

#[test]
fn a_proxy_of_text_can_be_a_key() {
    #[derive(Codec, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
    #[codec(try_from = String, into = String)]
    struct Sku(String);
    impl TryFrom<String> for Sku {
        type Error = String;
        fn try_from(text: String) -> Result<Self, String> {
            text.is_ascii()
                .then_some(Sku(text))
                .ok_or_else(|| "not ascii".to_owned())
        }
    }
    impl From<Sku> for String {
        fn from(sku: Sku) -> String {
            sku.0
        }
    }
    #[derive(Codec, Debug, PartialEq)]
    struct Stock {
        counts: BTreeMap<Sku, u32>,
    }
    survives(&Stock {
        counts: BTreeMap::from([(Sku("a".to_owned()), 1)]),
    });
    let refused = Wire::Json.decode::<Stock>("{\"counts\":{\"ä\":1}}".as_bytes());
    assert!(refused.unwrap_err().to_string().contains("not ascii"));
}

#[test]
fn integers_and_tokens_are_defaults() {
    macro_rules! defaulted {
        ($name:ident, $default:expr) => {
            #[derive(Codec, Debug, PartialEq)]
            struct $name {
                #[codec(1, default = $default)]
                text: String,
                #[codec(2, default = 1)]
                whole: f64,
                #[codec(3, default = -2)]
                negative: f32,
            }
        };
    }
    defaulted!(Order, "hey");
    let order: Order = Wire::Json.decode(b"{}").unwrap();
    assert_eq!(
        order,
        Order {
            text: "hey".to_owned(),
            whole: 1.0,
            negative: -2.0
        }
    );
    survives(&order);
}

#[test]
fn all_names_may_be_imported() {
    use everwire::*;
    #[derive(Codec)]
    struct One {
        #[codec(1, gt = 0)]
        number: u32,
    }
    let one = One { number: 0 };
    assert_eq!(one.validate().unwrap_err().len(), 1);
    assert_eq!(one.schema().name(), "One");
}

/// A module in which nothing of the prelude is what it is elsewhere.
mod bare {
    #![no_implicit_prelude]
    #![allow(non_camel_case_types, dead_code)]

    use ::everwire::{Codec, UnknownFields, Violation};
    use ::std::boxed::Box;
    use ::std::clone::Clone;
    use ::std::cmp::PartialEq;
    use ::std::fmt::Debug;
    use ::std::string::String;
    use ::std::vec::Vec;

    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct FnOnce;
    pub struct Into;
    pub struct bool;
    pub struct usize;
    pub struct str;
    pub type Maybe = ::std::option::Option<u32>;

    pub fn hook<T>(_: &T) -> ::std::result::Result<(), Violation> {
        ::std::result::Result::Ok(())
    }

    #[derive(Codec, Clone, Copy, Debug, PartialEq)]
    #[codec(validate = hook)]
    pub enum Status {
        #[codec(0)]
        Draft,
        #[codec(1)]
        Paid,
        #[codec(other)]
        Other(i32),
    }

    #[derive(Codec, Debug, PartialEq)]
    #[codec(validate = hook)]
    pub enum Event {
        #[codec(10)]
        Placed(String),
        #[codec(11)]
        Cancelled {
            #[codec(1, validate = hook)]
            why: String,
        },
        #[codec(12)]
        Nothing,
    }

    #[derive(Codec, Debug, PartialEq)]
    pub struct Nothing;

    #[derive(Codec, Debug, PartialEq)]
    pub struct Id(#[codec(min_len = 1)] pub String);

    #[derive(Codec, Debug, PartialEq)]
    pub struct Flat {
        #[codec(20, default = 3)]
        pub number: f64,
    }

    #[derive(Codec, Debug, PartialEq)]
    pub struct Order {
        #[codec(1, required)]
        pub id: Id,
        #[codec(2, default = "x", min_len = 1, pattern = "^x")]
        pub name: String,
        #[codec(3, validate = hook)]
        pub maybe: Maybe,
        #[codec(4)]
        pub status: Status,
        #[codec(5)]
        pub nothing: Nothing,
        #[codec(6)]
        pub list: Vec<Status>,
        #[codec(oneof(10, 11, 12))]
        pub event: ::std::option::Option<Event>,
        #[codec(flatten)]
        pub flat: Box<Flat>,
        #[codec(unknown)]
        pub unknown: UnknownFields,
    }
}

#[test]
fn a_derive_needs_no_prelude() {
    let order = bare::Order {
        id: bare::Id("i".to_owned()),
        name: "xy".to_owned(),
        maybe: Some(3),
        status: bare::Status::Paid,
        nothing: bare::Nothing,
        list: vec![bare::Status::Draft],
        event: Some(bare::Event::Cancelled {
            why: "w".to_owned(),
        }),
        flat: Box::new(bare::Flat { number: 2.5 }),
        unknown: everwire::UnknownFields::new(),
    };
    survives(&order);
    fn owned<T: DecodeOwned>() {}
    owned::<bare::Order>();
}
