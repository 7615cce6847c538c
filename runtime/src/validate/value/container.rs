//! Lists, sets and maps. A sequence of `u8` is bytes, by [`Validate::check_slice`].

use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::vec::Vec;

use super::super::{Checker, Rules, Subject, Validate, list, map};

macro_rules! slices {
    ($([$($generics:tt)*] $list:ty;)*) => {$(
        impl<$($generics)*> Validate for $list {
            const DESCENDS: bool = T::DESCENDS;

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
                T::check_slice(self, rules, c);
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn is_zero(&self) -> bool {
                self.is_empty()
            }
            #[inline]
            fn count(&self) -> Option<usize> {
                Some(self.len())
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn subject(&self) -> Option<Subject<'_>> {
                T::slice_subject(self)
            }
        }
    )*};
}

slices! {
    [T: Validate] [T];
    [T: Validate] Vec<T>;
    [T: Validate, const N: usize] [T; N];
}

impl<T: Validate> Validate for VecDeque<T> {
    const DESCENDS: bool = T::DESCENDS;

    /// Where bytes lie around the corner, they are put in order first.
    #[inline]
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        match self.as_slices() {
            (items, []) => T::check_slice(items, rules, c),
            (front, back) => match (T::slice_subject(front), T::slice_subject(back)) {
                (Some(Subject::Bytes(front)), Some(Subject::Bytes(back))) => {
                    u8::check_slice(&[front, back].concat(), rules, c);
                }
                _ => list::check(self.iter(), rules, c),
            },
        }
    }
    #[inline]
    fn is_zero(&self) -> bool {
        self.is_empty()
    }
    #[inline]
    fn count(&self) -> Option<usize> {
        Some(self.len())
    }
}

macro_rules! sets {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $set:ty;)*) => {$(
        $(#[$attribute])*
        impl<T: Validate, $($generics)*> Validate for $set {
            const DESCENDS: bool = T::DESCENDS;

            #[inline]
            fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
                list::check_set(self.iter(), rules, c);
            }
            #[inline]
            fn is_zero(&self) -> bool {
                self.is_empty()
            }
            #[inline]
            fn count(&self) -> Option<usize> {
                Some(self.len())
            }
        }
    )*};
}

sets! {
    [] BTreeSet<T>;
    #[cfg(feature = "std")]
    [S] std::collections::HashSet<T, S>;
    #[cfg(feature = "hashbrown")]
    [S] hashbrown::HashSet<T, S>;
    #[cfg(feature = "indexmap")]
    [S] indexmap::IndexSet<T, S>;
}

macro_rules! maps {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $map:ty;)*) => {$(
        $(#[$attribute])*
        impl<K: Validate, V: Validate, $($generics)*> Validate for $map {
            const DESCENDS: bool = V::DESCENDS;

            #[inline]
            fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
                map::check(self.iter(), rules, c);
            }
            #[inline]
            fn is_zero(&self) -> bool {
                self.is_empty()
            }
            #[inline]
            fn count(&self) -> Option<usize> {
                Some(self.len())
            }
        }
    )*};
}

maps! {
    [] BTreeMap<K, V>;
    #[cfg(feature = "std")]
    [S] std::collections::HashMap<K, V, S>;
    #[cfg(feature = "hashbrown")]
    [S] hashbrown::HashMap<K, V, S>;
    #[cfg(feature = "indexmap")]
    [S] indexmap::IndexMap<K, V, S>;
}

#[cfg(test)]
mod tests {
    use super::super::super::Rule;
    use super::super::super::table::expect;
    use super::*;

    #[test]
    fn a_deque_of_bytes_is_bytes_in_order() {
        let mut deque = VecDeque::from([2_u8, 3]);
        deque.push_front(1);
        let rules = [Rule::Const(super::super::super::Literal::Bytes(&[1, 2, 3]))];
        expect(&rules, &deque, "");
        deque.push_back(4);
        expect(&rules, &deque, "bytes.const");
        let mut numbers = VecDeque::from([2_u32, 3]);
        numbers.push_front(3);
        expect(&[Rule::Unique], &numbers, "repeated.unique");
    }
}
