//! What a value offers to validation: itself to the evaluator of its kind, or what it contains.

mod container;
mod pointer;
mod scalar;
mod tuple;

use super::{Checker, Rules, Subject, list, required};

/// A value that rules can be checked on. All shapes that the wires know implement it; generated code implements it for
/// messages (which descend into their fields) and for enums.
///
/// Everything has a default: a type of one's own that no rule is written for needs only `impl Validate for Leaf {}`. A type
/// that is a scalar to the rules sends its [`Subject`]:
///
/// ```text
/// impl Validate for Status {
///     fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
///         Subject::Enum { number: self.number(), defined: self.is_defined() }.check(rules.plan(), c)
///     }
///     fn is_zero(&self) -> bool { self.number() == 0 }
///     fn subject(&self) -> Option<Subject<'_>> { Some(Subject::Enum { .. }) }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `Validate`",
    label = "rules cannot be checked on this type",
    note = "add `#[derive(Codec)]` to `{Self}`, or `impl Validate for {Self} {{}}` where nothing is to be checked"
)]
pub trait Validate {
    /// Whether a value may contain something to check though its own field has no rules: true for messages, and for what
    /// holds them. Lists and maps whose elements say false are not walked.
    const DESCENDS: bool = false;

    /// Checks the rules on a value that is there, then what it contains.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        let _ = (rules, c);
    }

    /// Checks the fields of a message, or the payload of an enum's active variant, and what they contain.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_fields<C: Checker>(&self, c: &mut C) {
        let _ = c;
    }

    /// Checks what is asked of a oneof of which no variant is set: those variants that are required.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_absent<C: Checker>(c: &mut C) {
        let _ = c;
    }

    /// Whether the value reads like an absent field: zero, empty, `None`; false for messages.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_zero(&self) -> bool {
        false
    }

    /// The value as a scalar, for map keys in paths and for uniqueness.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn subject(&self) -> Option<Subject<'_>> {
        None
    }

    /// How many elements or entries the value holds, if it is a list or a map.
    #[inline]
    fn count(&self) -> Option<usize> {
        None
    }

    /// Checks the value as a field: `required` and `ignore` first.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_field<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        c.ruled(self, rules.plan(), |c| {
            if const { !R::ANY } || required::check(|| self.is_zero(), rules.plan(), c) {
                self.check_value(rules, c);
            }
        });
    }

    /// Checks a slice of these: a list, but for `u8`, whose slices are bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_slice<R: Rules, C: Checker>(items: &[Self], rules: &R, c: &mut C)
    where
        Self: Sized,
    {
        list::check(items.iter(), rules, c);
    }

    /// A slice of these as a scalar: nothing, but for `u8`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn slice_subject(items: &[Self]) -> Option<Subject<'_>>
    where
        Self: Sized,
    {
        let _ = items;
        None
    }
}
