//! Documents that differ in one place from one that a writer wrote.

use everwire::Schema;
use everwire::dynamic::{Definition, Dynamic, Member, Shape, Types, What};
use everwire::{Options, Wire};
use everwire_codegen::prove;
use serde_json::{Map, Value, json};

/// What takes the place of each part.
fn others() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(7),
        json!(300),
        json!(70_000),
        json!(5_000_000_000_u64),
        json!(1.5),
        json!(1e300),
        json!(""),
        json!("x"),
        json!("xyzabc"),
        json!("12"),
        json!("-3"),
        json!("NaN"),
        json!("Draft"),
        json!("AQI="),
        json!("1s"),
        json!("-1.5s"),
        json!("2026-02-03T04:05:06Z"),
        json!("2026-02-30T04:05:06Z"),
        json!("0000-01-01T00:00:00Z"),
        json!("99999999999999999999"),
        json!("99999999999999999999s"),
        json!("999999999999s"),
        json!("00000000-0000-0000-0000-000000000000"),
        json!("67e55044-10b1-426f-9247-bb680e5fe0c8"),
        json!("67e55044-10b1-426f-9247-bb680e5fe0c"),
        json!("k1"),
        json!("A-1!"),
        json!("\u{e9}\u{e9}\u{e9}"),
        json!([]),
        json!([1]),
        json!({}),
        json!({ "x": 1 }),
    ]
}

/// All documents that differ from one in one place.
pub fn all(document: &Value) -> Vec<Value> {
    let mut changed = others();
    match document {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate().take(3) {
                for other in all(item) {
                    let mut items = items.clone();
                    items[index] = other;
                    changed.push(Value::Array(items));
                }
            }
            let mut shorter = items.clone();
            if shorter.pop().is_some() {
                changed.push(Value::Array(shorter));
            }
            let mut longer = items.clone();
            longer.extend(items.first().cloned());
            changed.push(Value::Array(longer));
        }
        Value::Object(members) => {
            for (name, member) in members {
                for other in all(member) {
                    let mut members = members.clone();
                    members.insert(name.clone(), other);
                    changed.push(Value::Object(members));
                }
                let mut without: Map<String, Value> = members.clone();
                without.remove(name);
                changed.push(Value::Object(without));
                let mut renamed = members.clone();
                renamed.remove(name);
                renamed.insert(format!("{name}x"), member.clone());
                changed.push(Value::Object(renamed));
            }
            let mut more = members.clone();
            more.insert("no such member".to_owned(), json!(1));
            changed.push(Value::Object(more));
        }
        _ => {}
    }
    changed
}

/// Objects that have each member of one or another of some, by a sequence that repeats with its seed.
pub fn mixed(documents: &[Value], count: usize) -> Vec<Value> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let objects: Vec<&Map<String, Value>> = documents.iter().filter_map(Value::as_object).collect();
    if objects.is_empty() {
        return Vec::new();
    }
    let mix = |_| {
        let mut mixed = objects[next(objects.len())].clone();
        for (name, member) in &mut mixed {
            if let Some(other) = objects[next(objects.len())].get(name) {
                *member = other.clone();
            }
        }
        Value::Object(mixed)
    };
    (0..count).map(mix).collect()
}

/// What a writer writes of an enum with data, as the root.
pub fn variants(schema: &'static Schema) -> Vec<Vec<u8>> {
    let mut all = Definition::all(schema);
    let held = Shape::Named(schema.full_name().into_owned());
    let mut holder = Definition::new(
        "holder",
        What::Message(vec![Member::new(1, "list", Shape::List(Box::new(held)))]),
    );
    holder.json = schema.json();
    all.push(holder);
    let types = Types::load(&all).unwrap();
    let holder = types.get("holder").unwrap();
    let mut documents = Vec::new();
    for (wire, bytes) in prove::samples(holder) {
        if wire != Wire::Json {
            continue;
        }
        let document: Value = serde_json::from_slice(&bytes).unwrap();
        let list = document.get("list").and_then(Value::as_array);
        for one in list.into_iter().flatten() {
            let text = one.to_string().into_bytes();
            if Dynamic::decode_with(schema, Wire::Json, &text, &Options::new()).is_ok() {
                documents.push(text);
            }
        }
    }
    documents
}
