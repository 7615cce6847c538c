//! Pointers to a value, and a value that may be absent.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;

use super::super::{Checker, Rules, Subject, Validate, required};

macro_rules! pointers {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $pointer:ty, $target:ident;)*) => {$(
        $(#[$attribute])*
        impl<$($generics)*> Validate for $pointer {
            const DESCENDS: bool = $target::DESCENDS;

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
                (**self).check_value(rules, c);
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn check_fields<C: Checker>(&self, c: &mut C) {
                (**self).check_fields(c);
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn check_absent<C: Checker>(c: &mut C) {
                $target::check_absent(c);
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn is_zero(&self) -> bool {
                (**self).is_zero()
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn subject(&self) -> Option<Subject<'_>> {
                (**self).subject()
            }
            #[inline]
            fn count(&self) -> Option<usize> {
                (**self).count()
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn check_field<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
                (**self).check_field(rules, c);
            }
        }
    )*};
}

pointers! {
    [T: Validate + ?Sized] &T, T;
    [T: Validate + ?Sized] &mut T, T;
    [T: Validate + ?Sized] Box<T>, T;
    [T: Validate + ?Sized] Rc<T>, T;
    [T: Validate + ?Sized] Arc<T>, T;
    [B: Validate + ToOwned + ?Sized] Cow<'_, B>, B;
}

/// Absent breaks no rule but `required`; present obeys the rules of its value, whatever that is.
impl<T: Validate> Validate for Option<T> {
    const DESCENDS: bool = T::DESCENDS;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        match self {
            Some(value) => value.check_value(rules, c),
            None if rules.plan().required => required::report(c),
            None => {}
        }
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_fields<C: Checker>(&self, c: &mut C) {
        match self {
            Some(value) => value.check_fields(c),
            None => T::check_absent(c),
        }
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_zero(&self) -> bool {
        self.is_none()
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn subject(&self) -> Option<Subject<'_>> {
        self.as_ref().and_then(T::subject)
    }
    #[inline]
    fn count(&self) -> Option<usize> {
        self.as_ref().and_then(T::count)
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_field<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        if !rules.plan().ignore_always {
            c.ruled(self, rules.plan(), |c| self.check_value(rules, c));
        }
    }
}
