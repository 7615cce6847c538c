//! `min_bytes`: how many bytes text has.

use crate::case::table;

#[test]
fn bytes_are_counted() {
    table! { String [min_bytes = 4]
        "abcd" => "",
        "abcde" => "",
        "😀" => "",
        "éé" => "",
        "" => "string.min_bytes",
        "abc" => "string.min_bytes",
        "é" => "string.min_bytes",
        "aé" => "string.min_bytes",
    }
}
