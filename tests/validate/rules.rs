//! Which rules there are for which types, and where they stand.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use everwire::{Codec, Violation};

use super::breaks;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Order {
    #[codec(1, min_len = 1, max_len = 4)]
    customer: String,
    #[codec(2, gt = 0, lte = 100)]
    count: u32,
    #[codec(3, min_items = 1, max_items = 2, unique)]
    codes: Vec<String>,
    #[codec(4)]
    lines: Vec<Line>,
    #[codec(5)]
    main: Option<Line>,
    #[codec(6, max_pairs = 2, keys(min_len = 1), values(gte = 0))]
    stock: BTreeMap<String, i64>,
    #[codec(7)]
    named: BTreeMap<String, Line>,
    #[codec(oneof(8, 9, 10))]
    event: Option<Event>,
    #[codec(11, max_len = 2)]
    token: Vec<u8>,
    #[codec(12, gt = 3, lt = 9)]
    note: Option<i32>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Line {
    #[codec(1, pattern = "^[A-Z]-[0-9]+$")]
    sku: String,
    #[codec(2, items(lt = 10.0, finite))]
    prices: Vec<f64>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Event {
    #[codec(8)]
    Placed(Line),
    #[codec(9, gte = 5)]
    Count(u32),
    #[codec(10)]
    Cancelled {
        #[codec(1, min_len = 2)]
        why: String,
    },
}

fn line() -> Line {
    Line {
        sku: "A-1".into(),
        prices: vec![1.5],
    }
}

fn order() -> Order {
    Order {
        customer: "Ann".into(),
        count: 1,
        codes: vec!["x".into()],
        lines: vec![line()],
        main: Some(line()),
        stock: BTreeMap::from([("a".into(), 0)]),
        named: BTreeMap::from([("l".into(), line())]),
        event: Some(Event::Count(5)),
        token: vec![1],
        note: Some(4),
    }
}

#[test]
fn a_valid_message_breaks_nothing() {
    breaks(&order(), &[]);
    breaks(
        &Order {
            main: None,
            event: None,
            note: None,
            ..order()
        },
        &[],
    );
}

#[test]
fn all_violations_come_back_at_once_in_the_order_of_the_fields() {
    let bad = Line {
        sku: "a1".into(),
        prices: vec![1.0, 10.0, f64::INFINITY],
    };
    let broken = Order {
        customer: "größer".into(),
        count: 0,
        codes: vec!["x".into(), "y".into(), "x".into()],
        lines: vec![line(), bad.clone()],
        main: Some(Line {
            sku: String::new(),
            prices: vec![],
        }),
        stock: BTreeMap::from([("".into(), 1), ("a".into(), -1), ("b".into(), 0)]),
        named: BTreeMap::from([("k\"".into(), bad)]),
        event: Some(Event::Cancelled { why: "x".into() }),
        token: vec![0; 3],
        note: Some(9),
    };
    breaks(
        &broken,
        &[
            "customer: string.max_len",
            "count: uint32.gt_lte",
            "codes: repeated.unique",
            "codes: repeated.max_items",
            "lines[1].sku: string.pattern",
            "lines[1].prices[1]: double.lt",
            "lines[1].prices[2]: double.lt",
            "lines[1].prices[2]: double.finite",
            "main.sku: string.pattern",
            "stock: map.max_pairs",
            "!stock[\"\"]: string.min_len",
            "stock[\"a\"]: int64.gte",
            "named[\"k\\\"\"].sku: string.pattern",
            "named[\"k\\\"\"].prices[1]: double.lt",
            "named[\"k\\\"\"].prices[2]: double.lt",
            "named[\"k\\\"\"].prices[2]: double.finite",
            "Cancelled.why: string.min_len",
            "token: bytes.max_len",
            "note: int32.gt_lt",
        ],
    );
}

#[test]
fn a_variant_has_its_own_rules_and_its_payloads() {
    breaks(
        &Order {
            event: Some(Event::Count(4)),
            ..order()
        },
        &["Count: uint32.gte"],
    );
    let placed = Event::Placed(Line {
        sku: "?".into(),
        prices: vec![],
    });
    breaks(
        &Order {
            event: Some(placed),
            ..order()
        },
        &["Placed.sku: string.pattern"],
    );
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Status {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Asked {
    #[codec(1, rule(required))]
    name: Option<String>,
    #[codec(oneof(2, 3), rule(required))]
    choice: Option<Choice>,
    #[codec(4, defined_only)]
    status: Status,
    #[codec(5, items(defined_only))]
    statuses: Vec<Status>,
    #[codec(6, not_in(0))]
    never_draft: Option<Status>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Choice {
    #[codec(2)]
    Left(u32),
    #[codec(3)]
    Right(String),
}

#[test]
fn required_fields_oneofs_and_defined_values() {
    let asked = Asked {
        name: Some("a".into()),
        choice: Some(Choice::Left(0)),
        ..Asked::default()
    };
    breaks(&asked, &[]);
    breaks(
        &Asked {
            choice: Some(Choice::Right(String::new())),
            ..asked.clone()
        },
        &[],
    );
    breaks(
        &Asked {
            name: None,
            ..asked.clone()
        },
        &["name: required"],
    );
    breaks(
        &Asked {
            choice: None,
            ..asked.clone()
        },
        &["choice: required"],
    );
    breaks(
        &Asked {
            status: Status::Other(7),
            ..asked.clone()
        },
        &["status: enum.defined_only"],
    );
    let statuses = vec![Status::Paid, Status::Other(9)];
    breaks(
        &Asked {
            statuses,
            ..asked.clone()
        },
        &["statuses[1]: enum.defined_only"],
    );
    breaks(
        &Asked {
            never_draft: Some(Status::Draft),
            ..asked
        },
        &["never_draft: enum.not_in"],
    );
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Times {
    #[codec(1, gte = "1s", lt = "3600s")]
    span: Duration,
    #[codec(2, gt = "2024-01-01T00:00:00Z")]
    when: SystemTime,
    #[codec(3, in("1s", "2s"))]
    pause: Option<Duration>,
}

#[test]
fn durations_and_points_in_time_are_compared() {
    let since = |secs| SystemTime::UNIX_EPOCH + Duration::from_secs(secs);
    let times = Times {
        span: Duration::from_secs(1),
        when: since(1_800_000_000),
        pause: None,
    };
    breaks(&times, &[]);
    breaks(
        &Times {
            span: Duration::from_millis(999),
            ..times.clone()
        },
        &["span: duration.gte_lt"],
    );
    breaks(
        &Times {
            span: Duration::from_secs(3600),
            ..times.clone()
        },
        &["span: duration.gte_lt"],
    );
    breaks(
        &Times {
            when: since(1_704_067_200),
            ..times.clone()
        },
        &["when: timestamp.gt"],
    );
    breaks(
        &Times {
            pause: Some(Duration::from_secs(3)),
            ..times
        },
        &["pause: duration.in"],
    );
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Texts {
    #[codec(1, email)]
    email: Option<String>,
    #[codec(2, uuid)]
    uuid: Option<String>,
    #[codec(3, ipv4)]
    ip: Option<String>,
    #[codec(4, uri)]
    uri: Option<String>,
    #[codec(5, hostname)]
    host: Option<String>,
    #[codec(6, prefix = "a", suffix = "z", contains = "m", not_contains = "q")]
    parts: Option<String>,
    #[codec(7, max_bytes = 3)]
    short: Option<String>,
    #[codec(8, pattern = "^[\\x00-\\x7f]*$")]
    bytes: Option<Vec<u8>>,
    #[codec(9, in("red", "green"))]
    colour: Option<String>,
}

#[test]
fn texts_are_what_their_rules_say() {
    let some = |text: &str| Some(text.to_owned());
    let texts = Texts {
        email: some("a@example.com"),
        uuid: some("123e4567-e89b-12d3-a456-426614174000"),
        ip: some("127.0.0.1"),
        uri: some("https://example.com/?q"),
        host: some("example.com"),
        parts: some("a m z"),
        short: some("abc"),
        bytes: Some(b"ascii".to_vec()),
        colour: some("red"),
    };
    breaks(&texts, &[]);
    breaks(&Texts::default(), &[]);
    let broken = Texts {
        email: some("a"),
        uuid: some("123e4567"),
        ip: some("::1"),
        uri: some("no uri"),
        host: some("-x-"),
        parts: some("q"),
        short: some("äö"),
        bytes: Some(vec![255]),
        colour: some("blue"),
    };
    breaks(
        &broken,
        &[
            "email: string.email",
            "uuid: string.uuid",
            "ip: string.ipv4",
            "uri: string.uri",
            "host: string.hostname",
            "parts: string.prefix",
            "parts: string.suffix",
            "parts: string.contains",
            "parts: string.not_contains",
            "short: string.max_bytes",
            "bytes: bytes.pattern",
            "colour: string.in",
        ],
    );
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(validate = adds_up)]
struct Sum {
    #[codec(1, validate = even)]
    a: u32,
    #[codec(2)]
    b: u32,
    #[codec(3)]
    parts: Vec<Sum>,
}

fn adds_up(sum: &Sum) -> Result<(), Violation> {
    let parts: u32 = sum.parts.iter().map(|part| part.a).sum();
    if sum.parts.is_empty() || parts == sum.b {
        Ok(())
    } else {
        Err(Violation::new("sum.parts", "must be the sum of the parts").at("b"))
    }
}

fn even(a: &u32) -> Result<(), Violation> {
    if a.is_multiple_of(2) {
        Ok(())
    } else {
        Err(Violation::new("sum.even", "must be even"))
    }
}

#[test]
fn hooks_are_told_where_they_stand() {
    let part = |a| Sum {
        a,
        ..Sum::default()
    };
    breaks(
        &Sum {
            a: 2,
            b: 6,
            parts: vec![part(2), part(4)],
        },
        &[],
    );
    let inner = Sum {
        a: 3,
        b: 1,
        parts: vec![part(4)],
    };
    let found = Sum {
        a: 1,
        b: 9,
        parts: vec![part(5), inner],
    }
    .validate()
    .unwrap_err();
    let mut listed = super::listed(&found);
    listed.sort();
    assert_eq!(
        listed,
        [
            "a: sum.even",
            "b: sum.parts",
            "parts[0].a: sum.even",
            "parts[1].a: sum.even",
            "parts[1].b: sum.parts"
        ]
    );
}

#[test]
fn the_text_of_a_violation_says_what_the_value_must_be() {
    let error = everwire::json::from_str::<Order>(
        r#"{"customer":"","count":1,"codes":["x"],"stock":{"":1},"named":{"k":{"sku":"x"}}}"#,
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "customer: must have at least 1 character (string.min_len)\n\
         stock[\"\"]: the key must have at least 1 character (string.min_len)\n\
         named[\"k\"].sku: must match the pattern `^[A-Z]-[0-9]+$` (string.pattern)"
    );
    assert_eq!(
        (error.wire(), error.violations().unwrap()[2].path.as_str()),
        (None, "named[\"k\"].sku")
    );
}
