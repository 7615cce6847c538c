//! Times, names of fields, messages of any type, and the enum of null.

use ::prost_types::{Any, Duration, FieldMask, NullValue, Timestamp};

use super::by;
use crate::wkt;

by! {
    Timestamp => wkt::Timestamp,
        |own| wkt::Timestamp { seconds: own.seconds, nanos: own.nanos },
        |wire| Timestamp { seconds: wire.seconds, nanos: wire.nanos },
        through |own| wkt::Timestamp { seconds: own.seconds, nanos: own.nanos };
    Duration => wkt::Duration,
        |own| wkt::Duration { seconds: own.seconds, nanos: own.nanos },
        |wire| Duration { seconds: wire.seconds, nanos: wire.nanos },
        through |own| wkt::Duration { seconds: own.seconds, nanos: own.nanos };
    Any => wkt::Any,
        |own| wkt::Any { type_url: own.type_url.clone(), value: own.value.clone() },
        |wire| Any { type_url: wire.type_url, value: wire.value },
        through |own| wkt::Any { type_url: own.type_url, value: own.value };
    FieldMask => wkt::FieldMask,
        |own| wkt::FieldMask { paths: own.paths.clone() },
        |wire| FieldMask { paths: wire.paths },
        through |own| wkt::FieldMask { paths: own.paths };
    NullValue => wkt::NullValue,
        |_| wkt::NullValue::NullValue,
        |_| NullValue::NullValue,
        through |_| wkt::NullValue::NullValue;
}
