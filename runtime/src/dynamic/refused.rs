//! [`Refused`]: why definitions do not become schemas.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

use crate::error::Error;

/// Why a definition cannot be loaded.
///
/// ```
/// use everwire::dynamic::{Definition, Member, Shape, Types, What};
///
/// let order = Member::new(1, "order", Shape::Named("shop.v1.Order".into()));
/// let invoice = Definition::new("shop.v1.Invoice", What::Message(vec![order]));
/// let refused = Types::load(&[invoice]).unwrap_err();
/// assert_eq!(refused.type_name(), "shop.v1.Invoice");
/// assert_eq!(
///     refused.to_string(),
///     "`shop.v1.Invoice` cannot be loaded: `shop.v1.Order`, which it refers to, is not defined"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    type_name: String,
    why: String,
}

impl Refused {
    pub(super) fn new(type_name: &str, why: &str) -> Self {
        Self {
            type_name: type_name.to_string(),
            why: why.to_string(),
        }
    }

    /// The full name of the type.
    #[must_use]
    pub fn type_name(&self) -> &str {
        &self.type_name
    }

    /// What is wrong with it.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` cannot be loaded: {}", self.type_name, self.why)
    }
}

impl core::error::Error for Refused {}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        Self::custom(format!("{refused}"))
    }
}
