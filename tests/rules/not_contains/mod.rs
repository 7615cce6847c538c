//! `not_contains`: what is nowhere in a value.

use crate::case::table;

#[test]
fn text() {
    table! { String [not_contains = "bar"]
        "" => "",
        "ba" => "",
        "b a r" => "",
        "BAR" => "",
        "bar" => "string.not_contains",
        "foobarbaz" => "string.not_contains",
    }
    table! { String [not_contains = ""]
        "" => "string.not_contains",
        "a" => "string.not_contains",
    }
}
