//! JSON Schemas.

use super::Exported;
use super::types::Types;

pub(super) fn write(_types: &Types) -> Exported {
    Exported::default()
}
