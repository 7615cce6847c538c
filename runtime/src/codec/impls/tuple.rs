//! Tuples: messages with the fields 1 to n.

use crate::codec::{Codec, Decode, Fields, Mode, Place, Reader, Scope, Seen, Writer, nth};
use crate::error::Error;
use crate::schema::{Field, Schema, Type};

/// The names of a tuple's fields in ProtoJSON.
const NAMES: [&str; 12] = [
    "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
];

macro_rules! tuple {
    ($whole:ty: $($t:ident $i:tt),*) => {
        impl<$($t: Codec),*> Codec for ($($t,)*) {
            const TYPE: Type = Type::message(|| Self::SCHEMA);
            const SCHEMA: &'static Schema = &Schema::message(
                "tuple",
                &[$(Field::new($i + 1, NAMES[$i], $t::TYPE)),*],
            ).with_arguments(&[$($t::TYPE),*]).as_tuple();
            const ABSENT: bool = $($t::ABSENT)&&*;
            const IN_PLACE: bool = <Self as Codec>::ABSENT;
            const MINDS_FRESH: bool = $($t::MINDS_FRESH)||*;

            #[inline]
            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                w.message(at, self);
            }

            #[inline]
            fn encode_fields<W: Writer>(&self, w: &mut W) {
                $(self.$i.encode(w, nth::<Self, $i>());)*
            }
        }

        impl<'de, $($t: Decode<'de>),*> Decode<'de> for ($($t,)*) {
            #[inline]
            fn absent() -> Option<Self> {
                Some(($($t::absent()?,)*))
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                if <Self as Codec>::ABSENT && let Some(mut value) = Self::absent() {
                    r.message(at, &mut Held(&mut value), Mode::Fresh)?;
                    return Ok(value);
                }
                let mut fields = Draft(($(None::<$t>,)*));
                r.message(at, &mut fields, Mode::Merge)?;
                Ok(($(crate::codec::finish(r, fields.0.$i, NAMES[$i])?,)*))
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn decode_into<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P, mode: Mode) -> Result<(), Error> {
                if mode == Mode::Replace && !<Self as Codec>::ABSENT {
                    *self = Self::decode(r, at)?;
                    return Ok(());
                }
                r.message(at, &mut Held(self), mode)
            }

            fn merge<R: Reader<'de>, P: Place>(self, r: &mut R, at: P) -> Result<Self, Error> {
                let mut fields = Draft(($(Some(self.$i),)*));
                r.message(at, &mut fields, Mode::Merge)?;
                Ok(($(crate::codec::finish(r, fields.0.$i, NAMES[$i])?,)*))
            }
        }

        impl<'de, $($t: Decode<'de>),*> Fields<'de> for Held<'_, ($($t,)*)> {
            const KNOWN: Option<&'static Schema> = Some(<$whole as Codec>::SCHEMA);
            const IS_SMALL: bool = [$($i),*].len() <= 4;

            fn schema(&self) -> &'static Schema {
                <$whole as Codec>::SCHEMA
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
                $(m.field(nth::<$whole, $i>(), &mut self.0.$i)?;)*
                Ok(())
            }

            fn reset(&mut self, seen: Seen) {
                $(seen.clear($i, &mut self.0.$i);)*
            }
        }

        impl<'de, $($t: Decode<'de>),*> Fields<'de> for Draft<($(Option<$t>,)*)> {
            const KNOWN: Option<&'static Schema> = Some(<$whole as Codec>::SCHEMA);

            fn schema(&self) -> &'static Schema {
                <$whole as Codec>::SCHEMA
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
                $(m.draft(nth::<$whole, $i>(), &mut self.0.$i)?;)*
                Ok(())
            }

            fn reset(&mut self, _seen: Seen) {}
        }
    };
}

/// A tuple of which parts may not have come yet.
struct Draft<T>(T);

/// A tuple that another one is merged into.
struct Held<'t, T>(&'t mut T);

tuple!((A,): A 0);
tuple!((A, B,): A 0, B 1);
tuple!((A, B, C,): A 0, B 1, C 2);
tuple!((A, B, C, D,): A 0, B 1, C 2, D 3);
tuple!((A, B, C, D, E,): A 0, B 1, C 2, D 3, E 4);
tuple!((A, B, C, D, E, F,): A 0, B 1, C 2, D 3, E 4, F 5);
tuple!((A, B, C, D, E, F, G,): A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!((A, B, C, D, E, F, G, H,): A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuple!((A, B, C, D, E, F, G, H, I,): A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
tuple!((A, B, C, D, E, F, G, H, I, J,): A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
tuple!((A, B, C, D, E, F, G, H, I, J, K,): A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
tuple!((A, B, C, D, E, F, G, H, I, J, K, L,): A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
