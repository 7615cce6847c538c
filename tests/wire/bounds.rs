//! Types whose parameters have bounds of their own, and newtypes as keys.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::net::IpAddr;

use everwire::{Codec, Decode, DecodeOwned, Wire};

fn comes_back<T: Codec + DecodeOwned + PartialEq + Debug>(value: &T) {
    for wire in Wire::ALL {
        let bytes = wire.encode(value).unwrap();
        assert_eq!(&wire.decode::<T>(&bytes).unwrap(), value, "{wire}");
    }
}

#[derive(Codec, Debug, PartialEq)]
struct Owned<T: DecodeOwned> {
    #[codec(1)]
    items: Vec<T>,
    #[codec(2)]
    next: Option<T>,
    #[codec(3)]
    one: T,
}

#[derive(Codec, Debug, PartialEq)]
struct ForAll<T>
where
    T: for<'de> Decode<'de> + Clone,
{
    #[codec(1)]
    items: Vec<T>,
}

trait Entity {
    type Id: DecodeOwned + Debug + PartialEq;
}

#[derive(Debug, PartialEq)]
struct Order;

impl Entity for Order {
    type Id = u64;
}

#[derive(Codec, Debug, PartialEq)]
struct Of<T: Entity>
where
    T::Id: everwire::DecodeOwned,
{
    #[codec(1)]
    ids: Vec<T::Id>,
}

#[derive(Codec, Debug, PartialEq)]
struct Whole<T: DecodeOwned>(T);

#[derive(Codec, Debug, PartialEq)]
enum Either<A: DecodeOwned, B> {
    #[codec(1)]
    One(A),
    #[codec(2)]
    Other {
        #[codec(1)]
        b: B,
    },
}

#[test]
fn a_parameter_may_be_bound_to_be_read_from_any_input() {
    comes_back(&Owned {
        items: vec![1_u32, 2],
        next: None,
        one: 7,
    });
    comes_back(&ForAll {
        items: vec!["a".to_owned()],
    });
    comes_back(&Of::<Order> { ids: vec![1, 2] });
    comes_back(&Whole(vec![true]));
    comes_back(&Either::<_, String>::One(5_i64));
    comes_back(&Either::<u8, _>::Other { b: "b".to_owned() });
}

#[derive(Codec, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Host(IpAddr);

#[derive(Codec, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key<T>(T);

#[test]
fn a_newtype_is_a_key_where_what_it_holds_is_one() {
    let host = Host([192, 0, 2, 1].into());
    let hosts = BTreeMap::from([(host.clone(), 1_u8)]);
    comes_back(&hosts);
    assert_eq!(Wire::Json.encode(&hosts).unwrap(), br#"{"192.0.2.1":1}"#);
    comes_back(&BTreeMap::from([(Key(Key(host)), 2_u8)]));
    let error = Wire::Json
        .decode::<BTreeMap<Host, u8>>(br#"{"192.0.2.1":"x"}"#)
        .unwrap_err();
    assert_eq!(error.path(), "[\"192.0.2.1\"]");
}
