//! Scalars: bool, integers, floats, text.

use alloc::string::String;

use super::super::{Checker, Kind, Rules, Subject, Validate, boolean, bytes, number, text};

impl Validate for bool {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        boolean::check(*self, rules.plan(), c);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_zero(&self) -> bool {
        !*self
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn subject(&self) -> Option<Subject<'_>> {
        Some(Subject::Bool(*self))
    }
}

macro_rules! integers {
    ($($int:ty: $subject:ident($wide:ty) $kind:ident $({ $($more:tt)* })?;)*) => {$(
        impl Validate for $int {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
                number::check_integer(*self, Kind::$kind, rules.plan(), c);
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn is_zero(&self) -> bool {
                *self == 0
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn subject(&self) -> Option<Subject<'_>> {
                Some(Subject::$subject(*self as $wide, Kind::$kind))
            }
            $($($more)*)?
        }
    )*};
}

integers! {
    u8: Uint(u128) Uint32 {
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn check_slice<R: Rules, C: Checker>(items: &[u8], rules: &R, c: &mut C) {
            bytes::check(items, rules.plan(), c);
        }
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn slice_subject(items: &[u8]) -> Option<Subject<'_>> {
            Some(Subject::Bytes(items))
        }
    };
    u16: Uint(u128) Uint32;
    u32: Uint(u128) Uint32;
    u64: Uint(u128) Uint64;
    usize: Uint(u128) Uint64;
    u128: Uint(u128) Uint128;
    i8: Int(i128) Int32;
    i16: Int(i128) Int32;
    i32: Int(i128) Int32;
    i64: Int(i128) Int64;
    isize: Int(i128) Int64;
    i128: Int(i128) Int128;
}

macro_rules! floats {
    ($($float:ty: $kind:ident;)*) => {$(
        impl Validate for $float {
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
                number::check_float(*self, Kind::$kind, rules.plan(), c);
            }
            /// Only the positive zero is absent on the wire.
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn is_zero(&self) -> bool {
                self.to_bits() == 0
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn subject(&self) -> Option<Subject<'_>> {
                Some(Subject::Float(f64::from(*self), Kind::$kind))
            }
        }
    )*};
}

floats! {
    f32: Float;
    f64: Double;
}

impl Validate for str {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        text::check(self, rules.plan(), c);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_zero(&self) -> bool {
        self.is_empty()
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn subject(&self) -> Option<Subject<'_>> {
        Some(Subject::Str(self))
    }
}

impl Validate for String {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        text::check(self, rules.plan(), c);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_zero(&self) -> bool {
        self.is_empty()
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn subject(&self) -> Option<Subject<'_>> {
        Some(Subject::Str(self))
    }
}

impl Validate for char {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        text::check(self.encode_utf8(&mut [0; 4]), rules.plan(), c);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_zero(&self) -> bool {
        *self == '\0'
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn subject(&self) -> Option<Subject<'_>> {
        Some(Subject::Char(*self))
    }
}
