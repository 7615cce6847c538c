//! What the caller of a validation gives to it: a value of the program's for hooks, and the time.

use core::any::Any;
use core::fmt;

use super::Violation;
use crate::wkt::Timestamp;

/// What the caller gives to hooks, by [`Options::context`](crate::Options::context), and the time that `lt_now`, `gt_now` and `within` go by.
///
/// ```
/// use everwire::validate::Context;
/// use everwire::{Codec, Options, Violation, Wire};
///
/// struct Catalog { skus: Vec<String> }
///
/// fn is_sold(sku: &String, cx: &Context) -> Result<(), Violation> {
///     let catalog: &Catalog = cx.require()?;
///     match catalog.skus.contains(sku) {
///         true => Ok(()),
///         false => Err(Violation::new("line.sku", "must be in the catalog")),
///     }
/// }
///
/// #[derive(Codec, Debug)]
/// struct Line { #[codec(1, validate = is_sold)] sku: String }
///
/// let catalog = Catalog { skus: vec!["TEA-0412".into()] };
/// let options = Options::new().context(&catalog);
/// assert!(options.decode::<Line>(Wire::Json, br#"{"sku":"TEA-0412"}"#).is_ok());
/// assert!(options.validate_value(&Line { sku: "TEA-9999".into() }).is_err());
///
/// // Who forgets the context is told so.
/// let error = Wire::Json.decode::<Line>(br#"{"sku":"TEA-0412"}"#).unwrap_err();
/// assert!(error.to_string().starts_with("sku: cannot be checked without a context of the type `"));
/// ```
#[derive(Clone, Copy, Default)]
pub struct Context<'c> {
    held: Option<&'c (dyn Any + Send + Sync)>,
    now: Option<Timestamp>,
}

impl<'c> Context<'c> {
    /// A context that has nothing but the clock.
    pub const NONE: Context<'static> = Context {
        held: None,
        now: None,
    };

    /// The same with a value.
    pub(crate) const fn with<T: Any + Send + Sync>(mut self, value: &'c T) -> Context<'c> {
        self.held = Some(value);
        self
    }

    /// The same at that time.
    pub(crate) const fn at(mut self, now: Timestamp) -> Context<'c> {
        self.now = Some(now);
        self
    }

    /// The value that the caller gave, if it is of this type.
    #[must_use]
    pub fn get<T: Any>(&self) -> Option<&'c T> {
        self.held?.downcast_ref()
    }

    /// The value that the caller gave.
    ///
    /// # Errors
    ///
    /// A violation, `context.missing`, which says what is to be given, if there is none of this type: the value cannot be checked then, and
    /// is not taken for good.
    pub fn require<T: Any>(&self) -> Result<&'c T, Violation> {
        self.get().ok_or_else(missing::<T>)
    }

    /// The time: what the caller gave, or else what the clock says. None without either, which is without the feature `std`.
    #[must_use]
    pub fn now(&self) -> Option<Timestamp> {
        #[cfg(feature = "std")]
        return self.now.or_else(|| {
            let now = crate::time::since_epoch(&std::time::SystemTime::now());
            let (seconds, nanos) = now.unwrap_or((i64::MAX, 0));
            Some(Timestamp { seconds, nanos })
        });
        #[cfg(not(feature = "std"))]
        self.now
    }
}

#[cold]
fn missing<T>() -> Violation {
    let ty = core::any::type_name::<T>();
    Violation::new(
        "context.missing",
        alloc::format!(
            "cannot be checked without a context of the type `{ty}`: help: give it with `Options::context`"
        ),
    )
}

impl fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("is_given", &self.held.is_some())
            .field("now", &self.now)
            .finish()
    }
}
