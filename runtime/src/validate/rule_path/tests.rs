//! Paths of rules, and the table against the descriptors of `buf/validate/validate.proto`.

use super::super::Path;
use super::*;
use alloc::string::String;
use alloc::{format, vec::Vec};

fn spelt(kind: &'static str, id: &str) -> alloc::string::String {
    let path = of(kind, id);
    let numbers: Vec<_> = path
        .iter()
        .map(|one| one.field_number.unwrap_or(0))
        .collect();
    let ty = path[1].field_type;
    format!("{} {numbers:?} {ty:?}", Path::of(path))
}

#[test]
fn an_id_names_its_rule() {
    for (kind, id, expected) in [
        ("int32", "gt", "int32.gt [3, 4] Some(Int32)"),
        (
            "sfixed64",
            "gte_lt_exclusive",
            "sfixed64.gte [12, 5] Some(Sfixed64)",
        ),
        ("timestamp", "gt_lte", "timestamp.gt [22, 5] Some(Message)"),
        ("timestamp", "gt_now", "timestamp.gt_now [22, 8] Some(Bool)"),
        (
            "string",
            "len_bytes",
            "string.len_bytes [14, 20] Some(Uint64)",
        ),
        (
            "string",
            "ip_prefix_empty",
            "string.ip_prefix [14, 29] Some(Bool)",
        ),
        (
            "string",
            "well_known_regex.header_name_empty",
            "string.well_known_regex [14, 24] Some(Enum)",
        ),
        ("bytes", "pattern", "bytes.pattern [15, 4] Some(String)"),
        ("enum", "in", "enum.in [16, 3] Some(Int32)"),
        ("uint128", "lt", "uint128.lt [0, 0] None"),
    ] {
        assert_eq!(spelt(kind, id), expected);
    }
}

/// The fields of a protobuf message: number and bytes, or number and integer.
fn parts(mut bytes: &[u8]) -> Vec<(u64, u64, &[u8])> {
    fn integer(bytes: &mut &[u8]) -> u64 {
        let (mut value, mut shift) = (0, 0);
        while let Some((first, rest)) = bytes.split_first() {
            *bytes = rest;
            value |= u64::from(first & 127) << shift;
            shift += 7;
            if first & 128 == 0 {
                break;
            }
        }
        value
    }
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let tag = integer(&mut bytes);
        let value = integer(&mut bytes);
        let mut held = &[][..];
        if tag & 7 == 2 {
            (held, bytes) = bytes.split_at(usize::try_from(value).unwrap());
        }
        parts.push((tag >> 3, value, held));
    }
    parts
}

fn all(bytes: &[u8], number: u64) -> Vec<&[u8]> {
    let own = parts(bytes).into_iter().filter(|one| one.0 == number);
    own.map(|one| one.2).collect()
}

fn text(bytes: &[u8], number: u64) -> &str {
    let held = all(bytes, number);
    held.first()
        .map_or("", |text| core::str::from_utf8(text).unwrap())
}

fn number(bytes: &[u8], number: u64) -> u64 {
    let found = parts(bytes).into_iter().find(|one| one.0 == number);
    found.map_or(0, |one| one.1)
}

#[test]
fn the_table_is_that_of_the_descriptors() {
    let Some(data) = std::env::var_os("EVERWIRE_TEST_DATA") else {
        std::eprintln!("skipped: EVERWIRE_TEST_DATA is not set");
        return;
    };
    let path = std::path::PathBuf::from(data).join("protovalidate/schemas.binpb");
    let set = std::fs::read(path).unwrap();
    let files = all(&set, 1);
    let file = files
        .iter()
        .find(|file| text(file, 1) == "buf/validate/validate.proto");
    let messages = all(file.unwrap(), 4);
    let fields = |name: &str| {
        let message = messages.iter().find(|message| text(message, 1) == name);
        all(message.unwrap(), 2)
    };
    let mut count = 0;
    for kind in fields("FieldRules") {
        let (name, number_of, rules) = (text(kind, 1), number(kind, 3), text(kind, 6));
        let Some((known, ..)) = RULES.iter().find(|(known, ..)| *known == name) else {
            assert!(
                matches!(name, "cel" | "cel_expression" | "required" | "ignore"),
                "{name}"
            );
            continue;
        };
        for field in fields(rules.rsplit('.').next().unwrap()) {
            let rule = text(field, 1);
            if matches!(rule, "example" | "strict" | "items" | "keys" | "values") {
                continue;
            }
            let path = of(known, rule);
            let found: Vec<_> = path
                .iter()
                .map(|one| {
                    (
                        String::from(&*one.field_name),
                        one.field_number,
                        one.field_type,
                    )
                })
                .collect();
            let wanted = [
                (name, number_of, 11),
                (rule, number(field, 3), number(field, 5)),
            ];
            let wanted = wanted.map(|(name, number, ty)| {
                let ty = FieldType::from_number(i32::try_from(ty).unwrap());
                (String::from(name), u32::try_from(number).ok(), ty)
            });
            assert_eq!(found, wanted);
            count += 1;
        }
    }
    let rows: usize = RULES.iter().map(|(.., rows)| rows.len()).sum();
    assert_eq!(count, rows, "no rule is missing, and none too many");
    let places = ["repeated", "map", "map"].map(|name| name.into());
    for ((part_of, name), place) in [
        (Part::Items, "items"),
        (Part::Keys, "keys"),
        (Part::Values, "values"),
    ]
    .into_iter()
    .zip(places)
    {
        let [outer, inner] = part(part_of);
        let place: alloc::borrow::Cow<'static, str> = place;
        let of = if place == "map" {
            "MapRules"
        } else {
            "RepeatedRules"
        };
        let field = fields(of)
            .into_iter()
            .find(|field| text(field, 1) == name)
            .unwrap();
        assert_eq!(
            (outer.field_name, inner.field_number),
            (place, u32::try_from(number(field, 3)).ok())
        );
    }
    let required = fields("FieldRules")
        .into_iter()
        .find(|field| text(field, 1) == "required");
    assert_eq!(
        super::required()[0].field_number,
        u32::try_from(number(required.unwrap(), 3)).ok()
    );
}
