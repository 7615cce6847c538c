//! Types with parameters.

use everwire::Codec;
use prost::{Message, Name};

use super::{Line, all_ways, line};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Page", prost)]
struct Page<T, const N: u32>
where
    T: Clone,
{
    #[codec(1)]
    items: Vec<T>,
    #[codec(2)]
    next: Option<u64>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(prost)]
struct Pair(#[codec(1)] u32, #[codec(2)] String);

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(prost)]
struct Nothing;

#[test]
fn a_page_of_anything_is_a_message() {
    all_ways(&Page::<Line, 3> {
        items: vec![line("a", 1)],
        next: Some(0),
    });
    all_ways(&Page::<u32, 3> {
        items: vec![0, 7],
        next: None,
    });
    assert_eq!(Page::<Line, 3>::full_name(), "shop.v1.Page<shop.v1.Line,3>");
    assert_eq!(Page::<Line, 3>::type_url(), "/shop.v1.Page<shop.v1.Line,3>");
}

#[test]
fn tuples_and_units_are_messages() {
    all_ways(&Pair(1, "b".into()));
    all_ways(&Nothing);
    assert_eq!(Nothing.encode_to_vec(), b"");
    assert_eq!(Pair(1, "b".into()).encode_to_vec(), b"\x08\x01\x12\x01b");
}
