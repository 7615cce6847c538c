//! An item: what its source says, what that means, and where it stands.

use std::rc::Rc;

use everwire_model::model::{self, At, Diagnostic, raw};
use everwire_model::rust::Spans;

use super::tree::ModuleId;
use super::unresolved::Why;
use crate::lower;
use crate::render::{Finding, Label};
use crate::source::place;
use crate::source::text::Texts;

/// A type that has Everwire's traits.
#[derive(Debug)]
pub(super) struct Item {
    /// The module that it is in.
    pub(super) module: ModuleId,
    /// What its source says.
    pub(super) raw: raw::Item,
    /// What that means; none where it has mistakes, which are told elsewhere.
    pub(super) checked: Option<model::Item>,
    /// What its places mean.
    pub(super) places: Places,
    /// What keeps it from being told.
    pub(super) doubt: Option<(Why, At)>,
}

/// What the places of an item mean.
#[derive(Clone, Debug)]
pub(super) enum Places {
    /// Tokens of a Rust file, whose first `offset` bytes were not parsed.
    Rust {
        file: Rc<str>,
        offset: usize,
        spans: Rc<Spans>,
    },
    /// Declarations of `.proto` files.
    Schema(Rc<place::Places>),
}

impl Places {
    /// A place, as it is shown.
    pub(super) fn label(&self, at: At, texts: &Texts) -> Label {
        let nowhere = || Label {
            file: String::new(),
            span: None,
            line: 0,
            column: 0,
            text: String::new(),
        };
        match self {
            Places::Rust {
                file,
                offset,
                spans,
            } => {
                let (first, last) = spans.get(at);
                let (start, end) = (first.byte_range().start, last.byte_range().end);
                texts.span(file, offset + start, end.saturating_sub(start))
            }
            Places::Schema(places) => places.label(at, texts).unwrap_or_else(nowhere),
        }
    }

    /// A mistake, as it is shown.
    pub(super) fn finding(&self, diagnostic: &Diagnostic, texts: &Texts) -> Finding {
        if let Places::Schema(places) = self {
            return places.finding(&lower::in_schema(diagnostic), texts);
        }
        let labels = diagnostic.labels.iter().map(|(at, text)| Label {
            text: text.clone(),
            ..self.label(*at, texts)
        });
        Finding {
            rule: diagnostic.rule.to_owned(),
            message: diagnostic.message.clone(),
            labels: labels.collect(),
            help: diagnostic.help.clone(),
            ..Finding::default()
        }
    }
}

impl Item {
    /// The name that a person knows it by.
    pub(super) fn name(&self) -> String {
        model::name::plain(&self.raw.ident)
    }
}
