//! `max_bytes`: how many bytes text has.

use crate::case::table;

#[test]
fn bytes_are_counted() {
    table! { String [max_bytes = 4]
        "" => "",
        "abcd" => "",
        "😀" => "",
        "éé" => "",
        "abcde" => "string.max_bytes",
        "😀a" => "string.max_bytes",
        "ééé" => "string.max_bytes",
    }
}
