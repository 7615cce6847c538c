//! The well-known types, read.

use alloc::vec;
use alloc::vec::Vec;

use super::given::{Given, Part};
use super::mask;
use crate::codec::{Fields, Mode, Scope, Seen};
use crate::error::{Error, Fault};
use crate::schema::{Form, Schema, Type};
use crate::time;
use crate::wire::json::read::Decoder;

/// Whether null is a value of this type, and not its absence.
pub(in crate::wire::json) fn holds_null(ty: &Type) -> bool {
    match ty {
        Type::Unit => true,
        Type::Option(inner) => !matches!(inner, Type::Unit) && holds_null(inner),
        Type::Message(link) => link.schema().form() == Form::Value,
        Type::Enum(link) => link.schema().form() == Form::Null,
        _ => false,
    }
}

/// Whether a message may have a form of its own; its schema is a constant, or not known while the program is compiled.
pub(in crate::wire::json) const fn may_be_known(schema: Option<&'static Schema>) -> bool {
    match schema {
        Some(schema) => !matches!(schema.form(), Form::Plain),
        None => true,
    }
}

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
                vec![
                    (1, Part::Integer(secs)),
                    (2, Part::Integer(i64::from(nanos))),
                ]
            }
            Form::Duration => {
                let (secs, nanos) = self.span()?;
                if !time::is_duration(secs, i64::from(nanos)) {
                    return Err(self
                        .tokens
                        .error(Fault::OutOfRange { ty: "Duration" }, start));
                }
                vec![
                    (1, Part::Integer(secs)),
                    (2, Part::Integer(i64::from(nanos))),
                ]
            }
            Form::FieldMask => {
                let text = self.tokens.word()?;
                let mut paths = Vec::new();
                for path in text.split(',').filter(|_| !text.is_empty()) {
                    self.count()?;
                    let fits = self.tokens.budget.string(path.len());
                    fits.map_err(|fault| self.tokens.error(fault, start))?;
                    paths.push(path);
                }
                let paths: Option<Vec<_>> = paths.into_iter().map(mask::to_snake).collect();
                let Some(paths) = paths else {
                    let fault = Fault::Malformed(
                        "a path of a field mask has an underscore: help: write it in camelCase",
                    );
                    return Err(self.tokens.error(fault, start));
                };
                vec![(1, Part::Texts(paths))]
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
