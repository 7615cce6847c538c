//! The unnamed message that protobuf puts around what cannot stand alone: the value is its field 1.

use super::decoder::Decoder;
use crate::codec::impls::decode_some;
use crate::codec::{Codec, Decode, Fields, Mode, Reader, Root, Scope, Wrapped, stand};
use crate::error::{Error, Fault};
use crate::private::verify;
use crate::schema::{Field, Schema, Type};

/// Whether a value of this type is a message already.
pub(crate) const fn stands_alone(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Message(_) | Type::Union(_) | Type::Unit | Type::Duration | Type::Timestamp
    )
}

/// Reads the value that decoding began with: a message stands there as it is, anything else as field 1.
pub(super) fn read_root<'de, T: Decode<'de>>(r: &mut Decoder<'de, '_>) -> Result<T, Error> {
    stand!(root = Root::<T>::new());
    if const { stands_alone(&T::TYPE) } {
        return T::decode(r, root);
    }
    let mut alone = Alone(None);
    r.message(root, &mut alone, Mode::Merge)?;
    if let Some(value) = alone.0 {
        return Ok(value);
    }
    match T::absent() {
        Some(absent) => {
            verify(r, || absent.accepts());
            Ok(absent)
        }
        None => Err(r.error(Fault::NoDefault)),
    }
}

/// The message around the value that decoding began with; an unknown value of an enum is an error there.
struct Alone<T>(Option<T>);

impl<'de, T: Decode<'de>> Fields<'de> for Alone<T> {
    fn schema(&self) -> &'static Schema {
        Schemas::<T>::SCHEMA
    }

    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        stand!(at = Wrapped(Root::<T>::new()));
        if m.is_next(at)? {
            decode_some(&mut self.0, m.reader(), at, Mode::Merge)?;
        }
        Ok(())
    }
}

/// The schema of such a message.
struct Schemas<T>(core::marker::PhantomData<T>);

impl<T: Codec> Schemas<T> {
    const SCHEMA: &'static Schema = &Schema::message("", &[Field::new(1, "value", T::TYPE)]);
}
