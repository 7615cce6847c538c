//! The schemas: from a fixed seed, with fields of all kinds, and references between files. A file refers to earlier ones only.

use std::fmt::Write;

use fastrand::Rng;

/// How many messages a file has.
pub const MESSAGES: usize = 10;

/// How many files a directory has, which is a package each.
const FILES: usize = 10;

const SCALARS: [&str; 15] = [
    "double", "float", "int32", "int64", "uint32", "uint64", "sint32", "sint64", "fixed32",
    "fixed64", "sfixed32", "sfixed64", "bool", "string", "bytes",
];
const KEYS: [&str; 4] = ["string", "uint32", "int64", "bool"];
const WORDS: [&str; 12] = [
    "amount", "address", "code", "count", "created", "kind", "label", "limit", "name", "owner",
    "price", "region",
];

/// Where a file is.
pub fn path(number: usize) -> String {
    format!("team{:02}/part{:02}.proto", number / FILES, number % FILES)
}

/// The text of a file; changed, three of its messages are others.
pub fn file(number: usize, is_changed: bool) -> String {
    let mut random = Rng::with_seed(number as u64 + 1);
    let mut text = format!(
        "syntax = \"proto3\";\n\npackage team{:02}.part{:02};\n\nimport \"everwire/options.proto\";\n",
        number / FILES,
        number % FILES
    );
    let mut imported: Vec<usize> = (0..3.min(number)).map(|_| random.usize(..number)).collect();
    imported.sort_unstable();
    imported.dedup();
    for other in &imported {
        let _ = writeln!(text, "import \"{}\";", path(*other));
    }
    text.push_str(
        "\nenum State {\n  STATE_UNSPECIFIED = 0;\n  STATE_OPEN = 1;\n  STATE_CLOSED = 2;\n}\n",
    );
    for index in 0..MESSAGES {
        let change = if is_changed { index } else { MESSAGES };
        message(&mut text, &mut random, index, &imported, change);
    }
    text
}

fn message(text: &mut String, random: &mut Rng, index: usize, imported: &[usize], change: usize) {
    let _ = write!(
        text,
        "\n// A record of kind {index}.\nmessage M{index} {{\n  uint64 id = 1;\n"
    );
    // What changes: one widens a field, one appends one, one removes one and reserves it.
    let (size, name) = match change {
        0 => ("int64", "size"),
        _ => ("int32", "size"),
    };
    let _ = writeln!(text, "  {size} {name} = 2;");
    match change {
        1 => text.push_str("  string remark = 3;\n  optional string added = 40;\n"),
        2 => text.push_str("  reserved 3;\n  reserved \"remark\";\n"),
        _ => text.push_str("  string remark = 3;\n"),
    }
    let fields = 4 + random.usize(..8);
    for number in 4..4 + fields {
        let name = WORDS[random.usize(..WORDS.len())];
        let scalar = SCALARS[random.usize(..SCALARS.len())];
        let line = match random.usize(..12) {
            0..4 => format!("{scalar} {name}_{number} = {number};"),
            4 => format!("optional {scalar} {name}_{number} = {number};"),
            5 => format!("repeated {scalar} {name}_{number} = {number};"),
            6 => format!(
                "map<{}, {scalar}> {name}_{number} = {number};",
                KEYS[random.usize(..KEYS.len())]
            ),
            7 => format!("State {name}_{number} = {number};"),
            8 => format!(
                "string {name}_{number} = {number} [(everwire.field).validate.string.max_len = 64];"
            ),
            9 if index > 0 => format!("M{} {name}_{number} = {number};", random.usize(..index)),
            10 if index > 0 => {
                format!(
                    "repeated M{} {name}_{number} = {number};",
                    random.usize(..index)
                )
            }
            _ => match imported.get(random.usize(..3)) {
                Some(other) => format!(
                    "team{:02}.part{:02}.M{} {name}_{number} = {number};",
                    other / FILES,
                    other % FILES,
                    random.usize(..MESSAGES)
                ),
                None => format!("repeated State {name}_{number} = {number};"),
            },
        };
        let _ = writeln!(text, "  {line}");
    }
    if index % 4 == 3 {
        text.push_str("  oneof event {\n    string placed = 30;\n    uint32 moved = 31;\n    State stopped = 32;\n  }\n");
    }
    text.push_str("}\n");
}
