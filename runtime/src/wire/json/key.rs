//! [`Prefix`]: what stands between the value before and this one, as a constant stored whole.
//!
//! A member, an element and a map's key begin with a comma; the first one of its object or array is patched into the
//! bracket afterwards, so that no place needs to know whether it is the first.

use crate::codec::{Info, Place, Role};
use crate::wire::output::Output;

/// How long a prefix may be to be stored whole.
pub(super) const ROOM: usize = 64;

/// The text before a value: `,"name":` for a field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prefix {
    bytes: [u8; ROOM],
    len: usize,
}

impl Prefix {
    /// Nothing.
    pub(super) const EMPTY: Self = Self {
        bytes: [0; ROOM],
        len: 0,
    };

    /// The prefix of a place that is known at compile time, unless it is too long or has a name to escape.
    pub(super) const fn at<P: Place>(proto: bool) -> Option<Self> {
        match P::INFO {
            Some(info) => Self::of(&info, proto),
            None => None,
        }
    }

    /// `,"name":` for a field of that place, if it is known at compile time and can be stored whole.
    pub(super) const fn member<P: Place>(proto: bool) -> Option<Self> {
        match P::INFO {
            Some(info) => {
                Self::EMPTY
                    .then(b',')
                    .named(if proto { info.json_name } else { info.name })
            }
            None => None,
        }
    }

    /// The prefix of a place, unless it is too long or has a name to escape.
    pub(super) const fn of(info: &Info, proto: bool) -> Option<Self> {
        let name = if proto { info.json_name } else { info.name };
        match info.role {
            Role::Field if info.tuple && !proto => Some(Self::EMPTY.then(b',')),
            Role::Field => Self::EMPTY.then(b',').named(name),
            Role::Variant => Self::EMPTY.then(b'{').named(name),
            Role::Element | Role::Key => Some(Self::EMPTY.then(b',')),
            Role::Value | Role::Root => Some(Self::EMPTY),
        }
    }

    const fn then(mut self, byte: u8) -> Self {
        if self.len < ROOM {
            self.bytes[self.len] = byte;
            self.len += 1;
        }
        self
    }

    const fn named(self, name: &str) -> Option<Self> {
        let name = name.as_bytes();
        if self.len + name.len() + 3 > ROOM {
            return None;
        }
        let mut prefix = self.then(b'"');
        let mut i = 0;
        while i < name.len() {
            if super::scan::is_stop(name[i]) {
                return None;
            }
            prefix = prefix.then(name[i]);
            i += 1;
        }
        Some(prefix.then(b'"').then(b':'))
    }

    /// The text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) const fn bytes(&self) -> &[u8] {
        self.bytes.split_at(self.len).0
    }

    /// How long the text is.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// The text and what follows it in the room.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) const fn whole(&self) -> &[u8; ROOM] {
        &self.bytes
    }

    /// Appends the text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write<C>(&self, out: &mut Output<'_, '_, C>) {
        super::store::prefix(out, self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Field, Type};

    fn prefix(info: Info, proto: bool) -> Option<alloc::string::String> {
        Prefix::of(&info, proto).map(|p| core::str::from_utf8(p.bytes()).unwrap().into())
    }

    #[test]
    fn a_place_has_its_prefix() {
        let info = Info::of(
            &Field::new(1, "unit_price", Type::Bool).with_json_name("unitPrice"),
            0,
        );
        assert_eq!(prefix(info, false).as_deref(), Some(",\"unit_price\":"));
        assert_eq!(prefix(info, true).as_deref(), Some(",\"unitPrice\":"));
        assert_eq!(
            prefix(info.as_variant(), false).as_deref(),
            Some("{\"unit_price\":")
        );
        assert_eq!(prefix(info.in_tuple(true), false).as_deref(), Some(","));
        assert_eq!(
            prefix(info.in_tuple(true), true).as_deref(),
            Some(",\"unitPrice\":")
        );
        assert_eq!(prefix(info.element(), false).as_deref(), Some(","));
        assert_eq!(prefix(info.map_key(), false).as_deref(), Some(","));
        assert_eq!(prefix(info.map_entry(), false).as_deref(), Some(""));
        assert_eq!(prefix(Info::root(Type::Bool), false).as_deref(), Some(""));
    }

    #[test]
    fn long_and_escaped_names_have_none() {
        const LONG: &str = "a234567890123456789012345678901234567890123456789012345678901";
        assert_eq!(LONG.len(), 61);
        let name = |name| prefix(Info::of(&Field::new(1, name, Type::Bool), 0), false);
        assert_eq!(name(LONG), None);
        assert_eq!(name(LONG.split_at(60).0).map(|p| p.len()), Some(64));
        assert_eq!(name("a\"b"), None);
        assert_eq!(name("a\nb"), None);
        assert_eq!(name("größe").as_deref(), Some(",\"größe\":"));
    }
}
