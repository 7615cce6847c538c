//! [`register`]: all of these types, for a registry.

use super::{
    Any, BoolValue, BytesValue, DoubleValue, Duration, Empty, FieldMask, FloatValue, Int32Value,
    Int64Value, ListValue, StringValue, Struct, Timestamp, UInt32Value, UInt64Value, Value,
};
use crate::error::Error;
use crate::registry::Registry;

/// Adds every well-known message to a registry, so that JSON can have them in a `google.protobuf.Any`.
///
/// ```
/// use everwire::wkt::{self, Any, Duration};
/// use everwire::{Options, Registry, Wire};
/// use std::sync::LazyLock;
///
/// static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
///     let mut registry = Registry::new();
///     wkt::register(&mut registry).expect("an empty registry has no other types");
///     registry
/// });
///
/// let any = Any::pack(&Duration { seconds: 1, nanos: 0 })?;
/// let json = Options::new().registry(&REGISTRY).encode(Wire::Json, &any)?;
/// assert_eq!(json, br#"{"@type":"type.googleapis.com/google.protobuf.Duration","value":"1s"}"#);
/// # Ok::<(), everwire::Error>(())
/// ```
///
/// # Errors
///
/// If the registry has another type of one of the names.
pub fn register(registry: &mut Registry) -> Result<(), Error> {
    registry
        .register::<Any>()?
        .register::<BoolValue>()?
        .register::<BytesValue>()?
        .register::<DoubleValue>()?
        .register::<Duration>()?
        .register::<Empty>()?
        .register::<FieldMask>()?
        .register::<FloatValue>()?
        .register::<Int32Value>()?
        .register::<Int64Value>()?
        .register::<ListValue>()?
        .register::<StringValue>()?
        .register::<Struct>()?
        .register::<Timestamp>()?
        .register::<UInt32Value>()?
        .register::<UInt64Value>()?
        .register::<Value>()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_messages_are_there_and_may_be_added_again() {
        let mut registry = Registry::new();
        register(&mut registry).unwrap();
        register(&mut registry).unwrap();
        assert_eq!(registry.names().count(), 17);
        assert!(registry.get("google.protobuf.Empty").is_some());
    }
}
