//! Tuples are messages with the fields `f1`, `f2` …; no rule is written for them, they only descend.

use super::super::{Checker, Rules, Validate};

impl Validate for () {}

macro_rules! tuples {
    ($($($type:ident $field:tt $name:literal),+;)*) => {$(
        impl<$($type: Validate),+> Validate for ($($type,)+) {
            const DESCENDS: bool = $($type::DESCENDS)||+;

            #[inline]
            fn check_value<Q: Rules, W: Checker>(&self, _: &Q, c: &mut W) {
                $(c.descend($name, &self.$field);)+
            }
        }
    )*};
}

tuples! {
    A 0 "f1";
    A 0 "f1", B 1 "f2";
    A 0 "f1", B 1 "f2", C 2 "f3";
    A 0 "f1", B 1 "f2", C 2 "f3", D 3 "f4";
    A 0 "f1", B 1 "f2", C 2 "f3", D 3 "f4", E 4 "f5";
    A 0 "f1", B 1 "f2", C 2 "f3", D 3 "f4", E 4 "f5", F 5 "f6";
    A 0 "f1", B 1 "f2", C 2 "f3", D 3 "f4", E 4 "f5", F 5 "f6", G 6 "f7";
    A 0 "f1", B 1 "f2", C 2 "f3", D 3 "f4", E 4 "f5", F 5 "f6", G 6 "f7", H 7 "f8";
    A 0 "f1", B 1 "f2", C 2 "f3", D 3 "f4", E 4 "f5", F 5 "f6", G 6 "f7", H 7 "f8", I 8 "f9";
    A 0 "f1", B 1 "f2", C 2 "f3", D 3 "f4", E 4 "f5", F 5 "f6", G 6 "f7", H 7 "f8", I 8 "f9", J 9 "f10";
    A 0 "f1", B 1 "f2", C 2 "f3", D 3 "f4", E 4 "f5", F 5 "f6", G 6 "f7", H 7 "f8", I 8 "f9", J 9 "f10", K 10 "f11";
    A 0 "f1", B 1 "f2", C 2 "f3", D 3 "f4", E 4 "f5", F 5 "f6", G 6 "f7", H 7 "f8", I 8 "f9", J 9 "f10", K 10 "f11", L 11 "f12";
}
