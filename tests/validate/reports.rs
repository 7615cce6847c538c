//! What a caller may ask of a report: the first violation, the values, another language, the value all the same.

use std::time::{Duration, SystemTime};

use everwire::dynamic::Dynamic;
use everwire::validate::{Context, FieldValue, Literal, RuleValue};
use everwire::wkt::Timestamp;
use everwire::{Codec, DecodeOwned, Options, Registry, Violation, Wire, json};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Line {
    #[codec(1, min_len = 2)]
    sku: String,
    #[codec(2, gt = 0, lte = 99)]
    units: u32,
    #[codec(3, max_items = 1, items(in("red", "blue")))]
    colors: Vec<String>,
    #[codec(4, rule(required))]
    price: Option<f64>,
    #[codec(5, prefix = "\x01")]
    token: Vec<u8>,
}

fn bad() -> Line {
    Line {
        sku: "A".into(),
        units: 100,
        colors: vec!["red".into(), "green".into()],
        price: None,
        token: vec![2, 255],
    }
}

fn ids(all: &[Violation]) -> Vec<&str> {
    all.iter().map(|one| &*one.rule_id).collect()
}

#[test]
fn all_are_listed_or_the_first() {
    let all = [
        "string.min_len",
        "uint32.gt_lte",
        "repeated.max_items",
        "string.in",
        "required",
        "bytes.prefix",
    ];
    assert_eq!(ids(&bad().validate().unwrap_err()), all);
    let first = Options::new().first_violation(true);
    assert_eq!(ids(&first.validate_value(&bad()).unwrap_err()), all[..1]);
    for wire in Wire::ALL {
        let bytes = wire.encode(&bad()).unwrap();
        let error = first.decode::<Line>(wire, &bytes).unwrap_err();
        assert_eq!(ids(error.violations().unwrap()), all[..1], "{wire}");
        let error = first
            .validate_on_encode(true)
            .encode(wire, &bad())
            .unwrap_err();
        assert_eq!(ids(error.violations().unwrap()), all[..1], "{wire}");
        let (value, found) = first.decode_reporting::<Line>(wire, &bytes).unwrap();
        assert_eq!((value, ids(&found)), (bad(), all[..1].to_vec()), "{wire}");
    }
}

#[test]
fn a_value_that_breaks_rules_can_be_had_with_them() {
    let options = Options::new();
    for wire in Wire::ALL {
        let bytes = wire.encode(&bad()).unwrap();
        let (value, found) = options.decode_reporting::<Line>(wire, &bytes).unwrap();
        assert_eq!((value, found.len()), (bad(), 6), "{wire}");
        let fine = Line {
            sku: "AA".into(),
            units: 1,
            colors: vec![],
            price: Some(1.0),
            token: vec![1],
        };
        let bytes = wire.encode(&fine).unwrap();
        let (value, found) = options.decode_reporting::<Line>(wire, &bytes).unwrap();
        assert_eq!((value, found.len()), (fine, 0), "{wire}");
        let cut = &bytes[..bytes.len() - 1];
        let error = options.decode_reporting::<Line>(wire, cut).unwrap_err();
        assert!(!error.is_validation(), "{wire}: {error}");
    }
    let error = options
        .decode_reporting::<Line>(Wire::Json, b"[")
        .unwrap_err();
    assert!(error.is_truncated() || error.is_type_mismatch(), "{error}");
}

#[test]
fn values_are_kept_where_that_is_asked_for() {
    assert!(
        bad()
            .validate()
            .unwrap_err()
            .iter()
            .all(|one| one.value().is_none())
    );
    let all = Options::new()
        .keep_values(true)
        .validate_value(&bad())
        .unwrap_err();
    let values: Vec<_> = all.iter().map(|one| one.value().cloned()).collect();
    assert_eq!(
        values,
        [
            Some(FieldValue::Str("A".into())),
            Some(FieldValue::Uint(100)),
            Some(FieldValue::Count(2)),
            Some(FieldValue::Str("green".into())),
            None,
            Some(FieldValue::Bytes(vec![2, 255])),
        ]
    );
    let shown: Vec<_> = all.iter().map(|one| one.fill("{value}")).collect();
    assert_eq!(shown, ["A", "100", "2", "green", "{value}", "02ff"]);
}

#[test]
fn messages_can_say_what_rules_compare_with() {
    let mut all = bad().validate().unwrap_err();
    assert_eq!(
        all[1].rule_value("lte"),
        Some(RuleValue::One(Literal::Int(99)))
    );
    assert_eq!(all[0].rule_value("lte"), None);
    assert_eq!(
        all[3].rule_value("in"),
        Some(RuleValue::Any(&[Literal::Str("red"), Literal::Str("blue")]))
    );
    let french = |id: &str| {
        Some(match id {
            "string.min_len" => "au moins {min_len} caractères",
            "uint32.gt_lte" => "entre {gt} et {lte}",
            "string.in" => "une couleur : {in}",
            "repeated.max_items" => "au plus {max_items}",
            "required" => "manque",
            _ => return None,
        })
    };
    all.translate(|one| french(&one.rule_id).map(|text| one.fill(text)));
    assert_eq!(
        all.to_string(),
        "sku: au moins 2 caractères (string.min_len)\n\
         units: entre 0 et 99 (uint32.gt_lte)\n\
         colors: au plus 1 (repeated.max_items)\n\
         colors[1]: une couleur : red, blue (string.in)\n\
         price: manque (required)\n\
         token: must start with 0x01 (bytes.prefix)"
    );
}

struct Sold(Vec<&'static str>);

#[allow(
    clippy::ptr_arg,
    reason = "a hook takes a reference to the type of its field"
)]
fn is_sold(sku: &String, context: &Context) -> Result<(), Violation> {
    match context.require::<Sold>()?.0.contains(&sku.as_str()) {
        true => Ok(()),
        false => {
            Err(Violation::new("sku.sold", "must be sold").with_value(FieldValue::Str(sku.clone())))
        }
    }
}

fn is_cheap(item: &Item, context: &Context<'_>) -> Result<(), Violation> {
    match context.get::<Sold>().is_none_or(|sold| sold.0.len() > 1) || item.price < 5 {
        true => Ok(()),
        false => Err(Violation::new("item.cheap", "must be cheap").at("price")),
    }
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(validate = is_cheap)]
struct Item {
    #[codec(1, validate = is_sold)]
    sku: String,
    #[codec(2)]
    price: u32,
    #[codec(3)]
    parts: Vec<Item>,
}

#[test]
fn hooks_are_given_what_the_caller_gives() {
    let item = |sku: &str, price| Item {
        sku: sku.into(),
        price,
        parts: vec![],
    };
    let sold = Sold(vec!["tea"]);
    let options = Options::new().context(&sold);
    let nested = Item {
        parts: vec![item("tea", 9), item("coffee", 1)],
        ..item("tea", 1)
    };
    let lines = "parts[0].price: must be cheap (item.cheap)\nparts[1].sku: must be sold (sku.sold)";
    assert_eq!(
        options.validate_value(&nested).unwrap_err().to_string(),
        lines
    );
    assert!(options.validate_value(&item("tea", 1)).is_ok());
    let mut registry = Registry::new();
    registry.register::<Item>().unwrap();
    for wire in Wire::ALL {
        let bytes = wire.encode(&nested).unwrap();
        let error = options.decode::<Item>(wire, &bytes).unwrap_err();
        assert_eq!(error.to_string(), lines, "{wire}");
        let strict = options.validate_on_encode(true);
        assert_eq!(strict.encode(wire, &nested).unwrap_err().to_string(), lines);
        assert!(strict.encode(wire, &item("tea", 1)).is_ok());
        let bytes = wire.encode(&item("tea", 1)).unwrap();
        assert!(options.decode::<Item>(wire, &bytes).is_ok(), "{wire}");
        let entry = registry.entry::<Item>(wire, &bytes);
        assert!(entry.validate_with(&options).is_ok());
        assert!(entry.validate().is_err());
        assert!(wire.decode::<Item>(&bytes).unwrap_err().is_validation());
    }
    let error = item("tea", 1).validate().unwrap_err();
    assert_eq!(
        error.to_string(),
        "sku: cannot be checked without a context of the type `validate::reports::Sold`: help: give it with `Options::context` \
         (context.missing)"
    );
    let strict = json::Emit::new().options(&options.validate_on_encode(true));
    assert!(strict.to_string(&item("tea", 1)).is_ok());
    assert!(strict.to_string(&nested).is_err());
}

/// A value whose type is not known.
trait Known {
    fn entry<T: Codec + DecodeOwned + 'static>(
        &self,
        wire: Wire,
        bytes: &[u8],
    ) -> Box<dyn everwire::Message>;
}

impl Known for Registry {
    fn entry<T: Codec + DecodeOwned + 'static>(
        &self,
        wire: Wire,
        bytes: &[u8],
    ) -> Box<dyn everwire::Message> {
        let name = T::SCHEMA.full_name();
        let options = Options::new().validate(false);
        self.get(&name)
            .unwrap()
            .decode_with(&options, wire, bytes)
            .unwrap()
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Times {
    #[codec(1, lt_now)]
    past: SystemTime,
    #[codec(2, gt_now)]
    future: SystemTime,
    #[codec(3, within = "10s")]
    near: Option<SystemTime>,
    #[codec(4, validate = is_recent)]
    seen: u64,
}

fn is_recent(seen: &u64, context: &Context) -> Result<(), Violation> {
    let now = context.now().map_or(0, |now| now.seconds.unsigned_abs());
    match seen.abs_diff(now) <= 1 {
        true => Ok(()),
        false => Err(Violation::new("times.seen", "must be recent")),
    }
}

#[test]
fn the_clock_is_the_callers() {
    let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    let times = Times {
        past: at(99),
        future: at(101),
        near: Some(at(110)),
        seen: 100,
    };
    let now = |seconds| Options::new().now(Timestamp { seconds, nanos: 0 });
    for (seconds, expected) in [
        (100, &[][..]),
        (98, &["timestamp.lt_now", "timestamp.within", "times.seen"]),
        (102, &["timestamp.gt_now", "times.seen"]),
        (121, &["timestamp.gt_now", "timestamp.within", "times.seen"]),
    ] {
        let found = now(seconds)
            .validate_value(&times)
            .map_or_else(|all| all, |()| Default::default());
        assert_eq!(ids(&found), expected, "{seconds}");
        for wire in Wire::ALL {
            let bytes = wire.encode(&times).unwrap();
            let (_, found) = now(seconds)
                .decode_reporting::<Times>(wire, &bytes)
                .unwrap();
            assert_eq!(ids(&found), expected, "{wire} {seconds}");
            let off = Options::new().validate(false);
            let dynamic = Dynamic::decode_with(Times::SCHEMA, wire, &bytes, &off).unwrap();
            let found = now(seconds)
                .validate_value(&dynamic)
                .map_or_else(|all| all, |()| Default::default());
            let known: Vec<_> = expected
                .iter()
                .filter(|id| **id != "times.seen")
                .copied()
                .collect();
            assert_eq!(
                ids(&found),
                known,
                "{wire} {seconds}: hooks are functions of a program"
            );
        }
    }
    assert_eq!(
        ids(&times.validate().unwrap_err()),
        ["timestamp.gt_now", "timestamp.within", "times.seen"]
    );
}
