//! `defined_only`: enums.

use crate::case::{Status, table};
use std::collections::BTreeMap;

#[test]
fn unknown_numbers_are_refused() {
    table! { Status [defined_only]
        Status::Draft => "",
        Status::Paid => "",
        Status::Other(7) => "enum.defined_only",
        Status::Other(-1) => "enum.defined_only",
    }
    table! { Option<Status> [defined_only]
        None => "",
        Some(Status::Other(7)) => "enum.defined_only",
    }
}

#[test]
fn elements_and_values_have_it() {
    table! { Vec<Status> [items(defined_only)]
        vec![Status::Paid, Status::Other(9)] => "[1] enum.defined_only",
    }
    table! { BTreeMap<u32, Status> [values(defined_only)]
        BTreeMap::from([(3, Status::Other(9))]) => "[3] enum.defined_only",
    }
}

#[test]
fn other_rules_are_asked_too() {
    table! { Status [defined_only, not_in(7)]
        Status::Other(7) => "enum.not_in, enum.defined_only",
        Status::Other(8) => "enum.defined_only",
    }
}
