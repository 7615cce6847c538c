//! `ulid`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [ulid]
        "01ARZ3NDEKTSV4RRFFQ69G5FAV" => "",
        "01arz3ndektsv4rrffq69g5fav" => "",
        "00000000000000000000000000" => "",
        "7ZZZZZZZZZZZZZZZZZZZZZZZZZ" => "",
        "80000000000000000000000000" => "string.ulid",
        "01ARZ3NDEKTSV4RRFFQ69G5FA" => "string.ulid",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV0" => "string.ulid",
        "01ARZ3NDEKTSV4RRFFQ69G5FAI" => "string.ulid",
        "01ARZ3NDEKTSV4RRFFQ69G5FAL" => "string.ulid",
        "01ARZ3NDEKTSV4RRFFQ69G5FAO" => "string.ulid",
        "01ARZ3NDEKTSV4RRFFQ69G5FAU" => "string.ulid",
        "01ARZ3NDEKTSV4RRFFQ69G5F-V" => "string.ulid",
        "é1RZ3NDEKTSV4RRFFQ69G5FAV" => "string.ulid",
        "" => "string.ulid_empty",
    }
}
