//! One value by both: written, read and told, written again and read.

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Options};
use everwire_tests::show;
use serde_json::Value;

use crate::form::Form;
use crate::interpreter::{Answer, Python};
use crate::told::{Told, ordered};
use crate::types::Sample;

/// What is expected of the bytes that Python writes.
#[derive(Clone, Copy, PartialEq)]
pub enum Bytes {
    /// They are ours.
    Equal,
    /// They may differ, for the reason that stands there.
    Differ,
}

/// All samples of a type: written here, read there, written there, read here.
pub fn samples<T>(python: Python, bytes: Bytes)
where
    T: Codec + DecodeOwned + Debug + Told + Sample,
{
    let form = python.form;
    for value in T::samples() {
        let ours = form.wire().encode(&value).unwrap();
        let theirs = read(python, &value, &ours);
        assert_eq!(
            theirs.value,
            ordered(value.told()),
            "{}",
            brief(form, &ours)
        );
        here::<T>(form, &Options::new(), &theirs);
        if bytes == Bytes::Equal {
            same(form, &ours, &theirs.bytes);
        }
    }
}

/// What Python makes of a type itself: written there, read here, written here, read there.
pub fn made<T>(python: Python, options: &Options, bytes: Bytes)
where
    T: Codec + DecodeOwned + Debug + Told,
{
    let form = python.form;
    let made = python.made(&T::SCHEMA.full_name());
    assert!(!made.is_empty());
    for theirs in made {
        let value: T = here(form, options, &theirs);
        let ours = options.encode(form.wire(), &value).unwrap();
        let back = read(python, &value, &ours);
        assert_eq!(back.value, theirs.value, "{}", brief(form, &ours));
        match (bytes, form) {
            (Bytes::Differ, _) => {}
            // Their order and the blanks between them are not laid down.
            (Bytes::Equal, Form::ProtoJson) => assert_eq!(tree(&ours), tree(&theirs.bytes)),
            (Bytes::Equal, _) => same(form, &ours, &theirs.bytes),
        }
    }
}

/// What Python reads in our bytes of a value.
pub fn read<T: Codec>(python: Python, _value: &T, bytes: &[u8]) -> Answer {
    let answer = python.read(&T::SCHEMA.full_name(), bytes);
    answer.unwrap_or_else(|error| panic!("{error}: {}", brief(python.form, bytes)))
}

/// What we read in Python's bytes, which is what it says.
pub fn here<T: Codec + DecodeOwned + Told>(form: Form, options: &Options, theirs: &Answer) -> T {
    let brief = || brief(form, &theirs.bytes);
    let read = options.decode::<T>(form.wire(), &theirs.bytes);
    let read = read.unwrap_or_else(|error| panic!("{error}: {}", brief()));
    assert_eq!(ordered(read.told()), theirs.value, "{}", brief());
    read
}

fn same(form: Form, ours: &[u8], theirs: &[u8]) {
    assert!(
        ours == theirs,
        "{}\n{}",
        brief(form, ours),
        brief(form, theirs)
    );
}

/// The bytes, as far as a person reads them.
fn brief(form: Form, bytes: &[u8]) -> String {
    show(form.wire(), &bytes[..bytes.len().min(2_000)])
}

/// ProtoJSON, but for the digits of its floats: Python writes six for a `float` where fewer tell it.
fn tree(text: &[u8]) -> Value {
    let mut tree = serde_json::from_slice(text).unwrap();
    round(&mut tree);
    tree
}

fn round(tree: &mut Value) {
    match tree {
        Value::Number(number) if number.is_f64() => {
            let single = number.as_f64().map(|double| double as f32);
            *tree = format!("{single:?}").into();
        }
        Value::Array(items) => items.iter_mut().for_each(round),
        Value::Object(members) => members.values_mut().for_each(round),
        _ => {}
    }
}
