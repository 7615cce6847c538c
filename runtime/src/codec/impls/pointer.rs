//! What points to a value is that value: `&T`, `Box`, `Rc`, `Arc`, `Cow`.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::codec::{
    Codec, Decode, Fields, Mode, Place, Reader, Scope, Seen, Union, Variants, Writer,
};
use crate::error::{Error, Fault};
use crate::schema::{Schema, Type};
use crate::unknown::UnknownFields;
use crate::upgrade::Missed;
use crate::validate::Context;

macro_rules! pointer {
    ($([$($generics:tt)*] $ty:ty => $inner:ty, $in_place:expr;)*) => {$(
        impl<$($generics)*> Codec for $ty {
            const TYPE: Type = <$inner as Codec>::TYPE;
            const SCHEMA: &'static Schema = <$inner as Codec>::SCHEMA;
            const ABSENT: bool = <$inner as Codec>::ABSENT;
            const IS_KNOWN: bool = <$inner as Codec>::IS_KNOWN;
            const KEEPS_UNKNOWN: bool = <$inner as Codec>::KEEPS_UNKNOWN;
            const UPGRADES: bool = <$inner as Codec>::UPGRADES;
            const MINDS_FRESH: bool = <$inner as Codec>::MINDS_FRESH;
            const IN_PLACE: bool = $in_place && <$inner as Codec>::IN_PLACE;

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                <$inner as Codec>::encode(self, w, at);
            }

            #[inline]
            fn encode_fields<W: Writer>(&self, w: &mut W) {
                <$inner as Codec>::encode_fields(self, w);
            }

            fn schema(&self) -> &'static Schema {
                <$inner as Codec>::schema(self)
            }

            fn unknown(&self) -> Option<&UnknownFields> {
                <$inner as Codec>::unknown(self)
            }

            fn accepts(&self, context: &Context<'_>) -> bool {
                <$inner as Codec>::accepts(self, context)
            }
        }
    )*};
}

pointer! {
    ['a, T: Codec + ?Sized] &'a T => T, false;
    [T: Codec + ?Sized] Box<T> => T, true;
    [T: Codec + ?Sized] Rc<T> => T, false;
    [T: Codec + ?Sized] Arc<T> => T, false;
    ['a, T: Codec + ToOwned + ?Sized] Cow<'a, T> => T, false;
}

impl<'de, T: Decode<'de>> Decode<'de> for Box<T> {
    fn absent() -> Option<Self> {
        T::absent().map(Box::new)
    }

    #[inline]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        T::decode(r, at).map(Box::new)
    }

    #[inline]
    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        (**self).decode_into(r, at, mode)
    }

    fn merge<R: Reader<'de>, P: Place>(self, r: &mut R, at: P) -> Result<Self, Error> {
        (*self).merge(r, at).map(Box::new)
    }

    fn clear(&mut self) -> bool {
        (**self).clear()
    }
}

/// The error of what would be merged into a value that others hold too.
#[cold]
fn shared<'de, R: Reader<'de>>(r: &R) -> Error {
    r.error(Fault::Custom(
        "the parts of this value cannot be joined where it is shared".into(),
    ))
}

macro_rules! shared {
    ($($pointer:ident)*) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $pointer<T> {
            fn absent() -> Option<Self> {
                T::absent().map($pointer::new)
            }

            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                T::decode(r, at).map($pointer::new)
            }

            fn decode_into<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P, mode: Mode) -> Result<(), Error> {
                if let Some(inner) = $pointer::get_mut(self) {
                    return inner.decode_into(r, at, mode);
                }
                if mode == Mode::Merge && const { T::TYPE.is_merged() } {
                    return Err(shared(r));
                }
                *self = Self::decode(r, at)?;
                Ok(())
            }

            fn merge<R: Reader<'de>, P: Place>(self, r: &mut R, at: P) -> Result<Self, Error> {
                match $pointer::try_unwrap(self) {
                    Ok(inner) => inner.merge(r, at).map($pointer::new),
                    Err(_) if const { T::TYPE.is_merged() } => Err(shared(r)),
                    Err(_) => Self::decode(r, at),
                }
            }
        }

        impl<'de> Decode<'de> for $pointer<str> {
            fn absent() -> Option<Self> {
                Some($pointer::from(""))
            }

            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                r.str(at).map($pointer::from)
            }
        }

        impl<'de, T: Decode<'de>> Decode<'de> for $pointer<[T]> {
            fn absent() -> Option<Self> {
                Some($pointer::from([]))
            }

            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                Vec::decode(r, at).map($pointer::from)
            }

            fn decode_into<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P, mode: Mode) -> Result<(), Error> {
                let mut list = Vec::new();
                if mode != Mode::Replace {
                    for element in $pointer::get_mut(self).into_iter().flatten() {
                        let Some(absent) = T::absent() else {
                            return Err(r.error(Fault::Custom("the parts of this list cannot be joined where it is shared".into())));
                        };
                        list.push(core::mem::replace(element, absent));
                    }
                }
                list.decode_into(r, at, mode)?;
                *self = $pointer::from(list);
                Ok(())
            }
        }
    )*};
}

shared!(Rc Arc);

impl<'de> Decode<'de> for Box<str> {
    fn absent() -> Option<Self> {
        Some(Box::from(""))
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        r.str(at).map(Box::from)
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for Box<[T]> {
    fn absent() -> Option<Self> {
        Some(Box::from([]))
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        Vec::decode(r, at).map(Box::from)
    }

    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        let mut list = core::mem::take(self).into_vec();
        list.decode_into(r, at, mode)?;
        *self = Box::from(list);
        Ok(())
    }
}

impl<'de, T: Decode<'de> + Clone> Decode<'de> for Cow<'_, T> {
    fn absent() -> Option<Self> {
        T::absent().map(Cow::Owned)
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        T::decode(r, at).map(Cow::Owned)
    }

    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        match self {
            Cow::Borrowed(_) if mode == Mode::Replace => *self = Self::decode(r, at)?,
            _ => self.to_mut().decode_into(r, at, mode)?,
        }
        Ok(())
    }

    fn merge<R: Reader<'de>, P: Place>(self, r: &mut R, at: P) -> Result<Self, Error> {
        self.into_owned().merge(r, at).map(Cow::Owned)
    }
}

impl<'de, T: Fields<'de>> Fields<'de> for Box<T> {
    const UPGRADES: bool = T::UPGRADES;

    fn upgrade<R: Reader<'de>>(&mut self, r: &mut R, missed: Missed) -> Result<(), Error> {
        (**self).upgrade(r, missed)
    }

    fn schema(&self) -> &'static Schema {
        (**self).schema()
    }

    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        (**self).in_order(m)
    }

    fn decode_known<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        (**self).decode_known(m)
    }

    fn reset(&mut self, seen: Seen) {
        (**self).reset(seen);
    }

    fn unknown(&mut self) -> Option<&mut UnknownFields> {
        (**self).unknown()
    }

    fn accepts(&self, context: &Context<'_>) -> bool {
        (**self).accepts(context)
    }
}

impl<U: Union> Union for Box<U> {
    fn number(&self) -> u32 {
        (**self).number()
    }

    fn encode_payload<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        (**self).encode_payload(w, at);
    }
}

impl<'de, U: Variants<'de>> Variants<'de> for Box<U> {
    fn variant_into<R: Reader<'de>, P: Place>(
        &mut self,
        index: usize,
        r: &mut R,
        at: P,
    ) -> Result<bool, Error> {
        (**self).variant_into(index, r, at)
    }

    fn nth_into<R: Reader<'de>>(&mut self, index: usize, r: &mut R) -> Result<bool, Error> {
        (**self).nth_into(index, r)
    }

    fn variant<R: Reader<'de>, P: Place>(
        index: usize,
        prior: Option<Self>,
        r: &mut R,
        at: P,
    ) -> Result<Self, Error> {
        U::variant(index, prior.map(|prior| *prior), r, at).map(Box::new)
    }

    fn nth<R: Reader<'de>>(index: usize, prior: Option<Self>, r: &mut R) -> Result<Self, Error> {
        U::nth(index, prior.map(|prior| *prior), r).map(Box::new)
    }

    fn other(unknown: UnknownFields) -> Option<Self> {
        U::other(unknown).map(Box::new)
    }
}
