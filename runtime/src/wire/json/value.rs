//! One value at its place: the prefix before it, its quotes, whether it is left out, and the level that it opens.

use super::dialect::Dialect;
use super::kept;
use super::key::Prefix;
use super::known::below;
use super::store::{self, Dress};
use super::write::Encoder;
use crate::Wire;
use crate::codec::{Codec, Info, Place, Role, Writer, info};
use crate::error::{Error, Fault};
use crate::schema::{Presence, Type};
use crate::unknown::UnknownFields;

/// How an integer at this place is written.
#[cfg_attr(not(debug_assertions), inline(always))]
fn dress<P: Place>(at: &P, quoted: bool) -> Dress {
    match info(at).role {
        Role::Key => Dress::Key,
        _ if quoted => Dress::Quoted,
        _ => Dress::Bare,
    }
}

/// Whether ProtoJSON writes the integers of this place in quotes: those of 64 and 128 bits.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn is_wide<P: Place>(at: &P) -> bool {
    match info(at).ty {
        Type::Int(int) => int.is_wide() || int.is_128(),
        _ => true,
    }
}

impl<D: Dialect> Encoder<'_, '_, D> {
    /// Whether a value at this place is a field that is left out when it is zero or empty.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn omits<P: Place>(&self, at: &P) -> bool {
        let info = info(at);
        let is_implicit = matches!(
            (info.role, info.presence),
            (Role::Field, Presence::Implicit)
        );
        D::PROTO && is_implicit && !(D::CHOSEN && self.out.cx().own.choices.defaults)
    }

    /// What stands before the value at `at`, to be stored together with the value. A place that is known only as the
    /// program runs has its prefix written at once.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn prefix<P: Place>(&mut self, at: &P) -> &'static Prefix {
        match const { &Prefix::at::<P>(D::PROTO) } {
            Some(prefix) if !D::CHOSEN => prefix,
            _ => {
                self.write_prefix(&at.info());
                &Prefix::EMPTY
            }
        }
    }

    #[inline(never)]
    fn write_prefix(&mut self, info: &Info) {
        let name = match D::PROTO && !(D::CHOSEN && self.out.cx().own.choices.original_names) {
            true => info.json_name,
            false => info.name,
        };
        match info.role {
            Role::Field if info.tuple && !D::PROTO => self.out.byte(b','),
            Role::Field => self.member(b',', name),
            Role::Variant => self.member(b'{', name),
            Role::Element | Role::Key => self.out.byte(b','),
            Role::Value | Role::Root => {}
        }
    }

    /// Appends `before`, a key and its colon.
    fn member(&mut self, before: u8, name: &str) {
        self.out.byte(before);
        store::text(&mut self.out, &Prefix::EMPTY, name);
        self.out.byte(b':');
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn begin<P: Place>(&mut self, at: &P) {
        let prefix = self.prefix(at);
        prefix.write(&mut self.out);
    }

    /// Ends a key.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn end<P: Place>(&mut self, at: &P) {
        if matches!(info(at).role, Role::Key) {
            self.out.byte(b':');
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn integer<P: Place>(
        &mut self,
        at: P,
        quoted: bool,
        negative: bool,
        magnitude: u64,
    ) {
        if magnitude == 0 && self.omits(&at) {
            return;
        }
        let prefix = self.prefix(&at);
        store::integer(
            &mut self.out,
            prefix,
            dress(&at, quoted),
            negative,
            magnitude,
        );
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn text<P: Place>(&mut self, at: &P, text: &str) {
        let prefix = self.prefix(at);
        store::text(&mut self.out, prefix, text);
        self.end(at);
    }

    /// Text that needs no escape.
    pub(super) fn ascii<P: Place>(&mut self, at: &P, text: &[u8]) {
        self.begin(at);
        self.out.byte(b'"');
        self.out.short(text);
        self.out.byte(b'"');
        self.end(at);
    }

    pub(super) fn big<P: Place>(&mut self, at: P, value: impl itoa::Integer) {
        let mut buffer = itoa::Buffer::new();
        let text = buffer.format(value);
        if text == "0" && self.omits(&at) {
            return;
        }
        if D::PROTO || matches!(info(&at).role, Role::Key) {
            self.ascii(&at, text.as_bytes());
        } else {
            self.begin(&at);
            self.out.bytes(text.as_bytes());
        }
    }

    /// A float that is not finite.
    pub(super) fn special<P: Place>(&mut self, at: &P, value: f64) {
        self.ascii(at, store::name(value).as_bytes());
    }

    /// Runs `body` one level down.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn nested(&mut self, body: impl FnOnce(&mut Self)) {
        let levels = self.levels;
        if levels == 0 {
            return self.out.cx_mut().too_deep(Wire::Json, 0);
        }
        self.levels = levels - 1;
        body(self);
        self.levels = levels;
    }

    /// Writes between brackets, one level down, what `body` writes, which begins with a comma, unless it is nothing; `body` is
    /// told where it begins.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn level<P: Place>(
        &mut self,
        at: &P,
        open: u8,
        close: u8,
        body: impl FnOnce(&mut Self, usize),
    ) {
        self.begin(at);
        self.nested(|w| {
            let start = w.out.position();
            body(w, start);
            if w.out.position() == start {
                w.out.put([open, close], 2);
            } else {
                w.out.patch(start, open);
                w.out.byte(close);
            }
        });
    }

    /// Appends the unknown fields of a message whose known ones were written from `start` on, and its extensions.
    #[cold]
    pub(super) fn unknown<M: Codec>(&mut self, start: usize, unknown: &UnknownFields, message: &M) {
        if unknown.has(Wire::Json) {
            kept::write::<_, D, M>(&mut self.out, start, unknown, message);
        }
        let Some(registry) = self.out.cx().own.options.registry else {
            return;
        };
        let options = below(&self.out.cx().own.options, self.levels + 1);
        for (crossing, bytes) in registry.extensions.members(message.schema(), unknown) {
            let choices = D::CHOSEN.then_some(self.out.cx().own.choices);
            match crossing.to_json(&options, choices, &bytes) {
                Ok(object) => {
                    let member = object
                        .strip_prefix(b"{")
                        .and_then(|rest| rest.strip_suffix(b"}"));
                    if let Some(member) = member.filter(|member| !member.is_empty()) {
                        self.out.byte(b',');
                        self.out.bytes(member);
                    }
                }
                Err(error) => return self.fail(error),
            }
        }
    }

    /// A variant that this type does not know: as it came, if it came from JSON.
    #[cold]
    pub(super) fn unknown_variant<P: Place>(&mut self, at: P, unknown: &UnknownFields) {
        if !unknown.is_foreign(Wire::Json) {
            self.begin(&at);
            kept::write_variant(&mut self.out, unknown);
        } else if info(&at).may_be_absent() {
            self.absent(at);
        } else {
            self.fail(Error::foreign_variant(Wire::Json, 0));
        }
    }
}

#[cold]
pub(super) fn unwritable(why: &'static str) -> Error {
    Error::new(Fault::Unwritable(why), Some(Wire::Json), 0)
}
