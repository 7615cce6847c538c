//! The types that borrow their texts.

use everwire::Codec;
use serde::Deserialize;
use zerompk::FromMessagePack;

use crate::data::text::Text;

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Search<'a> {
    #[serde(borrow)]
    statuses: Vec<Status<'a>>,
    #[serde(borrow)]
    search_metadata: SearchMetadata<'a>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct SearchMetadata<'a> {
    completed_in: f64,
    max_id: u64,
    max_id_str: &'a str,
    #[serde(borrow)]
    next_results: Text<'a>,
    #[serde(borrow)]
    query: Text<'a>,
    #[serde(borrow)]
    refresh_url: Text<'a>,
    count: u32,
    since_id: u64,
    since_id_str: &'a str,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Status<'a> {
    #[serde(borrow)]
    metadata: Metadata<'a>,
    created_at: &'a str,
    id: u64,
    id_str: &'a str,
    #[serde(borrow)]
    text: Text<'a>,
    #[serde(borrow)]
    source: Text<'a>,
    truncated: bool,
    in_reply_to_status_id: Option<u64>,
    #[serde(borrow)]
    in_reply_to_status_id_str: Option<&'a str>,
    in_reply_to_user_id: Option<u64>,
    #[serde(borrow)]
    in_reply_to_user_id_str: Option<&'a str>,
    #[serde(borrow)]
    in_reply_to_screen_name: Option<&'a str>,
    #[serde(borrow)]
    user: User<'a>,
    #[serde(borrow)]
    geo: Option<&'a str>,
    #[serde(borrow)]
    coordinates: Option<&'a str>,
    #[serde(borrow)]
    place: Option<&'a str>,
    #[serde(borrow)]
    contributors: Option<&'a str>,
    #[serde(borrow)]
    retweeted_status: Option<Box<Status<'a>>>,
    retweet_count: u32,
    favorite_count: u32,
    #[serde(borrow)]
    entities: Entities<'a>,
    favorited: bool,
    retweeted: bool,
    possibly_sensitive: Option<bool>,
    lang: &'a str,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Metadata<'a> {
    result_type: &'a str,
    iso_language_code: &'a str,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct User<'a> {
    id: u64,
    id_str: &'a str,
    #[serde(borrow)]
    name: Text<'a>,
    screen_name: &'a str,
    #[serde(borrow)]
    location: Text<'a>,
    #[serde(borrow)]
    description: Text<'a>,
    #[serde(borrow)]
    url: Option<&'a str>,
    #[serde(borrow)]
    entities: UserEntities<'a>,
    protected: bool,
    followers_count: u32,
    friends_count: u32,
    listed_count: u32,
    created_at: &'a str,
    favourites_count: u32,
    utc_offset: Option<i32>,
    #[serde(borrow)]
    time_zone: Option<&'a str>,
    geo_enabled: bool,
    verified: bool,
    statuses_count: u32,
    lang: &'a str,
    contributors_enabled: bool,
    is_translator: bool,
    is_translation_enabled: bool,
    profile_background_color: &'a str,
    profile_background_image_url: &'a str,
    profile_background_image_url_https: &'a str,
    profile_background_tile: bool,
    profile_image_url: &'a str,
    profile_image_url_https: &'a str,
    #[serde(borrow)]
    profile_banner_url: Option<&'a str>,
    profile_link_color: &'a str,
    profile_sidebar_border_color: &'a str,
    profile_sidebar_fill_color: &'a str,
    profile_text_color: &'a str,
    profile_use_background_image: bool,
    default_profile: bool,
    default_profile_image: bool,
    following: bool,
    follow_request_sent: bool,
    notifications: bool,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct UserEntities<'a> {
    #[serde(borrow)]
    url: Option<Links<'a>>,
    #[serde(borrow)]
    description: Links<'a>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Links<'a> {
    #[serde(borrow)]
    urls: Vec<Link<'a>>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Link<'a> {
    url: &'a str,
    expanded_url: &'a str,
    display_url: &'a str,
    indices: (u32, u32),
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Entities<'a> {
    #[serde(borrow)]
    hashtags: Vec<Hashtag<'a>>,
    #[serde(borrow)]
    symbols: Vec<&'a str>,
    #[serde(borrow)]
    urls: Vec<Link<'a>>,
    #[serde(borrow)]
    user_mentions: Vec<Mention<'a>>,
    #[serde(borrow)]
    media: Option<Vec<Medium<'a>>>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Hashtag<'a> {
    #[serde(borrow)]
    text: Text<'a>,
    indices: (u32, u32),
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Mention<'a> {
    screen_name: &'a str,
    #[serde(borrow)]
    name: Text<'a>,
    id: u64,
    id_str: &'a str,
    indices: (u32, u32),
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Medium<'a> {
    id: u64,
    id_str: &'a str,
    indices: (u32, u32),
    media_url: &'a str,
    media_url_https: &'a str,
    url: &'a str,
    display_url: &'a str,
    expanded_url: &'a str,
    #[simd_json(rename = "type")]
    r#type: &'a str,
    #[serde(borrow)]
    sizes: Sizes<'a>,
    source_status_id: Option<u64>,
    #[serde(borrow)]
    source_status_id_str: Option<&'a str>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Sizes<'a> {
    #[serde(borrow)]
    medium: Size<'a>,
    #[serde(borrow)]
    small: Size<'a>,
    #[serde(borrow)]
    thumb: Size<'a>,
    #[serde(borrow)]
    large: Size<'a>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Size<'a> {
    w: u32,
    h: u32,
    resize: &'a str,
}
