//! The table of defined answers: what each wire says to what it should not have been sent.

use everwire::{Decode, Wire};
use everwire_tests::unhex;

use super::shapes::{Borrowed, Everything, Inner, Keyed};

/// Checks the answer to each input: the error's text, or `ok: ` and what the value is written as.
fn answers<T: for<'de> Decode<'de>>(wire: Wire, table: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (input, expected) in table {
        let bytes = if wire == Wire::Json { input.as_bytes().to_vec() } else { unhex(input) };
        let answer = match wire.decode::<T>(&bytes) {
            Ok(value) => format!("ok: {}", everwire_tests::show(wire, &wire.encode(&value).unwrap())),
            Err(error) => error.to_string(),
        };
        if answer != *expected {
            wrong += &format!("        (r#\"{input}\"#, r#\"{answer}\"#),\n");
        }
    }
    assert!(wrong.is_empty(), "{wire} answers otherwise:\n{wrong}");
}

#[test]
fn placeholder() {
    answers::<Inner>(Wire::Json, &[]);
    answers::<Everything>(Wire::Json, &[]);
    answers::<Keyed>(Wire::Json, &[]);
    let _ = Borrowed::default();
}
