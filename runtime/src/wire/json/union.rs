//! Enums with data: serde's external tag, a bare name, or ProtoJSON's flat object.

use alloc::string::String;

use super::kept::is_called;
use super::read::Decoder;
use crate::Wire;
use crate::codec::Choice;
use crate::error::{Error, Fault};
use crate::schema::{Schema, Type};
use crate::unknown::{Key, UnknownFields};
use crate::wire::known::holds_null;

impl<'de> Decoder<'de, '_> {
    /// Reads an enum with data.
    pub(super) fn read_union<U: Choice<'de>>(&mut self, into: &mut U) -> Result<(), Error> {
        let start = self.position();
        match self.tokens.input.peek() {
            Some(b'{') => self.tagged(into)?,
            Some(b'"') => self.bare(into)?,
            _ => return Err(self.tokens.no_literal("object or name of a variant")),
        }
        self.begun = start;
        Ok(())
    }

    /// The name of a variant that holds nothing.
    fn bare<U: Choice<'de>>(&mut self, into: &mut U) -> Result<(), Error> {
        let start = self.position();
        let name = self.tokens.word()?;
        let Some((index, name)) = position(into.schema(), &name) else {
            let mut unknown = UnknownFields::new();
            unknown.push(Wire::Json, Key::Name(&name), b"");
            return self.other(into, unknown, start);
        };
        let mut nothing = Decoder::new(b"null", self.options)?;
        match into.nth(index, false, &mut nothing) {
            Ok(()) => Ok(()),
            Err(_) => Err(self
                .expected("object with the variant's payload", "string", start)
                .within(name)),
        }
    }

    /// An object with a variant's name and payload. Other members are as unknown members of a message.
    fn tagged<U: Choice<'de>>(&mut self, into: &mut U) -> Result<(), Error> {
        let start = self.position();
        self.open(b'{', "object")?;
        let (mut found, mut failed) = (None, None);
        let mut unknown = UnknownFields::new();
        if !self.tokens.skip_if(b'}') {
            loop {
                let (key, at) = self.tokens.key()?;
                let payload = self.position();
                self.begun = payload;
                match position(into.schema(), &key) {
                    Some((index, name))
                        if holds_nil(into.schema(), index) || !self.tokens.null() =>
                    {
                        if found.is_some_and(|found| found != index) {
                            return Err(self.tokens.error(Fault::OneofTwice, at));
                        }
                        found = Some(index);
                        failed = None;
                        match into.nth(index, false, self) {
                            Ok(()) => {}
                            Err(error) if error.is_unknown_value() => {
                                failed = Some(error.within(name))
                            }
                            Err(error) => return Err(error.within(name)),
                        }
                    }
                    Some(_) => {}
                    None if self.is_url(&key) => self.tokens.skip()?,
                    None => {
                        self.tokens.skip()?;
                        let payload = self.tokens.input.between(payload, self.position());
                        unknown.push(Wire::Json, Key::Name(&key), payload);
                    }
                }
                if !self.tokens.goes_on(b'}')? {
                    break;
                }
            }
        }
        self.tokens.budget.leave();
        match (found, failed) {
            (_, Some(error)) => Err(error),
            (None, None) => self.other(into, unknown, start),
            (Some(_), None) => match unknown.iter().next() {
                Some((Key::Name(name), _)) if self.options.reject_unknown => {
                    Err(self.tokens.error(Fault::UnknownField(name.into()), start))
                }
                _ => Ok(()),
            },
        }
    }

    /// What the type makes of a variant that it does not know.
    #[cold]
    fn other<U: Choice<'de>>(
        &self,
        into: &mut U,
        unknown: UnknownFields,
        start: usize,
    ) -> Result<(), Error> {
        let value = match unknown.iter().next() {
            Some((Key::Name(name), _)) => alloc::format!("`{name}`"),
            _ => String::from("`{}`"),
        };
        if into.other(unknown) {
            return Ok(());
        }
        Err(self.tokens.error(Fault::UnknownValue(value.into()), start))
    }
}

/// The position of the variant that goes by `name`, and its own name.
fn position(schema: &'static Schema, name: &str) -> Option<(usize, &'static str)> {
    let mut variants = schema.fields().iter().enumerate();
    variants
        .find(|(_, variant)| is_called(variant, name))
        .map(|(index, variant)| (index, variant.name()))
}

/// Whether null is a payload of the variant, rather than its absence.
fn holds_nil(schema: &'static Schema, index: usize) -> bool {
    schema
        .fields()
        .get(index)
        .is_some_and(|variant| matches!(variant.ty(), Type::Option(_)) || holds_null(&variant.ty()))
}
