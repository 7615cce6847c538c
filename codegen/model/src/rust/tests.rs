//! Lowering, from Rust text to raw and checked items.

mod attributes;
mod items;
mod prost;

use syn::DeriveInput;

use super::lower;
use crate::check::check;
use crate::model::{Diagnostic, Item, Kind, Struct};

/// The texts of every mistake in an item, each after the source text that it points at.
fn mistakes(input: &DeriveInput) -> Vec<String> {
    let lowered = lower(input);
    let mut found = lowered.diagnostics;
    found.extend(check(&lowered.item).err().unwrap_or_default());
    found.sort_by_key(Diagnostic::at);
    found
        .iter()
        .map(|one| format!("{}: {}", one.rule, one.text()))
        .collect()
}

/// The checked form of an item without mistakes.
fn checked(input: &DeriveInput) -> Item {
    let lowered = lower(input);
    assert_eq!(lowered.diagnostics, []);
    check(&lowered.item).unwrap_or_else(|found| panic!("{found:?}"))
}

fn message(input: &DeriveInput) -> Struct {
    match checked(input).kind {
        Kind::Struct(message) => message,
        other => panic!("{other:?}"),
    }
}
