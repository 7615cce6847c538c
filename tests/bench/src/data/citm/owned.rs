//! The types that own their texts.

use std::collections::BTreeMap;

use everwire::Codec;
use serde::{Deserialize, Serialize};
use zerompk::{FromMessagePack, ToMessagePack};

#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Clone, PartialEq)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Catalog {
    pub area_names: BTreeMap<u64, String>,
    pub audience_sub_category_names: BTreeMap<u64, String>,
    pub block_names: BTreeMap<u64, String>,
    pub events: BTreeMap<u64, Event>,
    pub performances: Vec<Performance>,
    pub seat_category_names: BTreeMap<u64, String>,
    pub sub_topic_names: BTreeMap<u64, String>,
    pub subject_names: BTreeMap<u64, String>,
    pub topic_names: BTreeMap<u64, String>,
    pub topic_sub_topics: BTreeMap<u64, Vec<u64>>,
    pub venue_names: BTreeMap<String, String>,
}

#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Clone, PartialEq)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Event {
    pub description: Option<String>,
    pub id: u64,
    pub logo: Option<String>,
    pub name: String,
    pub sub_topic_ids: Vec<u64>,
    pub subject_code: Option<u32>,
    pub subtitle: Option<String>,
    pub topic_ids: Vec<u64>,
}

#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Clone, PartialEq)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Performance {
    pub event_id: u64,
    pub id: u64,
    pub logo: Option<String>,
    pub name: Option<String>,
    pub prices: Vec<Price>,
    pub seat_categories: Vec<SeatCategory>,
    pub seat_map_image: Option<String>,
    pub start: u64,
    pub venue_code: String,
}

#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Clone, PartialEq)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Price {
    pub amount: u32,
    pub audience_sub_category_id: u32,
    pub seat_category_id: u32,
}

#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Clone, PartialEq)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct SeatCategory {
    pub areas: Vec<Area>,
    pub seat_category_id: u32,
}

#[derive(Codec, Serialize, Deserialize, ToMessagePack, FromMessagePack, Clone, PartialEq)]
#[codec(rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub struct Area {
    pub area_id: u32,
    pub block_ids: Vec<u32>,
}
