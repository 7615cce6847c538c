//! Telemetry in OpenTelemetry's shape: attributes, nested values, fixed64 times, byte ids.

mod borrowed;

use std::error::Error;

use fastrand::Rng;
use owned::any_value::Value;
use owned::{Code, Kind};

use super::random::{bytes, maybe, pick, small, words};
use super::{Blob, Data, Set, Size, fill, random, schema};
use crate::cell::Cells;
use crate::operation::Operation;
use crate::peer;

pub use schema::bench::spans as owned;

pub struct Spans;

impl Set for Spans {
    const NAME: &'static str = "spans";

    type Owned = owned::Trace;
    type Borrowed<'a> = borrowed::Trace<'a>;
    type Keeping = peer::keeping::bench::spans::Trace;
    const KEEPS: bool = true;
    type Prost = peer::prost_types::bench::spans::Trace;
    type Buffa = peer::buffa_types::bench::spans::Trace;
    type Quick<'a> = peer::quick::bench_spans::Trace<'a>;
    type QuickOwned = peer::quick_owned::bench_spans::Trace;

    fn make(size: Size) -> Result<Data<Self>, Box<dyn Error>> {
        let mut rng = random::rng(2);
        fill(size, || span(&mut rng), trace)
    }

    fn derived(
        data: &Data<Self>,
        operation: Operation,
        cells: &mut Cells,
    ) -> Result<(), Box<dyn Error>> {
        cells.add::<Self, peer::SimdJsonDerive>(data, operation)
    }
}

/// The spans, a hundred to a scope and four scopes to a resource.
fn trace(spans: Vec<owned::Span>) -> owned::Trace {
    let mut spans = spans.into_iter().peekable();
    let mut resource_spans = Vec::new();
    while spans.peek().is_some() {
        let scope_spans = (0..4).map(|_| owned::ScopeSpans {
            scope: Some(owned::Scope {
                name: "io.example.http.server".to_owned(),
                version: "1.32.0-rc.1".to_owned(),
            }),
            spans: spans.by_ref().take(100).collect(),
            schema_url: String::new(),
        });
        resource_spans.push(owned::ResourceSpans {
            resource: Some(owned::Resource {
                attributes: vec![
                    attribute("service.name", Value::StringValue("checkout".to_owned())),
                    attribute("service.version", Value::StringValue("2026.7.1".to_owned())),
                    attribute("process.pid", Value::IntValue(4711)),
                ],
                dropped_attributes_count: 0,
            }),
            scope_spans: scope_spans.collect(),
            schema_url: "https://opentelemetry.io/schemas/1.30.0".to_owned(),
        });
    }
    owned::Trace { resource_spans }
}

fn span(rng: &mut Rng) -> owned::Span {
    let start = 1_760_000_000_000_000_000 + rng.u64(..86_400_000_000_000);
    let route = format!("/api/{}/{{id}}", words(rng, 1));
    owned::Span {
        trace_id: Blob(bytes(rng, 16)),
        span_id: Blob(bytes(rng, 8)),
        trace_state: maybe(rng, 10, |_| "congo=t61rcWkgMzE".to_owned()).unwrap_or_default(),
        parent_span_id: Blob(maybe(rng, 80, |rng| bytes(rng, 8)).unwrap_or_default()),
        name: format!("{} {route}", pick(rng, &["GET", "POST", "PUT"])),
        kind: match rng.u32(..4) {
            0 => Kind::Internal,
            1 => Kind::Server,
            2 => Kind::Client,
            _ => Kind::Consumer,
        },
        start_time_unix_nano: start,
        end_time_unix_nano: start + small(rng, 30),
        attributes: (0..rng.usize(3..9)).map(|_| any_attribute(rng)).collect(),
        dropped_attributes_count: 0,
        events: (0..rng.usize(..3)).map(|_| event(rng, start)).collect(),
        dropped_events_count: rng.u32(..8) / 7,
        links: maybe(rng, 15, link).into_iter().collect(),
        dropped_links_count: 0,
        status: maybe(rng, 70, state),
        flags: 0x101,
    }
}

fn event(rng: &mut Rng, start: u64) -> owned::Event {
    owned::Event {
        time_unix_nano: start + small(rng, 28),
        name: pick(rng, &["exception", "message", "cache.miss"]).to_owned(),
        attributes: (0..rng.usize(..4)).map(|_| any_attribute(rng)).collect(),
    }
}

fn link(rng: &mut Rng) -> owned::Link {
    owned::Link {
        trace_id: Blob(bytes(rng, 16)),
        span_id: Blob(bytes(rng, 8)),
    }
}

fn state(rng: &mut Rng) -> owned::State {
    let failed = rng.u32(..10) == 0;
    owned::State {
        message: if failed {
            format!("deadline \"{}\" exceeded", words(rng, 2))
        } else {
            String::new()
        },
        code: if failed { Code::Error } else { Code::Ok },
    }
}

fn attribute(key: &str, value: Value) -> owned::KeyValue {
    owned::KeyValue {
        key: key.to_owned(),
        value: Some(owned::AnyValue { value: Some(value) }),
    }
}

fn any_attribute(rng: &mut Rng) -> owned::KeyValue {
    let count = rng.usize(1..5);
    match rng.u32(..10) {
        0..=3 => attribute(
            pick(
                rng,
                &[
                    "http.request.method",
                    "http.route",
                    "server.address",
                    "db.query.text",
                    "user_agent.original",
                ],
            ),
            Value::StringValue(words(rng, count)),
        ),
        4 | 5 => attribute(
            pick(
                rng,
                &["http.response.status_code", "server.port", "thread.id"],
            ),
            Value::IntValue(small(rng, 20).cast_signed()),
        ),
        6 => attribute("error", Value::BoolValue(rng.bool())),
        7 => attribute("sampling.ratio", Value::DoubleValue(rng.f64())),
        8 => attribute(
            "messaging.message.id",
            Value::BytesValue(Blob(bytes(rng, 12))),
        ),
        _ => attribute(
            "process.command_args",
            Value::ArrayValue(owned::ArrayValue {
                values: (0..count)
                    .map(|_| owned::AnyValue {
                        value: Some(Value::StringValue(words(rng, 1))),
                    })
                    .collect(),
            }),
        ),
    }
}
