//! A catalogue of concerts: many small objects, and maps keyed by integers.

use std::collections::BTreeMap;

use everwire::Codec;
use serde::{Deserialize, Serialize};

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
struct Catalog {
    area_names: BTreeMap<u64, String>,
    audience_sub_category_names: BTreeMap<u64, String>,
    block_names: BTreeMap<u64, String>,
    events: BTreeMap<u64, Event>,
    performances: Vec<Performance>,
    seat_category_names: BTreeMap<u64, String>,
    sub_topic_names: BTreeMap<u64, String>,
    subject_names: BTreeMap<u64, String>,
    topic_names: BTreeMap<u64, String>,
    topic_sub_topics: BTreeMap<u64, Vec<u64>>,
    venue_names: BTreeMap<String, String>,
}

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
struct Event {
    description: Option<String>,
    id: u64,
    logo: Option<String>,
    name: String,
    sub_topic_ids: Vec<u64>,
    subject_code: Option<u32>,
    subtitle: Option<String>,
    topic_ids: Vec<u64>,
}

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
struct Performance {
    event_id: u64,
    id: u64,
    logo: Option<String>,
    name: Option<String>,
    prices: Vec<Price>,
    seat_categories: Vec<SeatCategory>,
    seat_map_image: Option<String>,
    start: u64,
    venue_code: String,
}

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
struct Price {
    amount: u32,
    audience_sub_category_id: u32,
    seat_category_id: u32,
}

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
struct SeatCategory {
    areas: Vec<Area>,
    seat_category_id: u32,
}

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
struct Area {
    area_id: u32,
    block_ids: Vec<u32>,
}

#[test]
fn citm_catalog_comes_back() {
    super::comes_back::<Catalog>("citm_catalog.json");
}
