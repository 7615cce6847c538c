//! The types that own their texts.

use everwire::Codec;
use serde::{Deserialize, Serialize};
use zerompk::{FromMessagePack, ToMessagePack};

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Search {
    pub statuses: Vec<Status>,
    pub search_metadata: SearchMetadata,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct SearchMetadata {
    pub completed_in: f64,
    pub max_id: u64,
    pub max_id_str: String,
    pub next_results: String,
    pub query: String,
    pub refresh_url: String,
    pub count: u32,
    pub since_id: u64,
    pub since_id_str: String,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Status {
    pub metadata: Metadata,
    pub created_at: String,
    pub id: u64,
    pub id_str: String,
    pub text: String,
    pub source: String,
    pub truncated: bool,
    pub in_reply_to_status_id: Option<u64>,
    pub in_reply_to_status_id_str: Option<String>,
    pub in_reply_to_user_id: Option<u64>,
    pub in_reply_to_user_id_str: Option<String>,
    pub in_reply_to_screen_name: Option<String>,
    pub user: User,
    pub geo: Option<String>,
    pub coordinates: Option<String>,
    pub place: Option<String>,
    pub contributors: Option<String>,
    pub retweeted_status: Option<Box<Status>>,
    pub retweet_count: u32,
    pub favorite_count: u32,
    pub entities: Entities,
    pub favorited: bool,
    pub retweeted: bool,
    pub possibly_sensitive: Option<bool>,
    pub lang: String,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Metadata {
    pub result_type: String,
    pub iso_language_code: String,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct User {
    pub id: u64,
    pub id_str: String,
    pub name: String,
    pub screen_name: String,
    pub location: String,
    pub description: String,
    pub url: Option<String>,
    pub entities: UserEntities,
    pub protected: bool,
    pub followers_count: u32,
    pub friends_count: u32,
    pub listed_count: u32,
    pub created_at: String,
    pub favourites_count: u32,
    pub utc_offset: Option<i32>,
    pub time_zone: Option<String>,
    pub geo_enabled: bool,
    pub verified: bool,
    pub statuses_count: u32,
    pub lang: String,
    pub contributors_enabled: bool,
    pub is_translator: bool,
    pub is_translation_enabled: bool,
    pub profile_background_color: String,
    pub profile_background_image_url: String,
    pub profile_background_image_url_https: String,
    pub profile_background_tile: bool,
    pub profile_image_url: String,
    pub profile_image_url_https: String,
    pub profile_banner_url: Option<String>,
    pub profile_link_color: String,
    pub profile_sidebar_border_color: String,
    pub profile_sidebar_fill_color: String,
    pub profile_text_color: String,
    pub profile_use_background_image: bool,
    pub default_profile: bool,
    pub default_profile_image: bool,
    pub following: bool,
    pub follow_request_sent: bool,
    pub notifications: bool,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct UserEntities {
    pub url: Option<Links>,
    pub description: Links,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Links {
    pub urls: Vec<Link>,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Link {
    pub url: String,
    pub expanded_url: String,
    pub display_url: String,
    pub indices: (u32, u32),
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Entities {
    pub hashtags: Vec<Hashtag>,
    pub symbols: Vec<String>,
    pub urls: Vec<Link>,
    pub user_mentions: Vec<Mention>,
    pub media: Option<Vec<Medium>>,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Hashtag {
    pub text: String,
    pub indices: (u32, u32),
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Mention {
    pub screen_name: String,
    pub name: String,
    pub id: u64,
    pub id_str: String,
    pub indices: (u32, u32),
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Medium {
    pub id: u64,
    pub id_str: String,
    pub indices: (u32, u32),
    pub media_url: String,
    pub media_url_https: String,
    pub url: String,
    pub display_url: String,
    pub expanded_url: String,
    #[simd_json(rename = "type")]
    pub r#type: String,
    pub sizes: Sizes,
    pub source_status_id: Option<u64>,
    pub source_status_id_str: Option<String>,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Sizes {
    pub medium: Size,
    pub small: Size,
    pub thumb: Size,
    pub large: Size,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
    Clone,
    PartialEq,
)]
pub struct Size {
    pub w: u32,
    pub h: u32,
    pub resize: String,
}
