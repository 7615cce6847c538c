//! [`Bare`]: a driver that writes a message as its one field, without braces and name.

use crate::codec::{Codec, Info, Number, Place, Role, Writer};
use crate::error::Error;
use crate::schema::Presence;
use crate::wire::json::dialect::Dialect;
use crate::wire::json::value::unwritable;
use crate::wire::json::write::Encoder;
use crate::wire::known::NOT_FINITE;

/// Hands the value of each field on, as one that stands alone.
pub(super) struct Bare<'e, 'o, 'b, D> {
    pub(super) encoder: &'e mut Encoder<'o, 'b, D>,
    /// Whether floats must be finite.
    pub(super) finite: bool,
}

/// The place of a value that stands alone.
#[derive(Clone, Copy, Debug)]
struct Alone<P>(P);

const fn alone(mut info: Info) -> Info {
    info.role = Role::Root;
    info.presence = Presence::Explicit;
    info.oneof = false;
    info
}

impl<P: Place> Place for Alone<P> {
    const INFO: Option<Info> = match P::INFO {
        Some(info) => Some(alone(info)),
        None => None,
    };

    fn info(&self) -> Info {
        alone(self.0.info())
    }
}

macro_rules! hand_on {
    ($($name:ident($($argument:ident: $ty:ty),*);)*) => {$(
        fn $name<P: Place>(&mut self, at: P, $($argument: $ty),*) {
            self.encoder.$name(Alone(at), $($argument),*);
        }
    )*};
}

impl<D: Dialect> Writer for Bare<'_, '_, '_, D> {
    fn absent<P: Place>(&mut self, _at: P) {}

    hand_on! {
        bool(value: bool);
        u64(value: u64);
        i64(value: i64);
        u32(value: u32);
        i32(value: i32);
        u128(value: u128);
        i128(value: i128);
        f32(value: f32);
        number(value: Number<'_>);
        str(value: &str);
        bytes(value: &[u8]);
        unverified(value: &[u8]);
        uuid(value: [u8; 16]);
        duration(secs: i64, nanos: i32);
        timestamp(secs: i64, nanos: u32);
        unit();
        enumeration(number: i32, name: Option<&'static str>);
    }

    fn f64<P: Place>(&mut self, at: P, value: f64) {
        if self.finite && !value.is_finite() {
            return self.fail(unwritable(NOT_FINITE));
        }
        self.encoder.f64(Alone(at), value);
    }

    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        self.encoder.message(Alone(at), message);
    }

    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        self.encoder.union(Alone(at), union);
    }

    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T> + Clone>(
        &mut self,
        at: P,
        items: I,
    ) {
        self.encoder.list(Alone(at), items);
    }

    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)> + Clone,
    {
        self.encoder.map(Alone(at), entries);
    }

    fn fail(&mut self, error: Error) {
        self.encoder.fail(error);
    }
}
