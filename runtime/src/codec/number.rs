//! [`number_of`]: the number that a value is, found by a walk that writes nothing.

use super::{Codec, Place, Root, Writer};
use crate::error::Error;

/// The number of an enum without data or an integer, through whatever holds it; `None` for other values.
#[must_use]
pub fn number_of<T: Codec>(value: &T) -> Option<i128> {
    let mut number = Number(None);
    value.encode(&mut number, Root::<T>::default());
    number.0
}

/// The last number that was told.
struct Number(Option<i128>);

macro_rules! none {
    ($($method:ident($($value:ident: $ty:ty),*);)*) => {$(
        fn $method<P: Place>(&mut self, _at: P $(, $value: $ty)*) {}
    )*};
}

impl Writer for Number {
    fn u64<P: Place>(&mut self, _at: P, value: u64) {
        self.0 = Some(value.into());
    }

    fn i64<P: Place>(&mut self, _at: P, value: i64) {
        self.0 = Some(value.into());
    }

    fn enumeration<P: Place>(&mut self, _at: P, number: i32, _name: Option<&'static str>) {
        self.0 = Some(number.into());
    }

    fn u128<P: Place>(&mut self, _at: P, value: u128) {
        self.0 = value.try_into().ok();
    }

    fn i128<P: Place>(&mut self, _at: P, value: i128) {
        self.0 = Some(value);
    }

    none! {
        absent();
        bool(_value: bool);
        f32(_value: f32);
        f64(_value: f64);
        str(_value: &str);
        bytes(_value: &[u8]);
        duration(_secs: i64, _nanos: i32);
        timestamp(_secs: i64, _nanos: u32);
        unit();
    }

    fn message<P: Place, M: Codec>(&mut self, _at: P, _message: &M) {}

    fn union<P: Place, M: Codec>(&mut self, _at: P, _union: &M) {}

    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        _at: P,
        _items: I,
    ) {
    }

    fn map<'i, P, K, V, I>(&mut self, _at: P, _entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
    }

    fn fail(&mut self, _error: Error) {}
}
