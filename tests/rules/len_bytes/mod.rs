//! `len_bytes`: how many bytes text has.

use crate::case::table;

#[test]
fn bytes_are_counted() {
    table! { String [len_bytes = 4]
        "abcd" => "",
        "😀" => "",
        "éé" => "",
        "aéb" => "",
        "" => "string.len_bytes",
        "abc" => "string.len_bytes",
        "abcde" => "string.len_bytes",
        "é" => "string.len_bytes",
        "😀a" => "string.len_bytes",
    }
}
