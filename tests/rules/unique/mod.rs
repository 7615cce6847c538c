//! `unique`: lists without repetition.

use crate::case::{Status, table};

#[test]
fn elements_are_compared_by_value() {
    table! { Vec<u32> [unique]
        vec![] => "",
        vec![1] => "",
        vec![1, 2, 3] => "",
        vec![1, 2, 1] => "repeated.unique",
    }
    table! { Vec<String> [unique]
        vec!["a".into(), "A".into(), "".into()] => "",
        vec!["".into(), "a".into(), "".into()] => "repeated.unique",
    }
    table! { Vec<Vec<u8>> [unique]
        vec![vec![1], vec![1, 0]] => "",
        vec![vec![1], vec![2], vec![1]] => "repeated.unique",
    }
    table! { Vec<bool> [unique]
        vec![true, false] => "",
        vec![true, true] => "repeated.unique",
    }
    table! { Vec<Status> [unique]
        vec![Status::Paid, Status::Draft] => "",
        vec![Status::Other(9), Status::Other(9)] => "repeated.unique",
    }
}

#[test]
fn floats_are_equal_as_ieee_754_has_it() {
    table! { Vec<f64> [unique]
        vec![f64::NAN, f64::NAN] => "",
        vec![0.0, -0.0] => "repeated.unique",
        vec![f64::INFINITY, f64::NEG_INFINITY] => "",
    }
    table! { Vec<f32> [unique]
        vec![f32::NAN; 40] => "",
        vec![0.1, 0.1] => "repeated.unique",
    }
}

#[test]
fn long_lists_are_no_different() {
    table! { Vec<u64> [unique]
        (0..1000).rev().collect::<Vec<_>>() => "",
        (0..1000).chain([500]).collect::<Vec<_>>() => "repeated.unique",
    }
}
