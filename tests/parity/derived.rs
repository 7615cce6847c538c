//! `schemas/shop/v1/order.proto`, written by hand.

use std::collections::BTreeMap;

use everwire::{Codec, UnknownFields};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Order", json = "proto", reserved(8))]
pub struct Order {
    #[codec(1)]
    pub id: u64,
    #[codec(2, min_len = 1, max_len = 80)]
    pub customer: String,
    #[codec(3)]
    pub lines: Vec<Line>,
    #[codec(4)]
    pub note: Option<String>,
    #[codec(5)]
    pub labels: BTreeMap<String, String>,
    #[codec(6)]
    pub status: Status,
    #[codec(7)]
    pub token: Vec<u8>,
    #[codec(9)]
    pub copies: u32,
    #[codec(oneof(10, 11))]
    pub event: Option<Event>,
    #[codec(12)]
    pub created_at: i64,
    #[codec(13)]
    pub ship_to: Option<Address>,
    #[codec(14, unique)]
    pub tags: Vec<String>,
    #[codec(15)]
    pub parcel_grams: Vec<u32>,
    #[codec(16, fixed)]
    pub fingerprint: u64,
    #[codec(17)]
    pub weight_kg: f64,
    #[codec(18, sint)]
    pub points: i32,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Status", json = "proto")]
pub enum Status {
    #[default]
    #[codec(0, rename = "STATUS_DRAFT")]
    Draft,
    #[codec(1, rename = "STATUS_PAID")]
    Paid,
    #[codec(2, rename = "STATUS_SHIPPED")]
    Shipped,
    #[codec(3, rename = "STATUS_DELIVERED")]
    Delivered,
    #[codec(4, rename = "STATUS_CANCELLED")]
    Cancelled,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(
    name = "shop.v1.Order.event",
    json = "proto",
    rename_all = "snake_case"
)]
pub enum Event {
    #[codec(10)]
    Placed(Placed),
    #[codec(11)]
    Cancelled(Cancelled),
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Line", json = "proto")]
pub struct Line {
    #[codec(1, min_len = 1, max_len = 32)]
    pub sku: String,
    #[codec(2, gt = 0)]
    pub quantity: u32,
    #[codec(3)]
    pub unit_price_cents: i64,
    #[codec(4, gte = 0.0, lte = 100.0)]
    pub discount_percent: Option<f32>,
    #[codec(5)]
    pub title: String,
    #[codec(6)]
    pub gift_wrap: bool,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Address", json = "proto")]
pub struct Address {
    #[codec(1)]
    pub recipient: Option<String>,
    #[codec(2)]
    pub street: Vec<String>,
    #[codec(3)]
    pub city: String,
    #[codec(4)]
    pub postcode: String,
    #[codec(5, len = 2)]
    pub country: String,
    #[codec(6)]
    pub location: Option<Point>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Point", json = "proto")]
pub struct Point {
    #[codec(1, gte = -90.0, lte = 90.0)]
    pub latitude: f64,
    #[codec(2, gte = -180.0, lte = 180.0)]
    pub longitude: f64,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Placed", json = "proto")]
pub struct Placed {
    #[codec(1)]
    pub at: i64,
    #[codec(2)]
    pub channel: Channel,
    #[codec(3, pattern = "^[A-Z0-9-]+$")]
    pub coupon: Option<String>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Channel", json = "proto")]
pub enum Channel {
    #[default]
    #[codec(0, rename = "CHANNEL_UNSPECIFIED")]
    Unspecified,
    #[codec(1, rename = "CHANNEL_WEB")]
    Web,
    #[codec(2, rename = "CHANNEL_PHONE")]
    Phone,
    #[codec(3, rename = "CHANNEL_STORE")]
    Store,
    #[codec(4, rename = "CHANNEL_MARKETPLACE")]
    Marketplace,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Cancelled", json = "proto")]
pub struct Cancelled {
    #[codec(1)]
    pub at: i64,
    #[codec(2)]
    pub why: String,
    #[codec(3)]
    pub refund_cents: Option<i64>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}
