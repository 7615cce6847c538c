//! The types that borrow their texts.

use std::collections::BTreeMap;

use everwire::Codec;
use serde::Deserialize;
use zerompk::FromMessagePack;

use crate::data::text::Text;

#[derive(Codec, Deserialize, FromMessagePack)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Catalog<'a> {
    #[serde(borrow)]
    area_names: BTreeMap<u64, Text<'a>>,
    #[serde(borrow)]
    audience_sub_category_names: BTreeMap<u64, Text<'a>>,
    #[serde(borrow)]
    block_names: BTreeMap<u64, Text<'a>>,
    #[serde(borrow)]
    events: BTreeMap<u64, Event<'a>>,
    #[serde(borrow)]
    performances: Vec<Performance<'a>>,
    #[serde(borrow)]
    seat_category_names: BTreeMap<u64, Text<'a>>,
    #[serde(borrow)]
    sub_topic_names: BTreeMap<u64, Text<'a>>,
    #[serde(borrow)]
    subject_names: BTreeMap<u64, Text<'a>>,
    #[serde(borrow)]
    topic_names: BTreeMap<u64, Text<'a>>,
    topic_sub_topics: BTreeMap<u64, Vec<u64>>,
    #[serde(borrow)]
    venue_names: BTreeMap<&'a str, Text<'a>>,
}

#[derive(Codec, Deserialize, FromMessagePack)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Event<'a> {
    #[serde(borrow)]
    description: Option<Text<'a>>,
    id: u64,
    #[serde(borrow)]
    logo: Option<Text<'a>>,
    #[serde(borrow)]
    name: Text<'a>,
    sub_topic_ids: Vec<u64>,
    subject_code: Option<u32>,
    #[serde(borrow)]
    subtitle: Option<Text<'a>>,
    topic_ids: Vec<u64>,
}

#[derive(Codec, Deserialize, FromMessagePack)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Performance<'a> {
    event_id: u64,
    id: u64,
    #[serde(borrow)]
    logo: Option<Text<'a>>,
    #[serde(borrow)]
    name: Option<Text<'a>>,
    prices: Vec<Price>,
    seat_categories: Vec<SeatCategory>,
    #[serde(borrow)]
    seat_map_image: Option<&'a str>,
    start: u64,
    venue_code: &'a str,
}

#[derive(Codec, Deserialize, FromMessagePack)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Price {
    amount: u32,
    audience_sub_category_id: u32,
    seat_category_id: u32,
}

#[derive(Codec, Deserialize, FromMessagePack)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct SeatCategory {
    areas: Vec<Area>,
    seat_category_id: u32,
}

#[derive(Codec, Deserialize, FromMessagePack)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Area {
    area_id: u32,
    block_ids: Vec<u32>,
}
