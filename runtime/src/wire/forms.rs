//! [`Forms`]: the forms that values come in on a wire, as far as the beginning of a value tells them apart.

use super::{json, msgpack, protobuf};
use crate::codec::Info;
use crate::dispatch::Wire;

/// A set of forms. Which forms there are is the wire's affair: protobuf's wire types, families of MessagePack's markers,
/// kinds of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Forms(u16);

impl Forms {
    /// No form.
    pub(crate) const NONE: Self = Self(0);

    /// All forms.
    pub(crate) const ALL: Self = Self(u16::MAX);

    /// The form of an index below 16.
    pub(crate) const fn one(form: u8) -> Self {
        Self(1 << (form & 15))
    }

    /// The forms of either set.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a form is in both sets.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all forms of this set are in the other.
    pub(crate) const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

/// Whether a wire can tell that a value is one of the place `former` and not of the place `own`: its writer has a form for it that is none of
/// the other's.
pub(crate) const fn tells(wire: Wire, own: &Info, former: &Info) -> bool {
    let (own, former) = match wire {
        Wire::Protobuf => (protobuf::forms(own), protobuf::written(former)),
        Wire::MsgPack => (msgpack::forms(&own.ty), msgpack::written(&former.ty)),
        Wire::Json => (json::forms(&own.ty), json::written(&former.ty)),
    };
    !former.is_within(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::Codec;
    use crate::schema::Field;

    fn told<New: Codec, Old: Codec>() -> [bool; 3] {
        let own = Info::of(&Field::new(1, "", New::TYPE), 0);
        Wire::ALL.map(|wire| tells(wire, &own, &own.former(Old::TYPE)))
    }

    #[test]
    fn wires_tell_types_apart_by_their_forms() {
        use alloc::collections::BTreeMap;
        use alloc::string::String;
        use alloc::vec::Vec;
        use core::time::Duration;
        assert_eq!(told::<String, u32>(), [true; 3]);
        assert_eq!(told::<Option<String>, u32>(), [true; 3]);
        assert_eq!(told::<u32, String>(), [true, true, false]);
        assert_eq!(told::<u32, bool>(), [false, true, true]);
        assert_eq!(told::<Vec<u32>, u32>(), [false, true, true]);
        assert_eq!(told::<Option<Vec<u32>>, u32>(), [true; 3]);
        assert_eq!(told::<Vec<String>, String>(), [false, true, true]);
        assert_eq!(told::<Option<String>, Vec<u32>>(), [false, true, true]);
        assert_eq!(told::<String, Vec<u8>>(), [false, true, false]);
        assert_eq!(told::<Vec<u8>, String>(), [false; 3]);
        assert_eq!(told::<[u8; 4], u32>(), [true; 3]);
        assert_eq!(told::<u64, u32>(), [false; 3]);
        assert_eq!(told::<f64, u64>(), [true, false, false]);
        assert_eq!(told::<u64, f64>(), [true, true, false]);
        assert_eq!(told::<Duration, u64>(), [true; 3]);
        assert_eq!(
            told::<BTreeMap<String, u32>, Vec<(String, u32)>>(),
            [false, true, true]
        );
        assert_eq!(told::<(u32, u32), Vec<u32>>(), [false; 3]);
    }

    /// What no table lists for a type its reader does not take, so that no value of the type is read as a former one.
    #[test]
    fn readers_take_no_form_that_is_not_listed() {
        use crate::codec::{Reader, Root};
        use crate::options::Options;
        use crate::wire::reading::Reading;
        use alloc::collections::BTreeMap;
        use alloc::string::String;
        use alloc::vec::Vec;
        use core::time::Duration;

        const MSGPACK: [&[u8]; 14] = [
            b"\xc0",
            b"\xc2",
            b"\x07",
            b"\xff",
            b"\xcc\x80",
            b"\xca\0\0\0\0",
            b"\xcb\0\0\0\0\0\0\0\0",
            b"\xa0",
            b"\xd9\x01a",
            b"\xc4\x01a",
            b"\x90",
            b"\xdc\0\0",
            b"\x80",
            b"\xd6\xff\0\0\0\0",
        ];
        const JSON: [&str; 8] = ["null", "true", "7", "-1.5", "\"\"", "\"7\"", "[]", "{}"];
        fn check<T: crate::codec::DecodeOwned>() {
            let (options, place) = (Options::new(), Info::root(T::TYPE));
            for bytes in MSGPACK {
                let reading = Reading::new(&options, bytes.len(), Wire::MsgPack).unwrap();
                let may_be = msgpack::Decoder::new(bytes, &reading).may_be(&place);
                let taken = T::decode(
                    &mut msgpack::Decoder::new(bytes, &reading),
                    Root::<T>::new(),
                );
                assert!(may_be || taken.is_err(), "{} {bytes:x?}", T::TYPE);
            }
            for text in JSON {
                let mut r = json::Decoder::new(text.as_bytes(), &options).unwrap();
                let may_be = r.may_be(&place);
                let taken = T::decode(&mut r, Root::<T>::new());
                assert!(may_be || taken.is_err(), "{} {text}", T::TYPE);
            }
        }
        check::<bool>();
        check::<u32>();
        check::<i64>();
        check::<u128>();
        check::<f32>();
        check::<f64>();
        check::<char>();
        check::<String>();
        check::<Vec<u8>>();
        check::<Vec<u32>>();
        check::<Vec<String>>();
        check::<BTreeMap<String, u32>>();
        check::<Duration>();
        check::<(u32, u32)>();
        check::<()>();
        check::<crate::wkt::Value>();
        check::<crate::wkt::Timestamp>();
        check::<crate::wkt::UInt32Value>();
        #[cfg(feature = "std")]
        check::<std::time::SystemTime>();
        #[cfg(feature = "uuid")]
        check::<::uuid::Uuid>();
    }
}
