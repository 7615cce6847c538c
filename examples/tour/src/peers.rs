//! The same orders in the crates that people use today: prost, rmp-serde, serde_json.

use everwire::Wire;

#[allow(clippy::all, clippy::pedantic, reason = "written by prost-build")]
mod shop {
    include!(concat!(env!("OUT_DIR"), "/shop.v1.rs"));
}

pub use shop::Order;

/// An order for the peers, by way of protobuf.
pub fn order(order: &crate::Order) -> Result<Order, Box<dyn std::error::Error>> {
    let bytes = Wire::Protobuf.encode(order)?;
    let peer = <Order as prost::Message>::decode(bytes.as_slice())?;
    if prost::Message::encode_to_vec(&peer) != bytes {
        return Err(format!("order {} has other bytes in prost", order.id).into());
    }
    Ok(peer)
}

/// Bytes as base64 in text, as they are otherwise.
pub mod base64 {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::de::{Deserializer, Error, Visitor};
    use serde::ser::Serializer;

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&STANDARD.encode(bytes))
        } else {
            serializer.serialize_bytes(bytes)
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Base64)
        } else {
            deserializer.deserialize_bytes(Base64)
        }
    }

    struct Base64;

    impl Visitor<'_> for Base64 {
        type Value = Vec<u8>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("bytes")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Vec<u8>, E> {
            STANDARD.decode(text).map_err(E::custom)
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }
    }
}

/// An enum as its name in text, as its number otherwise.
macro_rules! names {
    ($module:ident: $ty:ident) => {
        pub mod $module {
            use serde::de::{Deserialize, Deserializer, Error, Visitor};
            use serde::ser::Serializer;

            use super::shop::$ty;

            pub fn serialize<S: Serializer>(
                number: &i32,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                match $ty::try_from(*number) {
                    Ok(value) if serializer.is_human_readable() => {
                        serializer.serialize_str(value.as_str_name())
                    }
                    _ => serializer.serialize_i32(*number),
                }
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<i32, D::Error> {
                if deserializer.is_human_readable() {
                    deserializer.deserialize_str(Name)
                } else {
                    i32::deserialize(deserializer)
                }
            }

            struct Name;

            impl Visitor<'_> for Name {
                type Value = i32;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("the name of a value")
                }

                fn visit_str<E: Error>(self, name: &str) -> Result<i32, E> {
                    $ty::from_str_name(name)
                        .map(|value| value as i32)
                        .ok_or_else(|| E::custom("no such value"))
                }
            }
        }
    };
}

names!(status: Status);
names!(channel: Channel);
