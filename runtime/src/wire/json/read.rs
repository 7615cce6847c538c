//! [`Decoder`]: the driver that reads JSON, of either dialect and of what is close to them.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::forms::{form, forms_of};
use super::object::Frame;
use super::tokens::Tokens;
use super::{scan, skip};
use crate::Wire;
use crate::codec::impls::decode_some;
use crate::codec::{
    Choice, Decode, Element, Elements, Entries, Fields, Framed, FromOpaque, Info, Inner, Key, Mode,
    Number, Place, Reader, Role, Scalar, Scope, Value, info, stand,
};
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::options::Options;
use crate::schema::{Form, Schema, Type};
use crate::unknown::{self, UnknownFields};
use crate::uuid;
use crate::wire::forms::Forms;
use crate::wire::known::{holds_null, may_be_known};

/// The driver that reads JSON.
#[derive(Debug)]
pub struct Decoder<'de, 'o> {
    pub(super) tokens: Tokens<'de>,
    pub(super) options: &'o Options<'o>,
    pub(super) frame: Frame,
    /// Where the value began that is being read, for errors that are found after it.
    pub(super) begun: usize,
    pub(super) refused: bool,
    /// How many levels may be opened in the message that stands in a `google.protobuf.Any`, among whose members is its URL.
    pub(super) typed: Option<usize>,
}

impl<'de, 'o> Decoder<'de, 'o> {
    /// A driver at the first value of `bytes`.
    ///
    /// # Errors
    ///
    /// If there are more bytes than [`Limits::message`](crate::Limits::message).
    #[inline]
    pub fn new(bytes: &'de [u8], options: &'o Options<'o>) -> Result<Self, Error> {
        let mut tokens = Tokens::new(bytes, options.limits)?;
        let begun = match bytes.first() {
            Some(byte) if *byte <= b' ' => scan::spaces(bytes),
            _ => 0,
        };
        tokens.input.advance(begun);
        Ok(Self {
            tokens,
            options,
            frame: Frame::default(),
            begun,
            refused: false,
            typed: None,
        })
    }

    /// Checks that nothing but white space follows.
    ///
    /// # Errors
    ///
    /// If something does.
    pub fn end(&mut self) -> Result<(), Error> {
        self.tokens.space();
        if self.tokens.input.is_empty() {
            Ok(())
        } else {
            Err(self.tokens.here(Fault::Trailing))
        }
    }

    /// Whether a message did not meet its rules.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refused
    }

    /// Passes null, where that is no value of the type.
    pub(crate) fn skip_null(&mut self, ty: &Type) -> bool {
        !holds_null(ty) && self.tokens.null()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn position(&self) -> usize {
        self.tokens.input.position()
    }

    /// Opens a level: passes `open` and space.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn open(&mut self, open: u8, expected: &'static str) -> Result<(), Error> {
        if self.tokens.input.peek() != Some(open) {
            return Err(self.tokens.no_literal(expected));
        }
        self.enter()?;
        self.tokens.input.advance(1);
        self.tokens.space();
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn enter(&mut self) -> Result<(), Error> {
        match self.tokens.budget.enter() {
            Ok(()) => Ok(()),
            Err(fault) => Err(self.tokens.here(fault)),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn count(&mut self) -> Result<(), Error> {
        match self.tokens.budget.elements(1) {
            Ok(()) => Ok(()),
            Err(fault) => Err(self.tokens.here(fault)),
        }
    }
}

impl Framed for Decoder<'_, '_> {
    type Frame = ();
}

impl<'de> Reader<'de> for Decoder<'de, '_> {
    const MERGES: bool = false;
    const WIRE: Wire = Wire::Json;

    #[inline]
    fn may_be(&self, place: &Info) -> bool {
        let next = self.tokens.input.peek().map_or(Forms::NONE, form);
        forms_of(&place.ty).meets(next)
    }

    fn is_outermost(&self) -> bool {
        self.tokens.budget.is_outermost(self.tokens.budget.depth())
    }

    fn left(&self) -> Limits {
        self.tokens.budget.limits_at(self.tokens.budget.depth())
    }

    fn swap_unknown(&mut self, unknown: &mut UnknownFields) {
        core::mem::swap(&mut self.frame.unknown, unknown);
    }

    #[inline]
    fn bool<P: Place>(&mut self, at: P) -> Result<bool, Error> {
        if info(&at).role == Role::Key {
            let start = self.position();
            return match &*self.tokens.word()? {
                "true" => Ok(true),
                "false" => Ok(false),
                _ => Err(self.expected("bool", "string", start)),
            };
        }
        self.tokens.bool()
    }

    #[inline]
    fn u64<P: Place>(&mut self, at: P) -> Result<u64, Error> {
        self.unsigned(u64::MAX, info(&at).ty)
    }

    #[inline]
    fn i64<P: Place>(&mut self, at: P) -> Result<i64, Error> {
        self.signed(i64::MAX, info(&at).ty)
    }

    #[inline]
    fn u32<P: Place>(&mut self, at: P) -> Result<u32, Error> {
        self.unsigned(u64::from(u32::MAX), info(&at).ty)
            .map(|value| value as u32)
    }

    #[inline]
    fn i32<P: Place>(&mut self, at: P) -> Result<i32, Error> {
        self.signed(i64::from(i32::MAX), info(&at).ty)
            .map(|value| value as i32)
    }

    fn u128<P: Place>(&mut self, at: P) -> Result<u128, Error> {
        self.exact(false, u128::MAX, info(&at).ty)
            .map(|(_, magnitude)| magnitude)
    }

    fn i128<P: Place>(&mut self, at: P) -> Result<i128, Error> {
        let (negative, magnitude) = self.exact(true, i128::MAX as u128, info(&at).ty)?;
        Ok(if negative {
            (magnitude as i128).wrapping_neg()
        } else {
            magnitude as i128
        })
    }

    #[inline]
    fn f32<P: Place>(&mut self, _at: P) -> Result<f32, Error> {
        self.float()
    }

    #[inline]
    fn f64<P: Place>(&mut self, _at: P) -> Result<f64, Error> {
        self.float()
    }

    fn number<P: Place>(&mut self, _at: P) -> Result<Number<'de>, Error> {
        // A number is ASCII.
        let text = core::str::from_utf8(self.tokens.number()?).unwrap_or_default();
        Ok(Number::Text(text))
    }

    #[inline]
    fn str<P: Place>(&mut self, _at: P) -> Result<Cow<'de, str>, Error> {
        self.tokens.string()
    }

    fn bytes<P: Place>(&mut self, _at: P) -> Result<Cow<'de, [u8]>, Error> {
        self.base64().map(Cow::Owned)
    }

    fn uuid<P: Place>(&mut self, _at: P) -> Result<[u8; 16], Error> {
        let start = self.position();
        let text = self.tokens.string()?;
        uuid::read(text.as_bytes()).ok_or_else(|| {
            let fault = Fault::other_text("UUID", &text);
            self.tokens.error(fault, start)
        })
    }

    fn duration<P: Place>(&mut self, _at: P) -> Result<(i64, i32), Error> {
        self.span()
    }

    fn timestamp<P: Place>(&mut self, _at: P) -> Result<(i64, u32), Error> {
        self.instant()
    }

    fn opaque<P: Place, V: FromOpaque<'de>>(&mut self, _at: P) -> Result<V, Error> {
        let start = self.position();
        self.tokens.skip()?;
        let text = self.tokens.input.between(start, self.position());
        let limits = self.left();
        let checked = skip::whole(text, &self.tokens.budget).map_err(|fault| (fault, 0));
        let read = checked.and_then(|()| V::read(Wire::Json, text, &limits));
        read.map_err(|(fault, at)| self.tokens.error(fault, start + at))
    }

    fn unit<P: Place>(&mut self, _at: P) -> Result<(), Error> {
        match self.tokens.input.peek() {
            Some(b'{') => self.tokens.skip(),
            Some(b'[') => {
                self.open(b'[', "unit")?;
                if !self.tokens.skip_if(b']') {
                    return Err(self.tokens.unclosed(b']'));
                }
                self.tokens.budget.leave();
                Ok(())
            }
            _ if self.tokens.null() => Ok(()),
            _ => Err(self.tokens.no_literal("null")),
        }
    }

    fn enumeration<P: Place>(&mut self, _at: P, schema: &'static Schema) -> Result<i32, Error> {
        self.enum_number(schema)
    }

    #[inline]
    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        if !holds_null(&info(&at).ty) && self.tokens.null() {
            *into = None;
            return Ok(());
        }
        stand!(inner = Inner(at));
        decode_some(into, self, inner, mode)
    }

    #[inline]
    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        let start = self.position();
        self.open(b'[', "array")?;
        let mut index = 0;
        if !self.tokens.skip_if(b']') {
            stand!(element = Element(at));
            loop {
                self.count()?;
                self.begun = self.position();
                match into.element(self, element) {
                    Ok(()) => {}
                    Err(error) if const { !S::IS_KNOWN } && error.is_unknown_value() => {}
                    Err(error) => return Err(error.at_index(index)),
                }
                index += 1;
                if !self.tokens.goes_on(b']')? {
                    break;
                }
            }
        }
        self.begun = start;
        self.tokens.budget.leave();
        Ok(())
    }

    #[inline]
    fn run<P: Place, T: Scalar>(
        &mut self,
        _at: P,
        into: &mut Vec<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        if mode == Mode::Replace {
            into.clear();
        }
        self.scalars(into)
    }

    #[inline]
    fn map<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        let start = self.position();
        self.open(b'{', "object")?;
        if !self.tokens.skip_if(b'}') {
            stand!(key_place = Key(at));
            stand!(value_place = Value(at));
            loop {
                self.count()?;
                into.start();
                self.begun = self.position();
                let key = self.position();
                if self.tokens.input.peek() != Some(b'"') {
                    return Err(self.tokens.expected_key());
                }
                let known = match into.key(self, key_place) {
                    Ok(()) => true,
                    Err(error) if error.is_unknown_value() => false,
                    Err(error) => return Err(self.in_entry(error, key)),
                };
                self.tokens.colon()?;
                self.begun = self.position();
                if !known {
                    self.tokens.skip()?;
                } else {
                    match into.value(self, value_place) {
                        Ok(()) => into.insert(self)?,
                        Err(error) if error.is_unknown_value() => {}
                        Err(error) => return Err(self.in_entry(error, key)),
                    }
                }
                if !self.tokens.goes_on(b'}')? {
                    break;
                }
            }
        }
        self.begun = start;
        self.tokens.budget.leave();
        Ok(())
    }

    #[inline]
    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        _at: P,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        self.object(into, mode)
    }

    #[inline]
    fn union<P: Place, U: Choice<'de>>(&mut self, _at: P, into: &mut U) -> Result<(), Error> {
        self.read_union(into)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn at<P: Place>(&mut self, _: &mut (), at: P) -> Result<bool, Error> {
        self.predict(&at)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn next(&mut self, _: &mut (), schema: &'static Schema) -> Result<Option<usize>, Error> {
        if self.ends() {
            return Ok(None);
        }
        self.next_member(schema)
    }

    #[cold]
    fn keep<P: Place>(&mut self, _: &(), at: P, start: usize) {
        if self.frame.keeps {
            let value = self.tokens.input.between(start, self.position());
            self.frame
                .unknown
                .push(Wire::Json, unknown::Key::Name(info(&at).name), value);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn offset(&self) -> usize {
        self.position()
    }

    #[cold]
    fn error(&self, fault: Fault) -> Error {
        self.tokens.error(fault, self.begun)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn options(&self) -> &Options<'_> {
        self.options
    }

    fn refuse(&mut self) {
        self.refused = true;
    }

    fn grant(&mut self, count: usize, size: usize) -> usize {
        self.tokens.budget.grant(count, size)
    }
}

impl<'de> Decoder<'de, '_> {
    /// Reads a message: the one place where the fields of a type are walked.
    #[inline(never)]
    fn object<M: Fields<'de>>(&mut self, into: &mut M, mode: Mode) -> Result<(), Error> {
        if const { may_be_known(M::KNOWN) } {
            let form = into.schema().form();
            if form != Form::Plain {
                return self.known(form, into, mode);
            }
        }
        let start = self.position();
        let mut frame = self.begin_message()?;
        if let Some(unknown) = into.unknown() {
            frame.keeps = true;
            frame.unknown = core::mem::take(unknown);
            if mode == Mode::Replace {
                frame.unknown.clear();
            }
        } else if const { M::UPGRADES } {
            frame.keeps = true;
        }
        let outer = core::mem::replace(&mut self.frame, frame);
        let result = Scope::read(self, (), into, mode);
        let frame = core::mem::replace(&mut self.frame, outer);
        if let Some(unknown) = into.unknown() {
            *unknown = frame.unknown;
        }
        self.begun = start;
        self.tokens.budget.leave();
        result
    }
}

impl Decoder<'_, '_> {
    /// An error inside the map entry whose key begins at `key`.
    #[cold]
    fn in_entry(&self, error: Error, key: usize) -> Error {
        let text = self.tokens.input.between(key, self.position());
        let name = Tokens::new(text, self.options.limits)
            .ok()
            .and_then(|mut tokens| Some(String::from(tokens.word().ok()?)));
        match name {
            Some(name) => error.at_key(name),
            None => error,
        }
    }
}
