//! Kept unknown fields on their way back (promise 3 of evolution).
//!
//! A kept value whose name the schema knows is one that the reader could not take: a new value of a closed enum. It is
//! written only while its own field is still absent, in place of what was written for it.

use alloc::vec::Vec;

use super::dialect::Dialect;
use super::key::Prefix;
use super::store;
use super::tokens::Tokens;
use crate::Wire;
use crate::codec::Codec;
use crate::limits::Limits;
use crate::schema::Field;
use crate::unknown::{Key, UnknownFields};
use crate::wire::output::Output;
use crate::wire::present::{Present, State};

/// Whether `field` goes by `name`.
pub(super) fn is_called(field: &Field, name: &str) -> bool {
    field.name() == name || field.json_name() == name || field.aliases().contains(&name)
}

/// Appends the unknown fields of a message whose known ones were written from `start` on.
#[cold]
pub(super) fn write<C, D: Dialect, M: Codec>(
    out: &mut Output<'_, '_, C>,
    start: usize,
    unknown: &UnknownFields,
    message: &M,
) {
    let (fields, present) = (message.schema().fields(), Present::of(message));
    let mut last = alloc::vec![None; fields.len()];
    let known = out.position();
    for (key, value) in unknown.on(Wire::Json) {
        let Key::Name(name) = key else { continue };
        let field = fields.iter().position(|field| is_called(field, name));
        match field.and_then(|index| last.get_mut(index)) {
            None => member(out, name, value),
            Some(_) if field.is_some_and(|index| present.state(index) == State::Set) => {}
            Some(kept) => *kept = Some(value),
        }
    }
    let mut known = known - start;
    for (field, value) in fields.iter().zip(last) {
        let Some(value) = value else { continue };
        let name = if D::PROTO {
            field.json_name()
        } else {
            field.name()
        };
        let members = out.written(start).get(..known).unwrap_or_default();
        match written(members, name) {
            Some((from, to)) => {
                replace(out, start + from, start + to, value);
                known = known + value.len() - (to - from);
            }
            None => member(out, name, value),
        }
    }
}

/// Appends what an enum with data holds of a variant that it does not know.
#[cold]
pub(super) fn write_variant<C>(out: &mut Output<'_, '_, C>, unknown: &UnknownFields) {
    let names = || {
        unknown.on(Wire::Json).filter_map(|(key, value)| {
            if let Key::Name(name) = key {
                Some((name, value))
            } else {
                None
            }
        })
    };
    let start = out.position();
    for (name, value) in names() {
        if value.is_empty() {
            out.truncate(start);
            return store::text(out, &Prefix::EMPTY, name);
        }
        member(out, name, value);
    }
    if out.position() == start {
        out.byte(b'{');
    } else {
        out.patch(start, b'{');
    }
    out.byte(b'}');
}

fn member<C>(out: &mut Output<'_, '_, C>, name: &str, value: &[u8]) {
    out.byte(b',');
    store::text(out, &Prefix::EMPTY, name);
    out.byte(b':');
    out.bytes(value);
}

/// Where the value of the member `name` stands in `members`, each of which begins with a comma.
fn written(members: &[u8], name: &str) -> Option<(usize, usize)> {
    let mut tokens = Tokens::new(members, Limits::UNLIMITED).ok()?;
    while tokens.skip_if(b',') {
        let (key, _) = tokens.key().ok()?;
        let from = tokens.input.position();
        tokens.skip().ok()?;
        if key == name {
            return Some((from, tokens.input.position()));
        }
    }
    None
}

/// Puts `value` where `from..to` was written.
fn replace<C>(out: &mut Output<'_, '_, C>, from: usize, to: usize, value: &[u8]) {
    let after = Vec::from(out.written(to));
    out.truncate(from);
    out.bytes(value);
    out.bytes(&after);
}
