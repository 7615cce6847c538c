//! The number of entries of a message in its map form: a walk that counts and writes nothing.

use crate::codec::{Codec, Place, Writer};
use crate::error::Error;

/// Counts the fields that are present.
#[derive(Debug, Default)]
pub(super) struct Count(pub(super) usize);

macro_rules! counted {
    ($($method:ident($($ty:ty),*);)*) => {$(
        fn $method<P: Place>(&mut self, _at: P $(, _: $ty)*) {
            self.0 += 1;
        }
    )*};
}

impl Writer for Count {
    fn absent<P: Place>(&mut self, _at: P) {}

    counted! {
        bool(bool);
        u64(u64);
        i64(i64);
        u128(u128);
        i128(i128);
        f32(f32);
        f64(f64);
        str(&str);
        bytes(&[u8]);
        duration(i64, i32);
        timestamp(i64, u32);
        unit();
        enumeration(i32, Option<&'static str>);
    }

    fn message<P: Place, M: Codec>(&mut self, _at: P, _message: &M) {
        self.0 += 1;
    }

    fn union<P: Place, M: Codec>(&mut self, _at: P, _union: &M) {
        self.0 += 1;
    }

    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        _at: P,
        _items: I,
    ) {
        self.0 += 1;
    }

    fn map<'i, P, K, V, I>(&mut self, _at: P, _entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        self.0 += 1;
    }

    fn fail(&mut self, _error: Error) {}
}
