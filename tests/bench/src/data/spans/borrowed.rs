//! The types that borrow their texts and ids.

use everwire::Codec;
use serde::Deserialize;
use zerompk::FromMessagePack;

use super::owned::{Code, Kind};
use crate::data::blob::Bytes;
use crate::data::text::Text;

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Trace<'a> {
    #[codec(1)]
    #[serde(borrow)]
    resource_spans: Vec<ResourceSpans<'a>>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct ResourceSpans<'a> {
    #[codec(1)]
    #[serde(borrow)]
    resource: Option<Resource<'a>>,
    #[codec(2)]
    #[serde(borrow)]
    scope_spans: Vec<ScopeSpans<'a>>,
    #[codec(3)]
    schema_url: &'a str,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Resource<'a> {
    #[codec(1)]
    #[serde(borrow)]
    attributes: Vec<KeyValue<'a>>,
    #[codec(2)]
    dropped_attributes_count: u32,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct ScopeSpans<'a> {
    #[codec(1)]
    #[serde(borrow)]
    scope: Option<Scope<'a>>,
    #[codec(2)]
    #[serde(borrow)]
    spans: Vec<Span<'a>>,
    #[codec(3)]
    schema_url: &'a str,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Scope<'a> {
    #[codec(1)]
    name: &'a str,
    #[codec(2)]
    version: &'a str,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Span<'a> {
    #[codec(1)]
    #[serde(borrow)]
    trace_id: Bytes<'a>,
    #[codec(2)]
    #[serde(borrow)]
    span_id: Bytes<'a>,
    #[codec(3)]
    trace_state: &'a str,
    #[codec(4)]
    #[serde(borrow)]
    parent_span_id: Bytes<'a>,
    #[codec(5)]
    name: &'a str,
    #[codec(6)]
    kind: Kind,
    #[codec(7, fixed)]
    start_time_unix_nano: u64,
    #[codec(8, fixed)]
    end_time_unix_nano: u64,
    #[codec(9)]
    #[serde(borrow)]
    attributes: Vec<KeyValue<'a>>,
    #[codec(10)]
    dropped_attributes_count: u32,
    #[codec(11)]
    #[serde(borrow)]
    events: Vec<Event<'a>>,
    #[codec(12)]
    dropped_events_count: u32,
    #[codec(13)]
    #[serde(borrow)]
    links: Vec<Link<'a>>,
    #[codec(14)]
    dropped_links_count: u32,
    #[codec(15)]
    #[serde(borrow)]
    status: Option<State<'a>>,
    #[codec(16, fixed)]
    flags: u32,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Event<'a> {
    #[codec(1, fixed)]
    time_unix_nano: u64,
    #[codec(2)]
    name: &'a str,
    #[codec(3)]
    #[serde(borrow)]
    attributes: Vec<KeyValue<'a>>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Link<'a> {
    #[codec(1)]
    #[serde(borrow)]
    trace_id: Bytes<'a>,
    #[codec(2)]
    #[serde(borrow)]
    span_id: Bytes<'a>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct State<'a> {
    #[codec(1)]
    #[serde(borrow)]
    message: Text<'a>,
    #[codec(2)]
    code: Code,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct KeyValue<'a> {
    #[codec(1)]
    key: &'a str,
    #[codec(2)]
    #[serde(borrow)]
    value: Option<AnyValue<'a>>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
#[serde(transparent)]
#[simd_json(rename_all = "camelCase")]
pub struct AnyValue<'a> {
    #[codec(oneof(1, 2, 3, 4, 5, 6))]
    #[serde(borrow)]
    value: Option<Value<'a>>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
#[codec(rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[simd_json(rename_all = "camelCase")]
#[expect(clippy::enum_variant_names, reason = "the names are the schema's")]
pub enum Value<'a> {
    #[codec(1)]
    #[serde(borrow)]
    StringValue(Text<'a>),
    #[codec(2)]
    BoolValue(bool),
    #[codec(3)]
    IntValue(i64),
    #[codec(4)]
    DoubleValue(f64),
    #[codec(5)]
    #[serde(borrow)]
    ArrayValue(ArrayValue<'a>),
    #[codec(6)]
    #[serde(borrow)]
    BytesValue(Bytes<'a>),
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct ArrayValue<'a> {
    #[codec(1)]
    #[serde(borrow)]
    values: Vec<AnyValue<'a>>,
}
