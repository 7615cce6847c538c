//! What a program sends to a collector.

mod support;

use edition_2024::opentelemetry::opentelemetry::proto;
use everwire::{Wire, json};
use proto::collector::{metrics, trace::v1::ExportTraceServiceRequest};
use proto::common::v1::{AnyValue, ArrayValue, InstrumentationScope, KeyValue, any_value};
use proto::resource::v1::Resource;
use proto::trace::v1::{ResourceSpans, ScopeSpans, Span, Status, span, status};
use support::{every_field_survives, survives};

fn attribute(key: &str, value: any_value::Value) -> KeyValue {
    let value = any(value);
    KeyValue {
        key: key.to_owned(),
        value: Some(value),
        ..Default::default()
    }
}

fn any(value: any_value::Value) -> AnyValue {
    AnyValue {
        value: Some(value),
        ..Default::default()
    }
}

fn request() -> ExportTraceServiceRequest {
    let ports = vec![
        any(any_value::Value::IntValue(443)),
        any(any_value::Value::IntValue(-1)),
    ];
    let ports = ArrayValue {
        values: ports,
        ..Default::default()
    };
    let checkout = Span {
        trace_id: (0..16).collect(),
        span_id: (0..8).collect(),
        name: "POST /checkout".to_owned(),
        kind: span::SpanKind::Server,
        start_time_unix_nano: 1_758_000_000_123_456_789,
        end_time_unix_nano: u64::MAX,
        attributes: vec![
            attribute(
                "http.route",
                any_value::Value::StringValue("/checkout".to_owned()),
            ),
            attribute("net.ports", any_value::Value::ArrayValue(ports)),
            attribute("ratio", any_value::Value::DoubleValue(0.1)),
            attribute("retry", any_value::Value::BoolValue(false)),
        ],
        events: vec![span::Event {
            time_unix_nano: 1,
            name: "paid".to_owned(),
            ..Default::default()
        }],
        status: Some(Status {
            code: status::StatusCode::Error,
            message: "zu spät".to_owned(),
            ..Default::default()
        }),
        flags: 0x101,
        ..Default::default()
    };
    let resource = Resource {
        attributes: vec![attribute(
            "service.name",
            any_value::Value::StringValue("shop".to_owned()),
        )],
        ..Default::default()
    };
    let spans = ScopeSpans {
        scope: Some(InstrumentationScope {
            name: "shop".to_owned(),
            version: "1".to_owned(),
            ..Default::default()
        }),
        spans: vec![checkout, Span::default()],
        ..Default::default()
    };
    ExportTraceServiceRequest {
        resource_spans: vec![ResourceSpans {
            resource: Some(resource),
            scope_spans: vec![spans],
            ..Default::default()
        }],
        ..Default::default()
    }
}

#[test]
fn a_trace_survives_every_wire() {
    let request = request();
    survives(&request);
    let text = json::to_string(&request).unwrap();
    assert!(text.starts_with(r#"{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]}"#));
    assert!(
        text.contains(r#""startTimeUnixNano":"1758000000123456789""#),
        "{text}"
    );
    assert!(text.contains(r#""kind":"SPAN_KIND_SERVER""#), "{text}");
    let bytes = Wire::MsgPack.encode(&request).unwrap();
    assert_eq!(bytes[..4], [0x91, 0x91, 0x93, 0x93]);
}

#[test]
fn every_field_survives_every_wire() {
    every_field_survives::<ExportTraceServiceRequest>();
    every_field_survives::<metrics::v1::ExportMetricsServiceRequest>();
}
