//! Which fields of a message hold a value, so that what was kept for them is out of date (promise 3 of evolution).
//!
//! A walk that writes nothing. It is made only where unknown fields are written back.

use alloc::vec::Vec;

use crate::codec::{Codec, Place, Writer};
use crate::error::Error;
use crate::schema::{Field, Presence, Type};

/// Whether a field holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It holds none.
    Absent,
    /// It holds what an absent field reads as, and is written nevertheless.
    Default,
    /// It holds a value, or is a variant of a oneof that does.
    Set,
}

/// The fields of a message, and whether they hold a value.
#[derive(Debug)]
pub(super) struct Present {
    fields: &'static [Field],
    states: Vec<State>,
}

impl Present {
    /// Looks at the fields of a message, or at the variant of an enum with data.
    pub(super) fn of<M: Codec>(message: &M) -> Self {
        let fields = message.schema().fields();
        let mut present = Self {
            fields,
            states: alloc::vec![State::Absent; fields.len()],
        };
        message.encode_fields(&mut present);
        present
    }

    /// Whether the field at a position of the schema holds a value.
    pub(super) fn state(&self, index: usize) -> State {
        self.states.get(index).copied().unwrap_or(State::Absent)
    }

    #[inline(never)]
    fn found(&mut self, number: u32, state: State) {
        let own = self.fields.iter().find(|field| field.number() == number);
        let oneof = own.and_then(Field::oneof);
        for (field, found) in self.fields.iter().zip(&mut self.states) {
            if field.number() == number || oneof.is_some() && field.oneof() == oneof {
                *found = state;
            }
        }
    }

    fn value<P: Place>(&mut self, at: &P, is_zero: bool) {
        if !(is_zero && at.presence() == Presence::Implicit) {
            self.found(at.number(), State::Set);
        }
    }

    /// Takes a value of an enum without data, which may be what its field reads as where it is absent.
    #[inline(never)]
    fn number(&mut self, field: u32, presence: Presence, number: i32) {
        if self.default(field, presence) != Some(i128::from(number)) {
            self.found(field, State::Set);
        } else if number != 0 || presence != Presence::Implicit {
            self.found(field, State::Default);
        }
    }

    /// What a field of an enum without data reads as where it is absent.
    fn default(&self, number: u32, presence: Presence) -> Option<i128> {
        let mut fields = self.fields.iter();
        let field = fields.find(|field| field.number() == number)?;
        match field.default_number() {
            _ if matches!(field.ty(), Type::Option(_)) => None,
            None if presence == Presence::Implicit => Some(0),
            number => number,
        }
    }
}

macro_rules! values {
    ($($method:ident($($value:ident: $ty:ty),*): $is_zero:expr;)*) => {$(
        fn $method<P: Place>(&mut self, at: P $(, $value: $ty)*) {
            self.value(&at, $is_zero);
        }
    )*};
}

impl Writer for Present {
    fn absent<P: Place>(&mut self, _at: P) {}

    values! {
        bool(value: bool): !value;
        u64(value: u64): value == 0;
        i64(value: i64): value == 0;
        u128(value: u128): value == 0;
        i128(value: i128): value == 0;
        f32(value: f32): value.to_bits() == 0;
        f64(value: f64): value.to_bits() == 0;
        str(value: &str): value.is_empty();
        char(value: char): value == '\0';
        bytes(value: &[u8]): value.is_empty();
        duration(_secs: i64, _nanos: i32): false;
        timestamp(_secs: i64, _nanos: u32): false;
        unit(): false;
    }

    fn enumeration<P: Place>(&mut self, at: P, number: i32, _name: Option<&'static str>) {
        self.number(at.number(), at.presence(), number);
    }

    fn message<P: Place, M: Codec>(&mut self, at: P, _message: &M) {
        self.found(at.number(), State::Set);
    }

    fn union<P: Place, M: Codec>(&mut self, at: P, _union: &M) {
        self.found(at.number(), State::Set);
    }

    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        self.value(&at, items.len() == 0);
    }

    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        self.value(&at, entries.len() == 0);
    }

    fn fail(&mut self, _error: Error) {}
}
