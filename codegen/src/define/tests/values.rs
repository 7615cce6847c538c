//! Types of other crates.

use super::{one, read, told};

#[test]
fn values_of_other_crates_are_what_they_are_on_the_wires() {
    let said = one(
        "values-named",
        "use chrono::{DateTime, Utc as Zone, prelude::*}; use serde_json as json; use uuid::Uuid; use indexmap::IndexMap as Ordered;
         use time::OffsetDateTime; type Ids = smallvec::SmallVec<[Uuid; 4]>;
         #[derive(Codec)] struct A { a: Uuid, b: Option<bytes::Bytes>, c: Vec<bytes::BytesMut>, d: Ids, e: smallvec::SmallVec<[u8; 2]> }
         #[derive(Codec)] struct B { a: DateTime<Zone>, b: chrono::DateTime<chrono::FixedOffset>, c: NaiveDate, d: chrono::Duration }
         #[derive(Codec)] struct C { a: jiff::Zoned, b: jiff::civil::Date, c: jiff::Timestamp, d: ::jiff::SignedDuration }
         #[derive(Codec)] struct D { a: time::Date, b: time::UtcDateTime, c: time::Duration, d: OffsetDateTime }
         #[derive(Codec)] struct E { a: Ordered<Uuid, u8>, b: hashbrown::HashSet<u8>, c: indexmap::IndexSet<String>, d: hashbrown::HashMap<u8, u8> }
         #[derive(Codec)] struct F { a: json::Value, b: json::Map<String, json::Value>, c: smol_str::SmolStr, d: compact_str::CompactString,
             e: rust_decimal::Decimal, f: ipnet::IpNet }",
    );
    assert_eq!(said.messages(), [""; 0]);
    for (name, shapes) in [
        ("A", "uuid option<bytes> list<bytes> list<uuid> bytes"),
        ("B", "timestamp string string duration"),
        ("C", "string string timestamp duration"),
        ("D", "string timestamp duration string"),
        ("E", "map<uuid,u8> list<u8> list<string> map<u8,u8>"),
        (
            "F",
            "google.protobuf.Value google.protobuf.Struct string string string string",
        ),
    ] {
        assert_eq!(said.shapes(name).join(" "), shapes, "{name}");
    }
}

#[test]
fn what_is_no_value_or_of_another_crate_is_told() {
    let said = read(
        "values-told",
        &[
            (
                "Cargo.toml",
                "[package]\nname = \"shop\"\n[dependencies]\nids = { package = \"uuid\", version = \"1\" }\nchrono = \"0.4\"",
            ),
            (
                "src/lib.rs",
                "mod bytes { pub type Bytes = u8; } mod own { pub type Uuid = u16; } use own::*; use chrono::*;
                 #[derive(Codec)] struct Fine { a: ids::Uuid, b: bytes::Bytes, c: Uuid }
                 #[derive(Codec)] struct A { a: chrono::DateTime<chrono::Local> }
                 #[derive(Codec)] struct B { a: ids::Builder }
                 #[derive(Codec)] struct C { a: chrono::Utc }
                 #[derive(Codec)] struct D { a: Month }",
            ),
        ],
    );
    told(
        &said,
        &[
            (
                "`a` of `A`",
                "`chrono::Local` is of another crate, or not found",
            ),
            (
                "`a` of `B`",
                "`uuid::Builder` is of another crate, or not found",
            ),
            ("`a` of `C`", "`chrono::Utc` is no value"),
            ("`a` of `D`", "`Month` is not found"),
        ],
    );
    assert_eq!(said.shapes("Fine"), ["uuid", "u8", "u16"]);
}
