//! Values of other crates, in every place that has one.

use std::collections::BTreeMap;

use everwire::Codec;
use everwire::serde::Foreign;
use serde_json::Value;
use uuid::Uuid;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "crates.v1.Values")]
pub struct Values {
    #[codec(1)]
    pub id: Uuid,
    #[codec(2)]
    pub parent: Option<Uuid>,
    #[codec(3)]
    pub peers: Vec<Uuid>,
    #[codec(4)]
    pub pair: [Uuid; 2],
    #[codec(5)]
    pub holes: Vec<Option<Uuid>>,
    #[codec(6)]
    pub seen: BTreeMap<Uuid, u32>,
    #[codec(7)]
    pub named: BTreeMap<String, Uuid>,
    #[codec(8)]
    pub groups: BTreeMap<Uuid, Vec<Uuid>>,
    #[codec(9, rule(required))]
    pub owner: Uuid,
    #[codec(10, with = everwire::serde)]
    pub theme: Value,
    #[codec(11)]
    pub themes: Vec<Foreign<Value>>,
    #[codec(12)]
    pub settings: BTreeMap<Uuid, Foreign<Value>>,
    #[codec(13)]
    pub maybe: Option<Foreign<Value>>,
    #[codec(14, required)]
    pub must: Uuid,
    #[codec(15)]
    pub name: smol_str::SmolStr,
    #[codec(16)]
    pub data: bytes::Bytes,
    #[codec(17)]
    pub short: smallvec::SmallVec<[u16; 4]>,
    #[codec(18)]
    pub order: indexmap::IndexMap<String, u8>,
    #[codec(19)]
    pub at: jiff::Timestamp,
    #[codec(20)]
    pub event: Option<Event>,
}

/// Variants of one value.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "crates.v1.Event")]
pub enum Event {
    #[codec(1)]
    Opened(Uuid),
    #[codec(2)]
    Changed(Foreign<Value>),
}
