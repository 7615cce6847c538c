//! The well-known types, each in its own form (ProtoJSON, "Representation of each type").
//!
//! No type is known here by name: a schema says which form it has, and a walk over its fields does the rest. `parts` takes
//! the fields of a small message out by writing it, `given` puts them in by reading it; `bare` writes a message as its one
//! field; `any` holds messages of other types, which a registry knows.

mod any;
mod bare;
mod given;
mod mask;
mod parts;
mod read;
mod write;

pub(super) use any::below;
pub(super) use read::holds_null;

/// How many seconds a `google.protobuf.Duration` may hold, either way: 10,000 years.
const LONGEST: i64 = 315_576_000_000;

/// Whether these are the parts of a `google.protobuf.Duration`: within 10,000 years, and of one sign.
fn is_duration(secs: i64, nanos: i64) -> bool {
    (-LONGEST..=LONGEST).contains(&secs)
        && (-999_999_999..=999_999_999).contains(&nanos)
        && (secs == 0 || nanos == 0 || (secs < 0) == (nanos < 0))
}
