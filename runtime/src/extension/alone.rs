//! [`Alone`]: a field as the only one of a message, whose table is known as the program runs.

use alloc::vec::Vec;

use crate::Wire;
use crate::codec::{
    Codec, Decode, DecodeOwned, Fields, Info, Mode, Place, Reader, Row, Scope, Writer,
};
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::schema::{Schema, Type};
use crate::unknown::UnknownFields;
use crate::validate::Validate;
use crate::wire::json::{self, Choices};
use crate::wire::protobuf;
use crate::wire::reading::Reading;

/// A message of one field.
pub(super) struct Alone<T> {
    /// What describes the message.
    pub(super) schema: &'static Schema,
    /// The value of the field.
    pub(super) value: T,
}

/// What is read: the value, and what it does not know.
struct Draft<'s, T> {
    schema: &'static Schema,
    value: &'s mut T,
    unknown: UnknownFields,
}

const ROOT: Row<'_> = Row(&Info::root(Type::Unit));

impl<T> Alone<T> {
    fn place(schema: &'static Schema) -> Option<Info> {
        let field = schema.fields().first()?;
        Some(Info::of(field, 0))
    }
}

impl<T: Codec + DecodeOwned> Alone<T> {
    /// Writes the message.
    pub(super) fn encode(&self, wire: Wire, options: &Options) -> Result<Vec<u8>, Error> {
        options.encode(wire, self)
    }

    /// Writes the message as ProtoJSON with choices.
    pub(super) fn emit(&self, options: &Options, choices: Choices) -> Result<Vec<u8>, Error> {
        let mut buffer = Vec::new();
        json::encode_chosen(self, &mut buffer, options, choices)?;
        Ok(buffer)
    }

    /// Reads the message.
    pub(super) fn decode(
        schema: &'static Schema,
        bytes: &[u8],
        options: &Options,
    ) -> Result<Self, Error> {
        let mut value = Self::absent()?;
        let mut draft = Draft {
            schema,
            value: &mut value,
            unknown: UnknownFields::new(),
        };
        let reading = Reading::new(options, bytes.len(), Wire::Protobuf)?;
        let mut r = protobuf::Decoder::new(bytes, &reading);
        r.message(ROOT, &mut draft, Mode::Merge)?;
        Ok(Self { schema, value })
    }

    /// Reads the field's value at the cursor of JSON, where null and what its enum does not know are its absence.
    pub(super) fn from_json(
        schema: &'static Schema,
        r: &mut json::Decoder<'_, '_>,
    ) -> Result<Self, Error> {
        let mut value = Self::absent()?;
        if let Some(place) = Self::place(schema)
            && !r.skip_null(&place.ty)
        {
            match value.decode_into(r, Row(&place), Mode::Merge) {
                Ok(()) => {}
                Err(error) if error.is_unknown_value() => value = Self::absent()?,
                Err(error) => return Err(error),
            }
        }
        Ok(Self { schema, value })
    }

    fn absent() -> Result<T, Error> {
        T::absent().ok_or_else(|| {
            let fault = Fault::Custom(
                "an extension has no value where it is absent: help: make its type an `Option` or a list".into(),
            );
            Error::new(fault, None, 0)
        })
    }
}

impl<T> Validate for Alone<T> {}

impl<T: Codec> Codec for Alone<T> {
    const TYPE: Type = Type::message(|| const { &Schema::message("", &[]) });

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.message(at, self);
    }

    fn encode_fields<W: Writer>(&self, w: &mut W) {
        if let Some(place) = Self::place(self.schema) {
            self.value.encode(w, Row(&place));
        }
    }

    fn schema(&self) -> &'static Schema {
        self.schema
    }
}

impl<'de, T: Decode<'de>> Fields<'de> for Draft<'_, T> {
    fn schema(&self) -> &'static Schema {
        self.schema
    }

    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        match Alone::<T>::place(self.schema) {
            Some(place) => m.field(Row(&place), self.value),
            None => Ok(()),
        }
    }

    fn unknown(&mut self) -> Option<&mut UnknownFields> {
        Some(&mut self.unknown)
    }
}
