//! Exported JSON Schemas, executed by the crate `jsonschema`: they take what our writers write, in either dialect, and refuse what our
//! readers refuse, but for what `EXCEPTIONS` lists.

#[allow(dead_code, reason = "the fields are written and read")]
#[path = "../../exported/corpus.rs"]
mod corpus;
#[path = "../exported/crates.rs"]
mod crates;
mod mutate;

use std::collections::BTreeMap;

use everwire::dynamic::{Definition, Dynamic, Types};
use everwire::schema::Dialect;
use everwire::{Codec, Options, Schema, Wire};
use everwire_codegen::{Export, prove};
use serde_json::Value;

/// What a schema takes though a reader refuses it.
struct Exception {
    /// A part of the reader's error.
    error: &'static str,
    /// What the document has then.
    document: &'static str,
    /// Why no word of JSON Schema tells it.
    why: &'static str,
}

const EXCEPTIONS: &[Exception] = &[
    Exception {
        error: "does not fit `u128`",
        document: "e+38",
        why: "integers beyond 64 bits are read as floats, which are exact to 53 bits",
    },
    Exception {
        error: "(string.max_bytes)",
        document: "\u{e9}\u{e9}\u{e9}",
        why: "the length of text is in characters, of which each has up to four bytes",
    },
    Exception {
        error: "the text is not a timestamp in RFC 3339",
        document: "2026-02-30",
        why: "a pattern has no calendar",
    },
    Exception {
        error: "the number does not fit `Duration`",
        document: "\"999999999999s\"",
        why: "a pattern does not compare the digits of a span",
    },
    Exception {
        error: "the number does not fit `Duration`",
        document: "\"-1.5s\"",
        why: "spans of other crates have a sign, and no definition tells whose a span is",
    },
    Exception {
        error: "the number does not fit `",
        document: "\"99999999999999999999\"",
        why: "a pattern does not compare the digits of an integer in quotes",
    },
];

/// How many documents of a type are changed in each of their places.
const MUTATED: usize = 12;

fn schemas() -> Vec<&'static Schema> {
    vec![
        corpus::Scalars::SCHEMA,
        corpus::Presence::SCHEMA,
        corpus::Point::SCHEMA,
        corpus::Marker::SCHEMA,
        corpus::Collections::SCHEMA,
        corpus::Event::SCHEMA,
        corpus::Tree::SCHEMA,
        corpus::Oneofs::SCHEMA,
        corpus::Names::SCHEMA,
        corpus::Parts::SCHEMA,
        corpus::Known::SCHEMA,
        corpus::Rules::SCHEMA,
        crates::Values::SCHEMA,
    ]
}

/// A value that follows all rules.
fn lawful_rules() -> corpus::Rules {
    corpus::Rules {
        text: "abc".to_owned(),
        code: Some("AB-12".to_owned()),
        count: 7,
        ratio: 1.5,
        choice: Some(2),
        word: "c".to_owned(),
        tags: vec!["x".to_owned(), "y".to_owned()],
        stock: [("k1".to_owned(), 5)].into(),
        token: vec![1, 2, 3],
        id: Some("01234567-89ab-cdef-0123-456789abcdef".to_owned()),
        email: Some("ida@example.com".to_owned()),
        must: Some(0),
        outside: 11,
        wide: Some(6),
        finite: -0.5,
        status: corpus::Status::Paid,
        yes: Some(true),
        loud: Some("hey!".to_owned()),
        address: Some("192.0.2.1".to_owned()),
        short: "\u{e9}\u{e9}".to_owned(),
        key: Some(vec![7; 16]),
        holes: vec![Some(1), None],
        maybe: Some(vec![0]),
    }
}

/// The type as a root that writes a dialect.
fn in_dialect(schema: &'static Schema, dialect: Dialect) -> &'static Schema {
    let mut all = Definition::all(schema);
    for one in &mut all {
        one.json = dialect;
    }
    let types = Types::load(&all).unwrap();
    types.get(&schema.full_name()).unwrap()
}

fn validator(schema: &'static Schema) -> jsonschema::Validator {
    let name = schema.full_name().into_owned();
    let exported = Export::new()
        .types([schema])
        .only(&name)
        .json_schema()
        .unwrap();
    let text = exported.files.into_values().next().unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    jsonschema::meta::validate(&document).unwrap();
    jsonschema::validator_for(&document).unwrap()
}

/// What was tried, and what the two made of it.
#[derive(Debug, Default)]
struct Tally {
    both_take: usize,
    both_refuse: usize,
    stricter: usize,
    excepted: BTreeMap<&'static str, usize>,
}

fn judge(
    schema: &'static Schema,
    validator: &jsonschema::Validator,
    document: &Value,
    tally: &mut Tally,
    unlisted: &mut BTreeMap<String, String>,
) {
    let text = document.to_string();
    let read = Dynamic::decode_with(schema, Wire::Json, text.as_bytes(), &Options::new());
    match (read, validator.is_valid(document)) {
        (Ok(_), true) => tally.both_take += 1,
        (Err(_), false) => tally.both_refuse += 1,
        (Ok(_), false) => tally.stricter += 1,
        (Err(error), true) => {
            let told = error.to_string();
            let mut exceptions = EXCEPTIONS.iter();
            match exceptions.find(|one| told.contains(one.error) && text.contains(one.document)) {
                Some(one) => *tally.excepted.entry(one.error).or_default() += 1,
                None => {
                    let told = told.split(" (json").next().unwrap_or_default();
                    unlisted.entry(told.to_owned()).or_insert(text);
                }
            }
        }
    }
}

#[test]
fn schemas_take_what_writers_write_and_refuse_what_readers_refuse() {
    let mut tally = Tally::default();
    let mut unlisted = BTreeMap::new();
    let (mut written, mut refused) = (0, Vec::new());
    for schema in schemas() {
        for dialect in [Dialect::Native, Dialect::Proto] {
            let schema = in_dialect(schema, dialect);
            let validator = validator(schema);
            let samples: Vec<Vec<u8>> = match schema.kind() {
                everwire::schema::Kind::Message(_) => prove::samples(schema)
                    .into_iter()
                    .filter(|(wire, _)| *wire == Wire::Json)
                    .map(|(_, bytes)| bytes)
                    .collect(),
                _ => mutate::variants(schema),
            };
            let is_lawful = |bytes: &Vec<u8>| {
                Dynamic::decode_with(schema, Wire::Json, bytes, &Options::new()).is_ok()
            };
            let (lawful, unlawful): (Vec<_>, Vec<_>) = samples.into_iter().partition(is_lawful);
            let own = match schema.name() == corpus::Rules::SCHEMA.name() {
                true => vec![Wire::Json.encode(&lawful_rules()).unwrap()],
                false => Vec::new(),
            };
            let samples = [own, lawful, unlawful].concat();
            // What differs in one place from a few of them; each has many places.
            let mut documents = Vec::new();
            let step = samples.len().div_ceil(MUTATED);
            for (index, bytes) in samples.into_iter().enumerate() {
                let document: Value = serde_json::from_slice(&bytes).unwrap();
                documents.push(document.clone());
                let is_valid =
                    Dynamic::decode_with(schema, Wire::Json, &bytes, &Options::new()).is_ok();
                if is_valid {
                    written += 1;
                    if let Err(error) = validator.validate(&document) {
                        refused.push(format!(
                            "{} {dialect:?}: {error} at {}\n{document}",
                            schema.full_name(),
                            error.instance_path()
                        ));
                    }
                }
                judge(schema, &validator, &document, &mut tally, &mut unlisted);
                if index % step != 0 {
                    continue;
                }
                for changed in mutate::all(&document) {
                    judge(schema, &validator, &changed, &mut tally, &mut unlisted);
                }
            }
            for document in mutate::mixed(&documents, 200) {
                let text = document.to_string();
                let read =
                    Dynamic::decode_with(schema, Wire::Json, text.as_bytes(), &Options::new());
                let Ok(read) = read else {
                    continue;
                };
                let again = Wire::Json.encode(&read).unwrap();
                let document: Value = serde_json::from_slice(&again).unwrap();
                written += 1;
                if let Err(error) = validator.validate(&document) {
                    refused.push(format!(
                        "{} {dialect:?}: {error}\n{document}",
                        schema.full_name()
                    ));
                }
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    let shown: Vec<String> = unlisted
        .iter()
        .map(|(error, text)| format!("{error}\n    {text}"))
        .collect();
    assert!(unlisted.is_empty(), "{tally:?}:\n{}", shown.join("\n"));
    assert!(
        written > 1_000 && tally.both_refuse > 10_000,
        "{written} {tally:?}"
    );
    for one in EXCEPTIONS {
        assert!(
            tally.excepted.contains_key(one.error),
            "nothing shows that {}",
            one.why
        );
    }
}
