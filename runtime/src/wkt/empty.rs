//! [`Empty`] and `()`.

use super::Empty;

impl From<()> for Empty {
    fn from((): ()) -> Self {
        Self {}
    }
}

impl From<Empty> for () {
    fn from(_: Empty) -> Self {}
}
