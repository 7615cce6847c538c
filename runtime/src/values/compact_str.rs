//! The text of the crate `compact_str`.

use ::compact_str::CompactString;

use super::text::held;

held!(CompactString, CompactString::new);
