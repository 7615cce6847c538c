//! [`Borrowed`]: what is lent by the input.

#![expect(missing_docs, reason = "the names say it")]

use std::borrow::Cow;
use std::collections::BTreeMap;

use everwire::{Codec, UnknownFields};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Borrowed<'a> {
    #[codec(1)]
    pub name: &'a str,
    #[codec(2)]
    pub token: Cow<'a, [u8]>,
    #[codec(3)]
    pub words: Vec<&'a str>,
    #[codec(4)]
    pub labels: BTreeMap<&'a str, Cow<'a, str>>,
    #[codec(5)]
    pub title: Cow<'a, str>,
    #[codec(6)]
    pub raw: Option<&'a [u8]>,
    #[codec(8)]
    pub inner: Option<Box<Borrowed<'a>>>,
    #[codec(oneof(9, 10))]
    pub event: Option<Event<'a>>,
    #[codec(11)]
    pub tokens: Option<Vec<Cow<'a, [u8]>>>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Event<'a> {
    #[codec(9)]
    Placed(&'a str),
    #[codec(10)]
    Cancelled {
        #[codec(1)]
        why: Cow<'a, str>,
    },
}
