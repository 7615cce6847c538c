//! [`Any`]: messages put in and taken out.

use alloc::format;

use super::Any;
use crate::codec::{Codec, Decode};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::registry;

/// What stands before the full name in the URLs that [`Any::pack`] makes, as in those of all official libraries.
const PREFIX: &str = "type.googleapis.com/";

impl Any {
    /// Puts a message in: its bytes, and its full name behind `type.googleapis.com/`.
    ///
    /// ```
    /// use everwire::wkt::{Any, Duration, Empty};
    ///
    /// let span = Duration { seconds: 1, nanos: 0 };
    /// let any = Any::pack(&span)?;
    /// assert_eq!(any.type_url, "type.googleapis.com/google.protobuf.Duration");
    /// assert_eq!(any.value, b"\x08\x01");
    /// assert_eq!(any.unpack::<Duration>()?, Some(span));
    /// assert_eq!(any.unpack::<Empty>()?, None);
    /// # Ok::<(), everwire::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the type has no name, or the value cannot be written on the protobuf wire.
    pub fn pack<T: Codec>(message: &T) -> Result<Self, Error> {
        let name = T::SCHEMA.full_name();
        if name.is_empty() {
            return Err(Error::custom(
                "a type without a name cannot be packed: help: derive `Codec` for a struct around it",
            ));
        }
        Ok(Self {
            type_url: format!("{PREFIX}{name}"),
            value: Wire::Protobuf.encode(message)?,
        })
    }

    /// Takes the message out; nothing if it is of another type.
    ///
    /// # Errors
    ///
    /// If the bytes do not hold a message of the type.
    pub fn unpack<'de, T: Decode<'de>>(&'de self) -> Result<Option<T>, Error> {
        if !self.is::<T>() {
            return Ok(None);
        }
        Wire::Protobuf.decode(&self.value).map(Some)
    }

    /// Whether the message is of this type, by the type's full name or a former one.
    #[must_use]
    pub fn is<T: Codec>(&self) -> bool {
        let name = self.type_name();
        !name.is_empty() && (T::SCHEMA.full_name() == name || T::SCHEMA.aliases().contains(&name))
    }

    /// The full name of the message's type: what follows the last slash of the URL; empty where there is no slash.
    ///
    /// ```
    /// let any = everwire::wkt::Any { type_url: "example.com/shop.v1.Order".into(), value: Vec::new() };
    /// assert_eq!(any.type_name(), "shop.v1.Order");
    /// ```
    #[must_use]
    pub fn type_name(&self) -> &str {
        registry::name_in(&self.type_url)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Duration, StringValue, Timestamp};
    use super::*;

    #[test]
    fn messages_go_in_and_come_out() {
        let text = StringValue::from("abc");
        let any = Any::pack(&text).unwrap();
        assert_eq!(
            any.type_url,
            "type.googleapis.com/google.protobuf.StringValue"
        );
        assert_eq!(any.value, b"\x0a\x03abc");
        assert_eq!(any.type_name(), "google.protobuf.StringValue");
        assert!(any.is::<StringValue>() && !any.is::<Timestamp>());
        assert_eq!(any.unpack::<StringValue>().unwrap(), Some(text));
        assert_eq!(any.unpack::<Timestamp>().unwrap(), None);
        let nested = Any::pack(&any).unwrap();
        assert_eq!(nested.unpack::<Any>().unwrap(), Some(any));
    }

    #[test]
    fn the_last_slash_counts() {
        let of = |url: &str| Any {
            type_url: url.into(),
            value: alloc::vec![0x08],
        };
        for (url, name) in [
            ("", ""),
            ("google.protobuf.Duration", ""),
            ("/google.protobuf.Duration", "google.protobuf.Duration"),
            ("a/b/google.protobuf.Duration", "google.protobuf.Duration"),
            ("a/", ""),
        ] {
            assert_eq!(of(url).type_name(), name, "{url}");
            assert_eq!(of(url).is::<Duration>(), !name.is_empty(), "{url}");
        }
        let error = of("/google.protobuf.Duration")
            .unpack::<Duration>()
            .unwrap_err();
        assert!(error.is_truncated(), "{error}");
    }

    #[test]
    fn a_type_needs_a_name() {
        assert_eq!(
            Any::pack(&7_u32).unwrap_err().to_string(),
            "a type without a name cannot be packed: help: derive `Codec` for a struct around it"
        );
    }
}
