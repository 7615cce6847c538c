//! `unresolved`: what a source alone does not tell.

use std::fmt;

use crate::render::{Finding, Label};

/// The id of the rule.
const ID: &str = "unresolved";

const HELP: &str = "let a test take it down from the compiled type, once: `everwire_codegen::check!(in \"src\"; Order)`, with `UPDATE=1`";

/// Something that the sources do not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unresolved {
    pub(crate) finding: Finding,
    pub(crate) declares: Declares,
}

/// What that may declare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Declares {
    /// The type of that full name, or its instances where it is generic.
    Type(String),
    /// A type that is another one on the wires.
    Nothing,
    /// Types that only the compiler sees.
    Any,
}

/// Why something cannot be told: a clause with names in backticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Why(String);

impl Why {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Why(text.into())
    }

    /// That a type is held which cannot be told.
    pub(super) fn holds(name: &str) -> Self {
        Why(format!("it holds `{name}`, which cannot be told either"))
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// That the schema of `what` cannot be told.
pub(super) fn of(what: &str, why: &Why, at: Label, declares: Declares) -> Unresolved {
    let finding = Finding {
        rule: ID.to_owned(),
        message: format!("{what} cannot be told from source: {why}"),
        labels: vec![at],
        help: Some(HELP.to_owned()),
        ..Finding::default()
    };
    Unresolved { finding, declares }
}
