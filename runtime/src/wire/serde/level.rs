//! [`Level`]: what a writer hands on to what stands within.

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::schema::Form;

/// Of a value: in which form it is written, and how many levels may be opened within it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Level {
    /// Whether people read the format: then bytes are text, and so are the names of enums and floats that are not finite.
    pub(super) readable: bool,
    /// Whether floats must be finite.
    pub(super) finite: bool,
    left: usize,
}

impl Level {
    /// The outermost one.
    pub(super) const fn root(readable: bool) -> Self {
        Self {
            readable,
            finite: false,
            left: Limits::DEFAULT.depth + 1,
        }
    }

    /// That of a well-known type's one field.
    pub(super) const fn as_known(mut self, form: Form) -> Self {
        self.finite = matches!(form, Form::Value);
        self
    }

    /// That of what stands within a value of this one.
    pub(super) fn within<E: serde_core::ser::Error>(self) -> Result<Self, E> {
        match self.left.checked_sub(1) {
            Some(left) => Ok(Self {
                left,
                finite: false,
                ..self
            }),
            None => Err(E::custom(Error::new(
                Fault::Limit {
                    limit: "depth",
                    value: Limits::DEFAULT.depth,
                },
                None,
                0,
            ))),
        }
    }
}
