//! The members of a message: predicted in order, looked up where the prediction fails.
//!
//! Invariant: between members the cursor stands before what leads to the next one: the opening brace that was not passed
//! yet, or the comma. So the first member is compared with the same constant as all others, its first byte apart.

use super::kept::is_called;
use super::key::Prefix;
use super::read::Decoder;
use alloc::string::String;

use crate::Wire;
use crate::codec::{Info, Place};
use crate::error::{Error, Fault};
use crate::extension::crossing::Crossing;
use crate::schema::{Schema, Type};
use crate::unknown::{Key, UnknownFields};
use crate::wire::known::holds_null;

/// What belongs to the message that is being read.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// The byte before the next member. [`ELEMENT`] is added in an array, so that no member is predicted there.
    lead: u16,
    /// In an object, the position from which the next key is looked up; in an array, that of the next element.
    next: u32,
    /// Whether the message keeps unknown fields.
    pub(super) keeps: bool,
    /// Those that were met.
    pub(super) unknown: UnknownFields,
}

const ELEMENT: u16 = 0x100;
const FIRST: u16 = b'{' as u16;
const LATER: u16 = b',' as u16;
const FIRST_ELEMENT: u16 = b'[' as u16 | ELEMENT;
const LATER_ELEMENT: u16 = LATER | ELEMENT;

impl<'de> Decoder<'de, '_> {
    /// Enters the message at the cursor, an object or (as serde_json reads structs too) an array.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn begin_message(&mut self) -> Result<Frame, Error> {
        let lead = match self.tokens.input.peek() {
            Some(b'{') => FIRST,
            Some(b'[') => FIRST_ELEMENT,
            _ => return Err(self.tokens.no_literal("object")),
        };
        self.enter()?;
        Ok(Frame {
            lead,
            next: 0,
            keeps: false,
            unknown: UnknownFields::new(),
        })
    }

    /// Whether the field at `at` is next and has a value. If so, the value is next.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn predict<P: Place>(&mut self, at: &P) -> Result<bool, Error> {
        if const { P::INFO.is_none() } {
            return Ok(self.predict_row(&at.info()));
        }
        let key = const { &Member::of::<P>() };
        let Some(&first) = self.tokens.input.rest().first() else {
            return Ok(false);
        };
        if u16::from(first) == self.frame.lead {
            if let Some(value) = self.expect_either(key) {
                return Ok(self.found(key, value));
            }
            if self.is_another(key) {
                return Ok(false);
            }
        } else if const { Member::is_element::<P>() }
            && u16::from(first) | ELEMENT == self.frame.lead
        {
            if let Some(value) = self.expect_element() {
                return Ok(self.found_element(key, value));
            }
        } else if first == b'}' {
            return Ok(false);
        }
        Ok(self.predict_slowly(key))
    }

    /// Passes one of a member's keys, if it follows in compact form; see [`expect`](Self::expect).
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn expect_either(&mut self, member: &'static Member) -> Option<u8> {
        match self.expect(&member.keys[0]) {
            None if member.keys[1].is_some() => self.expect(&member.keys[1]),
            found => found,
        }
    }

    /// Whether another member follows, or none: one that begins with another byte than this one's names.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_another(&self, member: &'static Member) -> bool {
        let rest = self.tokens.input.rest();
        match rest.get(1) {
            Some(b'"') => member.firsts.iter().all(|first| is_other(rest, *first)),
            Some(b'}') => true,
            _ => false,
        }
    }

    /// Notes that a member was found, whose value begins with that byte, and says whether it has one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn found(&mut self, member: &'static Member, value: u8) -> bool {
        self.frame.lead = LATER;
        self.frame.next = member.index + 1;
        self.begun = self.position();
        value != b'n' || holds_null(&member.ty) || !self.tokens.null()
    }

    /// [`found`](Self::found) in an array.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn found_element(&mut self, member: &'static Member, value: u8) -> bool {
        self.frame.lead = LATER_ELEMENT;
        self.frame.next += 1;
        self.begun = self.position();
        value != b'n' || holds_null(&member.ty) || !self.tokens.null()
    }

    /// [`predict`](Self::predict) for a place that is known only as the program runs.
    #[inline(never)]
    fn predict_row(&mut self, place: &Info) -> bool {
        self.predict_by_name(place) && self.has_value(place.index, holds_null(&place.ty))
    }

    /// Notes that the field at `index` of the schema was found, and says whether it has a value.
    fn has_value(&mut self, index: u32, nullable: bool) -> bool {
        if self.frame.lead & ELEMENT == 0 {
            self.frame.lead = LATER;
            self.frame.next = index + 1;
        } else {
            self.frame.lead = LATER_ELEMENT;
        }
        self.begun = self.position();
        nullable || !self.tokens.null()
    }

    /// Passes a member's key if it follows in compact form, and space after the colon; says what the value begins with.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn expect(&mut self, key: &'static Option<Prefix>) -> Option<u8> {
        let key = key.as_ref()?;
        let (&value, found) = self.tokens.input.rest().get(..=key.len())?.split_last()?;
        if found.get(1..)? != key.bytes().get(1..)? {
            return None;
        }
        self.tokens.input.advance(key.len());
        if value > b' ' {
            return Some(value);
        }
        self.tokens.space();
        // The value may be missing, which is for who reads it to tell.
        Some(self.tokens.input.peek().unwrap_or(value))
    }

    /// Passes what leads to an element in compact form, and says what that begins with.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn expect_element(&mut self) -> Option<u8> {
        match self.tokens.input.rest().get(1) {
            None | Some(0..=b' ' | b']') => None,
            Some(&value) => {
                self.tokens.input.advance(1);
                Some(value)
            }
        }
    }

    /// [`predict`](Self::predict) with space anywhere, and in an array.
    #[inline(never)]
    fn predict_slowly(&mut self, member: &'static Member) -> bool {
        self.passes(&member.keys) && self.has_value(member.index, holds_null(&member.ty))
    }

    /// Passes what leads to the value of a member of those keys, if it is next.
    fn passes(&mut self, keys: &'static [Option<Prefix>; 2]) -> bool {
        self.tokens.space();
        let start = self.position();
        if !self.tokens.skip_if(self.frame.lead as u8) {
            return false;
        }
        self.tokens.space();
        let found = if self.frame.lead & ELEMENT == 0 {
            let rest = self.tokens.input.rest();
            let quoted = |key: &Prefix| {
                key.bytes()
                    .get(1..key.len() - 1)
                    .filter(|key| rest.starts_with(key))
                    .map(<[u8]>::len)
            };
            match keys.iter().flatten().find_map(quoted) {
                Some(len) => {
                    self.tokens.input.advance(len);
                    self.tokens.colon().is_ok()
                }
                None => false,
            }
        } else {
            self.is_element()
        };
        if !found {
            self.tokens.input.rewind(start);
        }
        found
    }

    /// Passes what leads to the value of a member, by its names, if it is next.
    fn predict_by_name(&mut self, place: &Info) -> bool {
        self.tokens.space();
        let start = self.position();
        if !self.tokens.skip_if(self.frame.lead as u8) {
            return false;
        }
        self.tokens.space();
        let found = if self.frame.lead & ELEMENT == 0 {
            self.is_key(place.name) || self.is_key(place.json_name)
        } else {
            self.is_element()
        };
        if !found {
            self.tokens.input.rewind(start);
        }
        found
    }

    /// Passes a key that is spelled as it is, and its colon.
    fn is_key(&mut self, name: &str) -> bool {
        let rest = self.tokens.input.rest();
        let after = rest
            .strip_prefix(b"\"")
            .and_then(|rest| rest.strip_prefix(name.as_bytes()));
        if after.and_then(|rest| rest.first()) != Some(&b'"') {
            return false;
        }
        let start = self.position();
        self.tokens.input.advance(name.len() + 2);
        let is_key = self.tokens.colon().is_ok();
        if !is_key {
            self.tokens.input.rewind(start);
        }
        is_key
    }

    /// Whether an element follows, which is counted.
    fn is_element(&mut self) -> bool {
        let follows = !matches!(self.tokens.input.peek(), None | Some(b']'));
        self.frame.next += u32::from(follows);
        follows
    }

    /// Passes the end of the message, if it follows as it mostly does once the predicted members were read.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn ends(&mut self) -> bool {
        let close = match self.frame.lead {
            LATER => b'}',
            LATER_ELEMENT => b']',
            _ => return false,
        };
        self.tokens.skip_if(close)
    }

    /// The position in `schema` of the next member that it knows, whose value is next; `None` at the end of the message.
    pub(super) fn next_member(&mut self, schema: &'static Schema) -> Result<Option<usize>, Error> {
        if self.frame.lead & ELEMENT != 0 {
            return self.next_element(schema);
        }
        while self.goes_on(b'}')? {
            let (key, start) = self.tokens.key()?;
            self.begun = self.position();
            let Some(index) = self.look_up(schema, &key) else {
                self.unknown_member(schema, &key, start)?;
                continue;
            };
            let nullable = schema
                .fields()
                .get(index)
                .is_some_and(|field| holds_null(&field.ty()));
            if nullable || !self.tokens.null() {
                return Ok(Some(index));
            }
        }
        Ok(None)
    }

    /// Whether another member or element follows. Passes what leads to it, or the end.
    fn goes_on(&mut self, close: u8) -> Result<bool, Error> {
        if self.frame.lead & 0xff == LATER {
            return self.tokens.goes_on(close);
        }
        self.frame.lead = LATER | self.frame.lead & ELEMENT;
        self.tokens.input.advance(1);
        self.tokens.space();
        Ok(!self.tokens.skip_if(close))
    }

    fn next_element(&mut self, schema: &'static Schema) -> Result<Option<usize>, Error> {
        while self.goes_on(b']')? {
            let index = self.frame.next as usize;
            self.frame.next += 1;
            self.begun = self.position();
            match schema.fields().get(index) {
                Some(field) if holds_null(&field.ty()) || !self.tokens.null() => {
                    return Ok(Some(index));
                }
                Some(_) => {}
                None if self.options.reject_unknown => {
                    return Err(self
                        .tokens
                        .here(Fault::UnknownField(alloc::format!("{index}"))));
                }
                None => self.tokens.skip()?,
            }
        }
        Ok(None)
    }

    /// The position of the field that goes by `key`, looked up from where the last one was found.
    fn look_up(&mut self, schema: &'static Schema, key: &str) -> Option<usize> {
        let fields = schema.fields();
        let first = (self.frame.next as usize).min(fields.len());
        let (before, after) = fields.split_at(first);
        let index = match after.iter().position(|field| is_called(field, key)) {
            Some(index) => first + index,
            None => before.iter().position(|field| is_called(field, key))?,
        };
        self.frame.next = index as u32 + 1;
        Some(index)
    }

    /// Keeps, skips or refuses a member that the schema does not know.
    fn unknown_member(
        &mut self,
        schema: &'static Schema,
        key: &str,
        start: usize,
    ) -> Result<(), Error> {
        if self.frame.keeps
            && key.starts_with('[')
            && let Some(crossing) = self
                .options
                .registry
                .and_then(|registry| registry.extensions.member(schema, key))
        {
            return self.extension(schema, *crossing, key, start);
        }
        if self.is_url(key) {
            return self.tokens.skip();
        }
        if self.options.reject_unknown {
            return Err(self.tokens.error(Fault::UnknownField(key.into()), start));
        }
        let value = self.position();
        self.tokens.skip()?;
        if self.frame.keeps {
            let value = self.tokens.input.between(value, self.position());
            self.frame.unknown.push(Wire::Json, Key::Name(key), value);
        }
        Ok(())
    }
}

impl Decoder<'_, '_> {
    /// Keeps an extension as protobuf has it.
    #[cold]
    fn extension(
        &mut self,
        schema: &'static Schema,
        crossing: Crossing,
        key: &str,
        start: usize,
    ) -> Result<(), Error> {
        let bytes = crossing
            .read_json(self)
            .map_err(|error| error.within(String::from(key)))?;
        if crossing.keep(schema, &bytes, &mut self.frame.unknown) {
            return Ok(());
        }
        Err(self
            .tokens
            .error(Fault::Twice, start)
            .within(String::from(key)))
    }
}

/// Whether a member's key at `rest`, after its comma and quote, begins with another byte than `name`.
#[cfg_attr(not(debug_assertions), inline(always))]
fn is_other(rest: &[u8], first: Option<u8>) -> bool {
    match (rest.get(2), first) {
        (Some(b'\\'), _) | (_, None) => false,
        (found, wanted) => found.copied() != wanted,
    }
}

/// What a member that is predicted goes by, as a constant.
#[derive(Debug)]
struct Member {
    /// The name, and ProtoJSON's if that is another one.
    keys: [Option<Prefix>; 2],
    /// The first bytes of both names.
    firsts: [Option<u8>; 2],
    /// The position in the schema's table of fields.
    index: u32,
    ty: Type,
}

impl Member {
    const fn of<P: Place>() -> Self {
        let info = match P::INFO {
            Some(info) => info,
            None => Info::root(Type::Unit),
        };
        Self {
            keys: [
                Prefix::member::<P>(false),
                if two_names::<P>() {
                    Prefix::member::<P>(true)
                } else {
                    None
                },
            ],
            firsts: [
                info.name.as_bytes().first().copied(),
                info.json_name.as_bytes().first().copied(),
            ],
            index: info.index,
            ty: info.ty,
        }
    }

    /// Whether the place is one of a tuple, which may be an array.
    const fn is_element<P: Place>() -> bool {
        match P::INFO {
            Some(info) => info.tuple,
            None => false,
        }
    }
}

/// Whether ProtoJSON has another name for the place.
const fn two_names<P: Place>() -> bool {
    let Some(info) = P::INFO else { return false };
    let (a, b) = (info.name.as_bytes(), info.json_name.as_bytes());
    if a.len() != b.len() {
        return true;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return true;
        }
        i += 1;
    }
    false
}
