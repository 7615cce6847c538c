//! The text of the crate `smol_str`.

use ::smol_str::SmolStr;

use super::text::held;

held!(SmolStr, SmolStr::new);
