//! The unnamed message that protobuf puts around what cannot stand alone: the value is its field 1.

use super::decoder::Decoder;
use crate::codec::impls::decode_some;
use crate::codec::{Decode, Mode, Place, Reader, Root, Wrapped, stand};
use crate::error::{Error, Fault};
use crate::private::verify;
use crate::schema::Type;

/// Whether a value of this type is a message already.
pub(crate) const fn stands_alone(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Message(_) | Type::Union(_) | Type::Unit | Type::Duration | Type::Timestamp
    )
}

impl<'de> Decoder<'de, '_> {
    /// Reads the message around a value that stands at `at`, to the end of the input: `read` is called where the value comes. An unknown
    /// value of an enum is an error there.
    pub(crate) fn alone<P: Place>(
        &mut self,
        at: &P,
        mut read: impl FnMut(&mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.nested(|r| {
            while r.tag_of(at)? {
                read(r)?;
            }
            Ok(())
        })
    }
}

/// Reads the value that decoding began with: a message stands there as it is, anything else as field 1.
pub(super) fn read_root<'de, T: Decode<'de>>(r: &mut Decoder<'de, '_>) -> Result<T, Error> {
    stand!(root = Root::<T>::new());
    if const { stands_alone(&T::TYPE) } {
        return T::decode(r, root);
    }
    stand!(at = Wrapped(root));
    let mut value = None;
    r.alone(&at, |r| decode_some(&mut value, r, at, Mode::Merge))?;
    if let Some(value) = value {
        return Ok(value);
    }
    match T::absent() {
        Some(absent) => {
            verify(r, |context| absent.accepts(context));
            Ok(absent)
        }
        None => Err(r.error(Fault::NoDefault)),
    }
}
