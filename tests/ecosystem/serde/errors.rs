//! Errors have a path, and say what the format says of where they are.

use crate::types::{Event, Line, Numbers, Order};

#[track_caller]
fn fails<T: serde::de::DeserializeOwned>(text: &str, expected: &str) {
    let error = serde_json::from_str::<T>(text)
        .err()
        .map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some(expected));
}

#[test]
fn of_json() {
    fails::<Order>(
        r#"{"id": 1, "lines": [{"sku": "A"}, {"sku": 7}]}"#,
        "Order.lines[1].sku: invalid type: integer `7`, expected text at line 1 column 43",
    );
    fails::<Order>(
        r#"{"counts": {"1": [true, 2]}}"#,
        "Order.counts[\"1\"][1]: invalid type: integer `2`, expected a boolean at line 1 column 25",
    );
    fails::<Numbers>(
        r#"{"u8": 256}"#,
        "Numbers.u8: the number does not fit `u8` at line 1 column 11",
    );
    fails::<Event>(
        r#"{"Moved": {"x": "a"}}"#,
        "Event.Moved.x: invalid type: string \"a\", expected an integer at line 1 column 19",
    );
    fails::<Order>(
        r#"{"id": 1, "id": 2}"#,
        "Order.id: the field is given twice at line 1 column 16",
    );
    fails::<Order>(
        r#"{"Voucher": "", "Cash": 1}"#,
        "Order.Cash: another variant of the same oneof is set already at line 1 column 24",
    );
    fails::<Event>(r#"{"New": 1}"#, "Event: the enum has no value `New`");
}

#[test]
fn of_rules() {
    fails::<Line>(
        r#"{"sku": ""}"#,
        "sku: must have at least 1 character (string.min_len)",
    );
}

#[test]
fn of_toml() {
    let error = toml::from_str::<Order>("id = 1\n[[lines]]\nsku = true\n").unwrap_err();
    let told = "TOML parse error at line 2, column 1\n  |\n2 | [[lines]]\n  | ^^^^^^^^^\n\
                Order.lines[0].sku: invalid type: boolean `true`, expected text\n";
    assert_eq!(error.to_string(), told);
}

#[test]
fn of_yaml() {
    let error = serde_saphyr::from_str::<Order>("id: 1\nlines:\n- sku: [1]\n").unwrap_err();
    let told = "Order.lines[0].sku: expected string scalar at line 3, column 8";
    assert_eq!(error.to_string(), told);
}

#[test]
fn deep_values_are_refused() {
    let mut event = Event::Opened;
    for _ in 0..200 {
        event = Event::Nested(Box::new(event));
    }
    let error = serde_json::to_string(&event).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the limit `depth` of 100 is reached; raise it with `Options::limits`"
    );
    let text = format!(
        "{}\"Opened\"{}",
        "{\"Nested\":".repeat(110),
        "}".repeat(110)
    );
    let error = serde_json::from_str::<Event>(&text)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("the limit `depth` of 100 is reached"),
        "{error}"
    );
}
