//! The types that a field had before, and which wires can tell them from its own.

use super::{Field, Type};
use crate::codec::Info;
use crate::dispatch::Wire;
use crate::wire::forms::tells;

impl Field {
    /// With types that the field had before. How protobuf writes the field is told first.
    ///
    /// # Panics
    ///
    /// At compile time, if no wire can tell a value of one of them from one of the field's own type.
    #[must_use]
    #[inline]
    pub const fn with_was(mut self, was: &'static [Type]) -> Self {
        let mut i = 0;
        while i < was.len() {
            let [protobuf, msgpack, json] = Wire::ALL;
            assert!(
                self.tells(protobuf, was[i])
                    || self.tells(msgpack, was[i])
                    || self.tells(json, was[i]),
                "no wire can tell a value of a former type from one of the field's own: help: take `was` off, give the field a new number, and \
                 reserve the old one"
            );
            i += 1;
        }
        self.was = was;
        self
    }

    /// [`with_was`](Self::with_was) of types that are known to be told apart.
    #[cfg(feature = "dynamic")]
    pub(crate) const fn with_loaded_was(mut self, was: &'static [Type]) -> Self {
        self.was = was;
        self
    }

    /// The types that the field had before: a value that has the form of one of them, and not of the field's own type, is read as
    /// that one and converted.
    #[must_use]
    #[inline]
    pub const fn was(&self) -> &'static [Type] {
        self.was
    }

    /// Whether a wire can tell that a value is one of another type, because it has a form that values of the field's own type have not.
    ///
    /// ```
    /// use everwire::{Codec, Field, Wire};
    ///
    /// let text = Field::new(1, "id", String::TYPE);
    /// assert!(Wire::ALL.iter().all(|wire| text.tells(*wire, u32::TYPE)));
    /// let number = Field::new(1, "id", u32::TYPE);
    /// assert!(number.tells(Wire::MsgPack, String::TYPE));
    /// assert!(!number.tells(Wire::Json, String::TYPE), "a number may be quoted");
    /// ```
    #[must_use]
    pub const fn tells(&self, wire: Wire, ty: Type) -> bool {
        let own = Info::of(self, 0);
        tells(wire, &own, &own.former(ty))
    }
}
