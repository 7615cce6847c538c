//! [`Reading`]: what all readers of one input share, and how errors cross the borders between them and serde's.
//!
//! Invariant: an error of ours that is handed to serde is kept here until serde hands it back, so that nothing of it is lost but what
//! the format adds to the last of them: where in the input it was.

use alloc::string::{String, ToString};
use core::cell::{Cell, RefCell};
use core::fmt::Display;

use serde_core::de;

use crate::codec::Codec;
use crate::error::Error;
use crate::limits::Limits;
use crate::options::Options;
use crate::wire::budget::Budget;

/// How long an input is taken to be, as far as memory is reserved on its word.
const INPUT: usize = 1 << 15;

/// What the readers of one input share.
pub(super) struct Reading {
    /// Whether people read the format.
    pub(super) readable: bool,
    pub(super) budget: Budget,
    pub(super) options: Options<'static>,
    refused: Cell<bool>,
    /// The error that is on its way through serde.
    failed: RefCell<Option<Error>>,
    /// Whether the text of an error of serde's own says where it is.
    located: Cell<bool>,
    /// What a format made of the text of an error, beside that text.
    shown: RefCell<Option<(String, String)>>,
}

impl Reading {
    pub(super) const fn new(readable: bool) -> Self {
        Self {
            readable,
            budget: Budget::new(Limits::DEFAULT, INPUT),
            options: Options::new(),
            refused: Cell::new(false),
            failed: RefCell::new(None),
            located: Cell::new(false),
            shown: RefCell::new(None),
        }
    }

    /// Notes that a message does not meet its rules.
    pub(super) fn refuse(&self) {
        self.refused.set(true);
    }

    /// Lists the violations of a value, where reading found that there are some.
    pub(super) fn verdict<T: Codec>(&self, value: &T) -> Result<(), Error> {
        self.options.verdict(value, self.refused.get(), &[])
    }

    /// An error of ours, handed to serde.
    #[cold]
    pub(super) fn outward<E: de::Error>(&self, error: Error) -> E {
        let handed = E::custom(&error);
        *self.failed.borrow_mut() = Some(error);
        handed
    }

    /// An error that serde hands back: one of ours, or its own.
    #[cold]
    pub(super) fn inward<E: Display>(&self, error: E) -> Error {
        let shown = error.to_string();
        let Some(failed) = self.failed.take() else {
            self.located.set(shown.contains(" line "));
            return Error::custom(String::from(shown.trim_end()));
        };
        if !self.located.get() {
            *self.shown.borrow_mut() = Some((failed.to_string(), shown));
        }
        failed
    }

    /// An error on its way outward, with more said of where it is.
    #[cold]
    pub(super) fn within<E: de::Error>(&self, error: E, more: impl FnOnce(Error) -> Error) -> E {
        let error = more(self.inward(error));
        self.outward(error)
    }

    /// The error that the caller is told: the path from the outermost type on, and what the format says of where that is.
    #[cold]
    pub(super) fn told<E: de::Error>(&self, error: Error) -> E {
        let text = error.to_string();
        match self.shown.take() {
            Some((plain, shown)) if shown.contains(&plain) => {
                E::custom(shown.replacen(&plain, &text, 1).trim_end())
            }
            _ => E::custom(text),
        }
    }
}
