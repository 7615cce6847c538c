//! The functions of a program that check what no rule says.

use super::{Context, Violation};

/// A function that checks a value: a `fn(&T) -> Result<(), Violation>`, or a `fn(&T, &Context) -> Result<(), Violation>`, which is told what the
/// caller of the validation gave. `M` is which of the two; it is inferred.
#[diagnostic::on_unimplemented(
    message = "the hook cannot check a `{T}`",
    label = "not a `fn(&{T}) -> Result<(), Violation>`, nor one that takes a `&Context` too",
    note = "a hook is a function that borrows the field's type, or what its `Option` holds, or the type that the hook stands on"
)]
pub trait Hook<T: ?Sized, M> {
    /// Asks the function.
    ///
    /// # Errors
    ///
    /// What it finds wrong with the value.
    fn ask(self, value: &T, context: &Context<'_>) -> Result<(), Violation>;
}

/// A hook that is told only the value.
#[derive(Clone, Copy, Debug)]
pub enum Alone {}

/// A hook that is told the context too.
#[derive(Clone, Copy, Debug)]
pub enum Told {}

impl<T: ?Sized, F: FnOnce(&T) -> Result<(), Violation>> Hook<T, Alone> for F {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn ask(self, value: &T, _: &Context<'_>) -> Result<(), Violation> {
        self(value)
    }
}

impl<T: ?Sized, F: FnOnce(&T, &Context<'_>) -> Result<(), Violation>> Hook<T, Told> for F {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn ask(self, value: &T, context: &Context<'_>) -> Result<(), Violation> {
        self(value, context)
    }
}
