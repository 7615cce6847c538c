//! [`Absent`]: what an absent field reads as, told to types of serde: zero, empty, or nothing.

use serde_core::de::value::{Error, U32Deserializer};
use serde_core::de::{
    DeserializeSeed, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};
use serde_core::{Deserializer, forward_to_deserialize_any};

/// How many values may stand within each other.
const LEVELS: u8 = 64;

/// A deserializer that has the zero of whatever it is asked for. That of an enum is its first variant, the one of index 0, of zeros.
#[derive(Clone, Copy, Debug)]
pub(super) struct Absent {
    levels: u8,
}

impl Absent {
    /// The zero of a type's value.
    pub(super) const fn new() -> Self {
        Self { levels: LEVELS }
    }

    fn within(self) -> Result<Self, Error> {
        let levels = self.levels.checked_sub(1);
        let levels = levels.ok_or_else(|| Error::custom("the zero of the type has no end"))?;
        Ok(Self { levels })
    }

    fn zeros(self, count: usize) -> Result<Zeros, Error> {
        let each = self.within()?;
        Ok(Zeros { count, each })
    }
}

/// So many zeros.
struct Zeros {
    count: usize,
    each: Absent,
}

impl<'de> SeqAccess<'de> for Zeros {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        match self.count.checked_sub(1) {
            Some(left) => {
                self.count = left;
                seed.deserialize(self.each).map(Some)
            }
            None => Ok(None),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.count)
    }
}

/// No entries.
struct Nothing;

impl<'de> MapAccess<'de> for Nothing {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        _seed: S,
    ) -> Result<Option<S::Value>, Error> {
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, _seed: S) -> Result<S::Value, Error> {
        Err(Error::custom("there is no entry"))
    }
}

macro_rules! zeros {
    ($($asked:ident: $visit:ident($zero:expr);)*) => {$(
        fn $asked<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit($zero)
        }
    )*};
}

impl<'de> Deserializer<'de> for Absent {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    zeros! {
        deserialize_bool: visit_bool(false);
        deserialize_i8: visit_i8(0);
        deserialize_i16: visit_i16(0);
        deserialize_i32: visit_i32(0);
        deserialize_i64: visit_i64(0);
        deserialize_i128: visit_i128(0);
        deserialize_u8: visit_u8(0);
        deserialize_u16: visit_u16(0);
        deserialize_u32: visit_u32(0);
        deserialize_u64: visit_u64(0);
        deserialize_u128: visit_u128(0);
        deserialize_f32: visit_f32(0.0);
        deserialize_f64: visit_f64(0.0);
        deserialize_char: visit_char('\0');
        deserialize_str: visit_borrowed_str("");
        deserialize_string: visit_borrowed_str("");
        deserialize_bytes: visit_borrowed_bytes(&[]);
        deserialize_byte_buf: visit_borrowed_bytes(&[]);
        deserialize_map: visit_map(Nothing);
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(self.zeros(0)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self.within()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(self.zeros(len)?)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(self.zeros(len)?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(self.zeros(fields.len())?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.within()?)
    }

    forward_to_deserialize_any! { unit unit_struct identifier ignored_any }
}

impl<'de> EnumAccess<'de> for Absent {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        let first: U32Deserializer<Error> = 0_u32.into_deserializer();
        Ok((seed.deserialize(first)?, self))
    }
}

impl<'de> VariantAccess<'de> for Absent {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(self.zeros(len)?)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(self.zeros(fields.len())?)
    }
}
