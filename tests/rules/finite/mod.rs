//! `finite`: floats.

use crate::case::table;

#[test]
fn nan_and_the_infinities_are_refused() {
    table! { f32 [finite]
        0.0 => "",
        -1.5 => "",
        f32::MAX => "",
        f32::MIN_POSITIVE => "",
        f32::NAN => "float.finite",
        f32::INFINITY => "float.finite",
        f32::NEG_INFINITY => "float.finite",
    }
    table! { f64 [finite]
        f64::MIN => "",
        f64::NAN => "double.finite",
        f64::INFINITY => "double.finite",
    }
}

#[test]
fn a_bound_is_asked_too() {
    table! { f64 [finite, gt = 0.0]
        1.0 => "",
        f64::INFINITY => "double.finite",
        f64::NAN => "double.gt, double.finite",
    }
}
