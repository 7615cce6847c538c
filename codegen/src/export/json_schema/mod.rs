//! JSON Schemas (2020-12, <https://json-schema.org/draft/2020-12>): what the JSON of a type looks like, with its rules.
//!
//! 1. `value` says what a type is, `message` and `union` what declared types are, `known` those of google.protobuf;
//! 2. `rules` and `text` add what a valid value follows, `pattern` with regular expressions that ECMA 262 reads as RE2 does, `bytes` with the lengths
//!    of base64; `presence` finds by execution which members must be there for their rules to hold;
//! 3. each root is a document of its own, in the dialect that it writes.
//!
//! A document accepts all that a writer of its dialect writes, and is stricter than the readers, which take either dialect: names of enums
//! rather than numbers, one spelling of base64, numbers rather than strings of up to 32 bits. It rejects what readers reject, but for
//!
//! - integers beyond 64 bits at their very bounds, which most programs read as floats;
//! - what only a clock, a calendar or arithmetic tells: bounds of durations and of moments, the days of a month, bounds of
//!   integers in quotes;
//! - rules that JSON Schema has no word for: lengths in bytes of text, what bytes contain, patterns of RE2 that ECMA 262 reads otherwise, host
//!   and port; each is told in a `$comment`;
//! - the sign of a span of time, which those of other crates have and std's has not;
//! - what the text of an address, a date or a decimal of another crate is, which no definition tells: it is text;
//! - `format`, which validators check only when they are told to;
//! - members that come twice, by the same or by different names, and hooks.

mod bytes;
mod known;
mod message;
mod pattern;
mod presence;
mod rules;
mod text;
mod union;
mod value;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::{Definition, What};
use everwire::schema::Dialect;
use serde_json::{Map, Value, json};

use super::Exported;
use super::types::Types;

/// An object of a schema.
type Object = Map<String, Value>;

/// Writes the documents.
pub(super) fn write(types: &Types) -> Exported {
    let mut exported = Exported {
        left_out: types.left_out.clone(),
        ..Exported::default()
    };
    let mut seen = BTreeSet::new();
    for root in &types.roots {
        let Some(one) = types.all.get(root) else {
            continue;
        };
        if !types.is_asked && !is_root(types, &one.definition) {
            continue;
        }
        let document = Document {
            types,
            dialect: one.definition.json,
            open: RefCell::default(),
            left_out: RefCell::default(),
        };
        let text = document.write(root);
        exported.files.insert(path(root), text);
        exported.names.insert(root.clone(), root.clone());
        for what in document.left_out.into_inner() {
            if seen.insert(what.clone()) {
                exported.left_out.push(what);
            }
        }
    }
    exported
}

/// Whether a type is read and written by itself: a message or an enum with data, but for what its variants hold.
fn is_root(types: &Types, definition: &Definition) -> bool {
    let outer = definition
        .name
        .rsplit_once('.')
        .and_then(|(outer, _)| types.get(outer));
    let is_payload = outer.is_some_and(|outer| matches!(outer.what, What::Union(_)));
    !is_payload && !matches!(definition.what, What::Enum { .. })
}

/// The document of one root.
struct Document<'a> {
    types: &'a Types,
    dialect: Dialect,
    /// The types that are referred to, and those that are written.
    open: RefCell<BTreeMap<String, bool>>,
    left_out: RefCell<Vec<String>>,
}

impl Document<'_> {
    fn write(&self, root: &str) -> String {
        let mut document = self.declaration(root);
        let mut definitions = Object::new();
        self.open
            .borrow_mut()
            .entry(root.to_owned())
            .or_insert(false);
        let mut is_recursive = false;
        loop {
            let next = self
                .open
                .borrow()
                .iter()
                .find(|(_, is_done)| !**is_done)
                .map(|(name, _)| name.clone());
            let Some(name) = next else {
                break;
            };
            self.open.borrow_mut().insert(name.clone(), true);
            if name == root {
                continue;
            }
            let schema = self.declaration(&name);
            definitions.insert(name, Value::Object(schema));
        }
        let text = Value::Object(definitions.clone()).to_string()
            + &Value::Object(document.clone()).to_string();
        if text.contains(&format!("\"{}\"", reference(root))) {
            is_recursive = true;
        }
        if is_recursive {
            definitions.insert(root.to_owned(), Value::Object(document));
            document = Object::new();
            document.insert("$ref".into(), reference(root).into());
        }
        document.insert(
            "$schema".into(),
            "https://json-schema.org/draft/2020-12/schema".into(),
        );
        document.insert("$id".into(), path(root).into());
        if !definitions.is_empty() {
            document.insert("$defs".into(), Value::Object(definitions));
        }
        let mut text = serde_json::to_string_pretty(&Value::Object(document)).unwrap_or_default();
        text.push('\n');
        text
    }

    /// A declared type.
    fn declaration(&self, name: &str) -> Object {
        let Some(one) = self.types.all.get(name) else {
            return Object::new();
        };
        let definition = &one.definition;
        let mut schema = match &definition.what {
            What::Message(_) => self.message(one),
            What::Union(members) => self.union(one, members),
            What::Enum { values, open } => self.enumeration(values, *open),
            _ => Object::new(),
        };
        schema.insert("title".into(), own_name(definition).into());
        let docs = docs(&one.notes.docs);
        if !docs.is_empty() {
            schema.insert("description".into(), docs.into());
        }
        if one.notes.is_deprecated {
            schema.insert("deprecated".into(), true.into());
        }
        schema
    }

    /// Notes what cannot be said of a value, in its schema and beside the document.
    fn leave_out(&self, of: &str, what: &str, schema: &mut Object) {
        let told = schema.get("$comment").and_then(Value::as_str);
        let told = match told {
            Some(before) => format!("{before}; {what}"),
            None => format!("not said here: {what}"),
        };
        schema.insert("$comment".into(), told.into());
        self.left_out.borrow_mut().push(format!("{of}: {what}"));
    }
}

/// The path of a document.
fn path(root: &str) -> String {
    let safe = |letter: char| match letter {
        '<' | '>' | ',' => '_',
        letter => letter,
    };
    format!("{}.schema.json", root.chars().map(safe).collect::<String>())
}

/// A reference to a declared type (RFC 3986 and RFC 6901).
fn reference(name: &str) -> String {
    let mut text = String::from("#/$defs/");
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' => {
                text.push(char::from(byte));
            }
            byte => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

fn own_name(definition: &Definition) -> String {
    let name = definition.full_name();
    match name.contains('<') {
        true => name,
        false => name.rsplit('.').next().unwrap_or(&name).to_owned(),
    }
}

/// A doc comment as one text.
fn docs(lines: &[String]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    lines.join("\n").trim().to_owned()
}

/// An object with these members.
fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        other => {
            let mut object = Object::new();
            object.insert("const".into(), other);
            object
        }
    }
}

/// Any of some schemas; the one alone.
fn any_of(mut all: Vec<Value>) -> Object {
    match all.len() {
        1 => object(all.remove(0)),
        _ => object(json!({ "anyOf": all })),
    }
}
