//! `tuuid`: text of this form.

use crate::case::table;

#[test]
fn text() {
    table! { String [tuuid]
        "8b20830500e84460a4405e0dcd83bb0a" => "",
        "8B20830500E84460A4405E0DCD83BB0A" => "",
        "00000000000000000000000000000000" => "",
        "8b208305-00e8-4460-a440-5e0dcd83bb0a" => "string.tuuid",
        "8b20830500e84460a4405e0dcd83bb0" => "string.tuuid",
        "8b20830500e84460a4405e0dcd83bb0a0" => "string.tuuid",
        "8b20830500e84460a4405e0dcd83bb0g" => "string.tuuid",
        "8b20830500e84460-4405e0dcd83bb0a" => "string.tuuid",
        "é20830500e84460a4405e0dcd83bb0a" => "string.tuuid",
        "/b20830500e84460a4405e0dcd83bb0a" => "string.tuuid",
        ":b20830500e84460a4405e0dcd83bb0a" => "string.tuuid",
        "@b20830500e84460a4405e0dcd83bb0a" => "string.tuuid",
        "`b20830500e84460a4405e0dcd83bb0a" => "string.tuuid",
        "" => "string.tuuid_empty",
    }
}
