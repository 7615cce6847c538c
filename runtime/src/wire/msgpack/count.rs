//! The number of entries of a message in its map form: a walk that counts and writes nothing.

use crate::codec::{Codec, Number, Place, Role, Writer, info};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::schema::Presence;

/// Whether a value of a message in its map form is left out: one that reads like an absent field.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn is_left_out<P: Place>(at: &P, is_zero: bool) -> bool {
    let place = info(at);
    is_zero && matches!(place.role, Role::Field) && matches!(place.presence, Presence::Implicit)
}

/// Counts the fields that are written.
#[derive(Debug, Default)]
pub(super) struct Count(pub(super) usize);

impl Count {
    fn count<P: Place>(&mut self, at: P, is_zero: bool) {
        self.0 += usize::from(!is_left_out(&at, is_zero));
    }
}

macro_rules! counted {
    ($($method:ident($value:ident: $ty:ty): $is_zero:expr;)*) => {$(
        fn $method<P: Place>(&mut self, at: P, $value: $ty) {
            self.count(at, $is_zero);
        }
    )*};
}

impl Writer for Count {
    fn absent<P: Place>(&mut self, _at: P) {}

    counted! {
        bool(value: bool): !value;
        u64(value: u64): value == 0;
        i64(value: i64): value == 0;
        u128(value: u128): value == 0;
        i128(value: i128): value == 0;
        f32(value: f32): value.to_bits() == 0;
        f64(value: f64): value.to_bits() == 0;
        number(_value: Number<'_>): false;
        str(value: &str): value.is_empty();
        char(value: char): value == '\0';
        bytes(value: &[u8]): value.is_empty();
        uuid(value: [u8; 16]): value == [0; 16];
    }

    fn duration<P: Place>(&mut self, at: P, _secs: i64, _nanos: i32) {
        self.count(at, false);
    }

    fn timestamp<P: Place>(&mut self, at: P, _secs: i64, _nanos: u32) {
        self.count(at, false);
    }

    fn unit<P: Place>(&mut self, at: P) {
        self.count(at, false);
    }

    fn enumeration<P: Place>(&mut self, at: P, number: i32, _name: Option<&'static str>) {
        self.count(at, number == 0);
    }

    fn message<P: Place, M: Codec>(&mut self, at: P, _message: &M) {
        self.count(at, false);
    }

    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        let foreign = union
            .unknown()
            .is_some_and(|unknown| unknown.is_foreign(Wire::MsgPack));
        if !(foreign && info(&at).may_be_absent()) {
            self.count(at, false);
        }
    }

    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        self.count(at, items.len() == 0);
    }

    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        self.count(at, entries.len() == 0);
    }

    fn fail(&mut self, _error: Error) {}
}
