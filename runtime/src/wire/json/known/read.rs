//! The well-known types, read.

use alloc::vec;

use crate::codec::{Fields, Mode, Scope, Seen};
use crate::error::Error;
use crate::schema::Form;
use crate::wire::json::read::Decoder;
use crate::wire::known::{self, Given, Part};

impl<'de> Decoder<'de, '_> {
    /// Reads a well-known type in its form.
    pub(in crate::wire::json) fn known<M: Fields<'de>>(
        &mut self,
        form: Form,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        let start = self.position();
        if mode == Mode::Replace {
            into.reset(Seen::NOTHING);
        }
        let parts = match form {
            Form::Timestamp => {
                let (secs, nanos) = self.instant()?;
                known::seconds(secs, i64::from(nanos))
            }
            Form::Duration => {
                let parts = known::span(self.span()?);
                parts.map_err(|fault| self.tokens.error(fault, start))?
            }
            Form::FieldMask => {
                let text = self.tokens.word()?;
                let budget = &self.tokens.budget;
                let parts = known::paths(&text, |len| {
                    budget.elements(1)?;
                    budget.string(len)
                });
                parts.map_err(|fault| self.tokens.error(fault, start))?
            }
            Form::Any => {
                let (url, bytes) = self.any()?;
                vec![(1, Part::Text(url)), (2, Part::Bytes(bytes))]
            }
            Form::Value => {
                let index = match self.tokens.input.peek() {
                    Some(b'n') => 0,
                    Some(b'-' | b'0'..=b'9') => 1,
                    Some(b'"') => 2,
                    Some(b't' | b'f') => 3,
                    Some(b'{') => 4,
                    Some(b'[') => 5,
                    _ => return Err(self.tokens.no_literal("value")),
                };
                return Scope::only(self, index, into);
            }
            Form::Bare | Form::Null | Form::Plain => return Scope::only(self, 0, into),
        };
        Given::fill(into, parts, self.options, start)
    }
}
