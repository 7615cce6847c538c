//! What the model's checks advise in the words of Rust's attributes, in those of a schema.

use everwire_model::model::Diagnostic;

/// The rule, a part of its help, and what stands for it.
const SPELLINGS: &[(&str, &str, &str)] = &[
    (
        "accept-text",
        "`accept(\"…\", reason = \"…\")`",
        "`accept: { change: \"…\", reason: \"…\" }`",
    ),
    ("accept-text", "`reason = \"…\"`", "`reason: \"…\"`"),
    ("duplicate-slot", "`slot = ", "`(everwire.field).slot = "),
    (
        "reserved-number",
        "`slot = …` with a slot",
        "`(everwire.field).slot` with one",
    ),
    ("name-form", "remove the attribute", "remove the option"),
    (
        "repeated-presence",
        "`min_items",
        "`validate.repeated.min_items",
    ),
    ("repeated-presence", "`min_pairs", "`validate.map.min_pairs"),
    (
        "repeated-presence",
        "make its type an `Option`, or leave out `default`",
        "leave out the default",
    ),
    (
        "reserved-group",
        "`reserved(3, \"old_name\")`",
        "`{ number: 3, name: \"old_name\" }`",
    ),
    (
        "reserved-group",
        "`reserved(NUMBER, \"name\", ",
        "`{ number: NUMBER, name: \"name\", ",
    ),
    ("reserved-group", " = …)`", ": … }`"),
    ("rule-type", "`rule(required)`", "`validate.required`"),
    ("rule-value", "`\"60s\"`", "`{ seconds: 60 }`"),
];

/// The diagnostic, with help that can be followed in a schema.
pub(crate) fn in_schema(diagnostic: &Diagnostic) -> Diagnostic {
    let mut spelt = diagnostic.clone();
    for (rule, rust, schema) in SPELLINGS {
        if let Some(help) = spelt.help.as_mut().filter(|_| spelt.rule == *rule) {
            *help = help.replace(rust, schema);
        }
    }
    spelt
}
