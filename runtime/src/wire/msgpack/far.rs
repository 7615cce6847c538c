//! Values in another form than our writer's, and what is no such value: read here, away from the hot path.

use alloc::string::String;

use super::decoder::Decoder;
use super::marker::Header;
use crate::codec::impls::replace;
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::schema::Schema;

impl<'de> Decoder<'de, '_> {
    #[cold]
    #[inline(never)]
    pub(super) fn far_bool(&mut self) -> Result<bool, Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Bool(value) => Ok(value),
            other => Err(self.mismatch("bool", other, start)),
        }
    }

    /// A float of 64 bits is rounded, an integer must be exact.
    #[cold]
    #[inline(never)]
    pub(super) fn far_f32(&mut self) -> Result<f32, Error> {
        let start = self.input.position();
        let (value, exact) = match self.header()? {
            Header::F32(value) => return Ok(value),
            Header::F64(value) => return Ok(value as f32),
            Header::Unsigned(value) => (value as f32, value as f32 as u128 == u128::from(value)),
            Header::Negative(value) => (value as f32, value as f32 as i128 == i128::from(value)),
            other => return Err(self.mismatch("float", other, start)),
        };
        if exact {
            Ok(value)
        } else {
            Err(self.range("f32", start))
        }
    }

    /// An integer must be exact.
    #[cold]
    #[inline(never)]
    pub(super) fn far_f64(&mut self) -> Result<f64, Error> {
        let start = self.input.position();
        let (value, exact) = match self.header()? {
            Header::F64(value) => return Ok(value),
            Header::F32(value) => return Ok(f64::from(value)),
            Header::Unsigned(value) => (value as f64, value as f64 as u128 == u128::from(value)),
            Header::Negative(value) => (value as f64, value as f64 as i128 == i128::from(value)),
            other => return Err(self.mismatch("float", other, start)),
        };
        if exact {
            Ok(value)
        } else {
            Err(self.range("f64", start))
        }
    }

    /// Text.
    #[inline(never)]
    pub(super) fn far_text(&mut self) -> Result<&'de str, Error> {
        if let Some(len) = self.fixed::<0xa0, 5>() {
            return self.text(len);
        }
        let start = self.input.position();
        match self.header()? {
            Header::Str(len) => self.text(len),
            other => Err(self.mismatch("string", other, start)),
        }
    }

    /// Text that is copied.
    #[cold]
    #[inline(never)]
    pub(super) fn far_string(&mut self, into: &mut String) -> Result<(), Error> {
        replace(into, self.far_text()?);
        Ok(())
    }

    /// The value of an enum, given by a larger number or by name.
    #[cold]
    #[inline(never)]
    pub(super) fn far_enumeration(&mut self, schema: &'static Schema) -> Result<i32, Error> {
        let start = self.input.position();
        match self.header()? {
            Header::Unsigned(value) => i32::try_from(value).map_err(|_| self.range("i32", start)),
            Header::Negative(value) => i32::try_from(value).map_err(|_| self.range("i32", start)),
            Header::Str(len) => {
                let name = self.word(len)?;
                let found = schema
                    .values()
                    .iter()
                    .find(|value| value.name() == name || value.aliases().contains(&name));
                match found {
                    Some(value) => Ok(value.number()),
                    None => Err(Error::new(
                        Fault::UnknownValue(alloc::format!("`{name}`").into()),
                        Some(Wire::MsgPack),
                        start,
                    )),
                }
            }
            other => Err(self.mismatch("an enum's number or name", other, start)),
        }
    }
}
