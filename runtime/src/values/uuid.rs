//! The UUIDs of the crate `uuid`: 16 bytes on binary wires, text in JSON.

use alloc::string::String;

use ::uuid::Uuid;

use crate::codec::{Codec, Decode, MapKey, Place, Reader, Writer};
use crate::error::Error;
use crate::schema::Type;
use crate::uuid;
use crate::validate::Validate;

impl Validate for Uuid {
    fn is_zero(&self) -> bool {
        self.is_nil()
    }
}

impl Codec for Uuid {
    const TYPE: Type = Type::Uuid;
    const IS_KNOWN: bool = true;

    #[inline]
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.uuid(at, *self.as_bytes());
    }
}

impl<'de> Decode<'de> for Uuid {
    fn absent() -> Option<Self> {
        Some(Self::nil())
    }

    #[inline]
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        r.uuid(at).map(Self::from_bytes)
    }
}

impl MapKey for Uuid {
    fn text(&self) -> String {
        uuid::string(self.as_bytes())
    }
}
