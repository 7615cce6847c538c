//! The names that fields have in their schema, from those that prost-build gives them in Rust.
//!
//! prost-build writes fields in snake_case and variants in PascalCase; keywords that cannot be raw get an underscore behind them.
//! What is left of another spelling is what ProtoJSON makes of it, in almost every case: `line_1` and `line1` are `line1` there.

use crate::model::RenameAll;

/// Keywords that have an underscore behind them.
const SUFFIXED: &[&str] = &["self_", "Self_", "super_", "extern_", "crate_"];

/// The name of a field that is called so in Rust.
pub(super) fn field(own: &str) -> String {
    match SUFFIXED.contains(&own) {
        true => own.trim_end_matches('_').to_owned(),
        false => own.to_owned(),
    }
}

/// The name of a oneof's field whose variant is called so.
pub(super) fn variant(own: &str) -> String {
    RenameAll::Snake.variant(&field(own))
}
