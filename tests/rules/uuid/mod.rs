//! `uuid`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [uuid]
        "8b208305-00e8-4460-a440-5e0dcd83bb0a" => "",
        "8B208305-00E8-4460-A440-5E0DCD83BB0A" => "",
        "00000000-0000-0000-0000-000000000000" => "",
        "ffffffff-ffff-ffff-ffff-ffffffffffff" => "",
        "8b20830500e84460a4405e0dcd83bb0a" => "string.uuid",
        "8b208305-00e8-4460-a440-5e0dcd83bb0" => "string.uuid",
        "8b208305-00e8-4460-a440-5e0dcd83bb0a0" => "string.uuid",
        "8b208305-00e8-4460-a440-5e0dcd83bb0g" => "string.uuid",
        "8b208305-00e8-4460-a4405-e0dcd83bb0a" => "string.uuid",
        "8b208305_00e8_4460_a440_5e0dcd83bb0a" => "string.uuid",
        "{8b208305-00e8-4460-a440-5e0dcd83bb0}" => "string.uuid",
        "urn:uuid:8b208305-00e8-4460-a440-5e0" => "string.uuid",
        "é2083050-0e84-460a-4405-e0dcd83bb0aa" => "string.uuid",
        " b208305-00e8-4460-a440-5e0dcd83bb0a" => "string.uuid",
        "" => "string.uuid_empty",
    }
}

#[test]
fn bytes() {
    table! { Bytes [uuid]
        [7; 16] => "",
        [7; 1] => "bytes.uuid",
        [7; 15] => "bytes.uuid",
        [7; 17] => "bytes.uuid",
        [7; 36] => "bytes.uuid",
        b"" => "bytes.uuid_empty",
    }
}
