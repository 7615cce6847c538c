//! Bytes as base64 (RFC 4648, section 4), whose length follows from that of the text and its padding.

use serde_json::json;

use super::{Object, object};

const FOUR: &str = "(?:[A-Za-z0-9+/]{4})";
const ONE: &str = "[A-Za-z0-9+/][AQgw]==";
const TWO: &str = "[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=";

/// The most groups that a pattern counts; validators refuse patterns that are too large.
const MOST: u64 = 400;

/// Bytes of a length within bounds, both included.
pub(super) fn of(least: u64, most: Option<u64>) -> Object {
    let mut schema = object(json!({ "type": "string", "contentEncoding": "base64" }));
    let is_counted = least / 3 <= MOST && most.is_none_or(|most| most / 3 <= MOST);
    let (low, high) = match is_counted {
        true => (least, most),
        false => (0, None),
    };
    let alternatives: Vec<String> = [("", 0), (ONE, 1), (TWO, 2)]
        .iter()
        .filter_map(|(rest, len)| {
            let first = low.saturating_sub(*len).div_ceil(3);
            let last = match high {
                Some(high) => Some(high.checked_sub(*len)? / 3),
                None => None,
            };
            if last.is_some_and(|last| last < first) {
                return None;
            }
            let count = match last {
                Some(last) if last == first => format!("{{{first}}}"),
                Some(last) => format!("{{{first},{last}}}"),
                None if first == 0 => "*".to_owned(),
                None => format!("{{{first},}}"),
            };
            Some(format!("{FOUR}{count}{rest}"))
        })
        .collect();
    schema.insert(
        "pattern".into(),
        format!("^(?:{})$", alternatives.join("|")).into(),
    );
    if !is_counted {
        schema.insert("minLength".into(), (least.div_ceil(3) * 4).into());
        if let Some(most) = most {
            schema.insert("maxLength".into(), (most.div_ceil(3) * 4).into());
        }
    }
    schema
}

/// The text of bytes.
pub(super) fn base64(bytes: &[u8]) -> String {
    let text = everwire::json::to_string(&bytes.to_vec()).unwrap_or_default();
    text.trim_matches('"').to_owned()
}
