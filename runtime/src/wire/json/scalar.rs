//! Integers, floats, bytes and times, in each form that the reader takes.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::float::{self, Float};
use super::read::Decoder;
use super::{base64, number};
use crate::error::{Error, Fault};
use crate::schema::{Form, Int, Schema, Type};
use crate::time;
use crate::wire::budget::Budget;

impl Decoder<'_, '_> {
    /// The unsigned integer that stands here in its usual form, bare or quoted.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn usual(&mut self) -> Option<u64> {
        let rest = self.tokens.input.rest();
        if let Some((value, len)) = number::digits(rest) {
            self.tokens.input.advance(len);
            return Some(value);
        }
        let quoted = rest.strip_prefix(b"\"")?;
        let (value, len) = number::digits(quoted)?;
        if quoted.get(len) != Some(&b'"') {
            return None;
        }
        self.tokens.input.advance(len + 2);
        Some(value)
    }

    /// An unsigned integer up to `max` of the type `ty`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn unsigned(&mut self, max: u64, ty: Type) -> Result<u64, Error> {
        let start = self.position();
        match self.usual() {
            Some(value) if value <= max => Ok(value),
            _ => {
                self.tokens.input.rewind(start);
                self.exact(false, u128::from(max), ty)
                    .map(|(_, magnitude)| magnitude as u64)
            }
        }
    }

    /// A signed integer from `-max - 1` to `max` of the type `ty`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn signed(&mut self, max: i64, ty: Type) -> Result<i64, Error> {
        let start = self.position();
        let negative = self.tokens.skip_if(b'-');
        if let Some((value, len)) = number::digits(self.tokens.input.rest())
            && value <= max as u64
        {
            self.tokens.input.advance(len);
            return Ok(if negative {
                -(value as i64)
            } else {
                value as i64
            });
        }
        self.tokens.input.rewind(start);
        let (negative, magnitude) = self.exact(true, max as u128, ty)?;
        let magnitude = magnitude as u64;
        Ok(if negative {
            (magnitude as i64).wrapping_neg()
        } else {
            magnitude as i64
        })
    }

    /// The number of an enum's value, given by name or number.
    pub(super) fn enum_number(&mut self, schema: &'static Schema) -> Result<i32, Error> {
        let start = self.position();
        if self.tokens.input.peek() != Some(b'"') {
            return match self.tokens.input.peek() {
                Some(b'-' | b'0'..=b'9') => self.plain_enum_number(),
                Some(b'n') if schema.form() == Form::Null && self.tokens.null() => Ok(0),
                _ => Err(self.tokens.no_literal("name or number of an enum")),
            };
        }
        let name = self.tokens.word()?;
        for value in schema.values() {
            if value.name() == name || value.aliases().contains(&&*name) {
                return Ok(value.number());
            }
        }
        if number::grammar(name.as_bytes()) == Ok(name.len()) {
            self.tokens.input.rewind(start);
            return self.plain_enum_number();
        }
        Err(self.tokens.error(
            if self.options.reject_unknown {
                Fault::Custom(alloc::format!("the enum has no value `{name}`").into())
            } else {
                Fault::UnknownValue(alloc::format!("`{name}`").into())
            },
            start,
        ))
    }

    fn plain_enum_number(&mut self) -> Result<i32, Error> {
        let number = self.signed(i64::from(i32::MAX), Type::Int(Int::I32))?;
        Ok(number as i32)
    }

    /// An integer in any form: its sign and its magnitude, which is at most `max`, or one more if it is negative.
    #[cold]
    #[inline(never)]
    pub(super) fn exact(
        &mut self,
        signed: bool,
        max: u128,
        ty: Type,
    ) -> Result<(bool, u128), Error> {
        let start = self.position();
        let quoted;
        let text = match self.tokens.input.peek() {
            Some(b'"') => {
                quoted = self.tokens.word()?;
                let text = quoted.as_bytes();
                if number::grammar(text) != Ok(text.len()) {
                    return Err(self.expected("integer", "string", start));
                }
                text
            }
            Some(b'-' | b'0'..=b'9') => self.tokens.number()?,
            _ => return Err(self.tokens.no_literal("integer")),
        };
        match number::exact(text) {
            number::Exact::Fraction => {
                Err(self.expected("integer", "number with a fraction", start))
            }
            number::Exact::Integer { magnitude: 0, .. } => Ok((false, 0)),
            number::Exact::Integer {
                negative,
                magnitude,
            } if signed && negative && magnitude - 1 <= max || !negative && magnitude <= max => {
                Ok((negative, magnitude))
            }
            _ => {
                let ty = if let Type::Int(int) = ty {
                    int.name()
                } else {
                    "i32"
                };
                Err(self.tokens.error(Fault::OutOfRange { ty }, start))
            }
        }
    }

    #[cold]
    pub(super) fn expected(
        &self,
        expected: &'static str,
        found: &'static str,
        start: usize,
    ) -> Error {
        self.tokens.error(
            Fault::Expected {
                expected,
                found: Cow::Borrowed(found),
            },
            start,
        )
    }

    /// A float.
    #[inline(never)]
    pub(super) fn float<F: Float>(&mut self) -> Result<F, Error> {
        let rest = self.tokens.input.rest();
        if let Some((value, len)) = float::usual(rest)
            && self.tokens.input.take(len).is_some()
        {
            return Ok(value);
        }
        self.other_float()
    }

    /// A float in quotes, one of many digits, or one that breaks the grammar or the range.
    #[inline(never)]
    fn other_float<F: Float>(&mut self) -> Result<F, Error> {
        if let Some((value, len)) = float::other(self.tokens.input.rest()) {
            self.tokens.input.advance(len);
            return Ok(value);
        }
        let start = self.position();
        let range = Fault::OutOfRange { ty: F::NAME };
        match self.tokens.input.peek() {
            Some(b'"') => {}
            Some(b'-' | b'0'..=b'9') => {
                let text = self.tokens.number()?;
                return float::whole(text).ok_or_else(|| self.tokens.error(range, start));
            }
            _ => return Err(self.tokens.no_literal("number")),
        }
        let text = self.tokens.word()?;
        match &*text {
            "NaN" => return Ok(F::SPECIAL[0]),
            "Infinity" => return Ok(F::SPECIAL[1]),
            "-Infinity" => return Ok(F::SPECIAL[2]),
            _ => {}
        }
        if number::grammar(text.as_bytes()) != Ok(text.len()) {
            return Err(self.expected("number", "string", start));
        }
        float::whole(text.as_bytes()).ok_or_else(|| self.tokens.error(range, start))
    }

    /// Bytes: base64 text, or the list of numbers that serde_json writes.
    pub(super) fn base64(&mut self) -> Result<Vec<u8>, Error> {
        if self.tokens.input.peek() != Some(b'"') {
            return self.byte_list();
        }
        let start = self.position();
        let text = self.tokens.text(Budget::base64)?;
        let bytes = base64::decode(text.as_bytes()).ok_or_else(|| {
            self.tokens
                .error(Fault::Malformed("the text is not base64"), start)
        })?;
        match self.tokens.budget.string(bytes.len()) {
            Ok(()) => Ok(bytes),
            Err(fault) => Err(self.tokens.error(fault, start)),
        }
    }

    /// A span of time: text such as `1.5s`, or serde's two parts.
    pub(super) fn span(&mut self) -> Result<(i64, i32), Error> {
        if self.tokens.input.peek() != Some(b'"') {
            let (secs, nanos) = self.parts(["secs", "nanos"], "duration such as \"1.5s\"")?;
            return Ok((secs, nanos as i32));
        }
        let start = self.position();
        let text = self.tokens.word()?;
        time::duration(text.as_bytes()).ok_or_else(|| {
            self.tokens.error(
                Fault::Malformed("the text is not a duration such as `1.5s`"),
                start,
            )
        })
    }

    /// A point in time: text in RFC 3339, or serde's two parts.
    pub(super) fn instant(&mut self) -> Result<(i64, u32), Error> {
        if self.tokens.input.peek() != Some(b'"') {
            return self.parts(
                ["secs_since_epoch", "nanos_since_epoch"],
                "timestamp in RFC 3339",
            );
        }
        let start = self.position();
        let text = self.tokens.word()?;
        time::timestamp(text.as_bytes()).ok_or_else(|| {
            self.tokens.error(
                Fault::Malformed("the text is not a timestamp in RFC 3339"),
                start,
            )
        })
    }

    fn byte_list(&mut self) -> Result<Vec<u8>, Error> {
        self.open(b'[', "base64 text")?;
        let mut bytes = Vec::new();
        if !self.tokens.skip_if(b']') {
            loop {
                self.count()?;
                bytes.push(self.unsigned(u64::from(u8::MAX), Type::Int(Int::U8))? as u8);
                if !self.tokens.goes_on(b']')? {
                    break;
                }
            }
        }
        self.tokens.budget.leave();
        self.tokens
            .budget
            .string(bytes.len())
            .map_err(|fault| self.tokens.here(fault))?;
        Ok(bytes)
    }

    /// Seconds and nanoseconds as serde writes them: an object of those two, or a list.
    fn parts(&mut self, names: [&str; 2], expected: &'static str) -> Result<(i64, u32), Error> {
        let mut parts = (0, 0);
        let object = self.tokens.input.peek() == Some(b'{');
        self.open(if object { b'{' } else { b'[' }, expected)?;
        let close = if object { b'}' } else { b']' };
        let mut at = 0;
        if !self.tokens.skip_if(close) {
            loop {
                if object {
                    let (key, _) = self.tokens.key()?;
                    at = names
                        .iter()
                        .position(|name| *name == key)
                        .unwrap_or(names.len());
                }
                match at {
                    0 => parts.0 = self.signed(i64::MAX, Type::Int(Int::I64))?,
                    1 => parts.1 = self.unsigned(999_999_999, Type::Int(Int::U32))? as u32,
                    _ => self.tokens.skip()?,
                }
                at += 1;
                if !self.tokens.goes_on(close)? {
                    break;
                }
            }
        }
        self.tokens.budget.leave();
        Ok(parts)
    }
}
