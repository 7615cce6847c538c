//! The pages: of what schemas can break, of what the model checks, and of the rules that values obey.

use everwire::docs::validation::rules::PAGES as VALUES;
use everwire_model::check::RULES;

use crate::check::pages::PAGES as CHANGES;

/// Every page of this package: the rule's id, and the text.
const PAGES: &[(&str, &str)] = &[
    (
        "proto-syntax",
        "a `.proto` file does not follow the grammar of protobuf.\n\n\
         proto2, proto3 and the editions 2023 and 2024 are read; the grammar is at\n\
         https://protobuf.dev/reference/protobuf/proto3-spec/, …/proto2-spec/ and …/edition-2023-spec/.",
    ),
    (
        "proto-features",
        "a feature is set where it cannot be, or contradicts the declaration that it is set on.\n\n\
         Features are handed down from a file to its messages, and from those to their fields and enums; what\n\
         each of them is for is at https://protobuf.dev/editions/features/.",
    ),
    (
        "proto-import",
        "a file that is named or imported is not found.\n\n\
         The name in an `import` begins in one of the include directories: those given as schemas, and those\n\
         given with `-I` (`Build::include`). `google/protobuf/*.proto`, `everwire/options.proto` and\n\
         `buf/validate/validate.proto` are built in.",
    ),
    (
        "proto-schema",
        "a schema contradicts itself: a name or a number is used twice, a type does not exist, an option is\n\
         not declared.\n\n\
         The rules are protobuf's own; another compiler would refuse the file, too.",
    ),
    (
        "default-text",
        "a default does not spell a value of its field.\n\n\
         Defaults are spelled as in proto2: decimal integers; numbers, `inf`, `-inf` or `nan`; `true` or `false`; the\n\
         text of a string; bytes with C escapes; the name of an enum's value. Messages have none.",
    ),
    (
        "rules-type",
        "validation rules are given for another type than the field's.\n\n\
         `validate` has a member for each type, called as in a `.proto` file: `validate.sint32` for a `sint32`,\n\
         `validate.repeated.items.string` for the elements of a `repeated string`.",
    ),
    (
        "rules-twice",
        "a declaration has rules of `everwire/options.proto` and of `buf/validate/validate.proto`.\n\n\
         `(everwire.field).validate` and `(buf.validate.field)` say the same by the same names, and so do\n\
         `(everwire.message).validate` and `(buf.validate.message)`, `(everwire.oneof)` and `(buf.validate.oneof)`.\n\
         Of two sets of rules on one declaration nobody could say which holds.",
    ),
    (
        "rules-unknown",
        "a validation rule is not known.\n\n\
         Rules are those of protovalidate 1. A schema whose own `buf/validate/validate.proto` is newer or older may\n\
         have others; what is not known is not checked, and so it is no rule.",
    ),
    (
        "rules-extension",
        "an extension has validation rules, which nothing checks.\n\n\
         A message does not know the extensions that others add to it, and checks none of them; protovalidate does not\n\
         either. A program that reads an extension can check what it holds.",
    ),
    (
        "cel-rule",
        "a validation rule is written in the Common Expression Language.\n\n\
         Rules are compiled to Rust, and there is no compiler for CEL: `cel`, `cel_expression` and predefined rules\n\
         (extensions that have a `(buf.validate.predefined)`) are refused, since a check that never runs is none.\n\n\
         What they say goes into a function, `fn(&T) -> Result<(), everwire::Violation>`, that `(everwire.field).hook`,\n\
         `(everwire.message).hook`, `--hook` or `Build::hook` names. Where that is not wanted, `--skip-cel` or\n\
         `Build::skip_cel(true)` leaves such rules out, with a warning for each.",
    ),
    (
        "rust-type",
        "an `(everwire.rust)` does not go with the declaration that it is on.\n\n\
         It spells the field's type in Rust where protobuf has no such type: `u16`, `[u32; 3]`, `Vec<Option<shop.v1.Line>>`.\n\
         The field declares what that type is in protobuf, for every other program: a `u16` is a `uint32`, an array is\n\
         `repeated`, and what protobuf cannot nest (a list in a list, an `Option` in a list) is a message of its own with\n\
         the value as field 1, which has `option (everwire.message).rust = WRAPPER` and is no type in Rust.\n\n\
         Types of other crates are `bytes`: `Uuid` is the crate `uuid`'s, and `everwire::serde::Foreign<crate::Theme>` is a\n\
         type that serde knows, by a path from the root of a crate.\n\n\
         A `UNION` has one oneof and no other fields, a `UNIT` has no fields.",
    ),
    (
        "reserved-type",
        "the type of a removed field does not exist.\n\n\
         It is spelled as a field declares it, with the full name of a message or an enum: `uint32`,\n\
         `repeated string`, `shop.v1.Line`.",
    ),
    (
        "reserved-twice",
        "a number is reserved by two statements or options of one message.\n\n\
         A removed field of which the slot or the type is known has an `option (everwire.message).reserved`, and its\n\
         number is not in a `reserved` statement too: two places could come to differ.",
    ),
    (
        "oneof-default",
        "a field of a oneof has an `(everwire.field).default`.\n\n\
         A default is what an absent field reads as; where a oneof's field is absent, the oneof holds another one\n\
         or none, and nothing is read.",
    ),
    (
        "former-type",
        "the type of a `was` does not exist.\n\n\
         It is spelled as the field declared it, with the full name of a message or an enum: `uint32`,\n\
         `repeated string`, `shop.v1.Line`. `sint32`, `fixed64` and their like are no former types: protobuf would\n\
         have to know how each value was written, and a number of that encoding looks like any other.",
    ),
    (
        "hook-path",
        "a `hook`, an `upgrade` or the `with` of a `was` is not the path of a Rust function.\n\n\
         It is spelled as in a `use` of the crate that the generated code is part of: `crate::check`. A hook takes\n\
         the value by reference and gives `Result<(), everwire::Violation>`, an upgrade takes the message and an\n\
         `everwire::Upgrade`, and the `with` of a `was` makes a value of the field's type of one of the former type.",
    ),
    (
        "rust-syntax",
        "a Rust file among the sources does not parse.\n\n\
         Sources are read as the compiler reads them, though nothing in them is expanded or run.",
    ),
    (
        "unresolved",
        "a source alone does not tell what a type is on the wires.\n\n\
         Sources are read without being compiled. What only a compiler knows is left out, and so is what holds it: types\n\
         that macros declare, that `cfg` decides on, that have parameters, that `with` converts, or that another crate\n\
         has; defaults that are expressions. The compiled types know it all: let a test take them down, once, with\n\
         `everwire_codegen::check!(in \"src\"; Page<Order>)` and `UPDATE=1`. What the lock has is taken as it is there, with\n\
         a warning; what it has not is an error.",
    ),
    (
        "duplicate-type",
        "two types of a project have one full name, and are not the same.\n\n\
         A full name is how data, locks and registries know a type. A type that says no `name` goes by its own in Rust,\n\
         whatever module it is in: `#[codec(name = \"shop.v1.Order\")]`.",
    ),
    (
        "unmatched-option",
        "an option of the program or of `Build` is given for something that is not generated.\n\n\
         Full names begin with the package: `shop.v1.Order`, `shop.v1.Order.id`. A hook with a misspelt name would be\n\
         a check that never runs, so that every name and every pattern must mean something; `.` and `**` may not.",
    ),
];

/// The page of a rule.
pub(crate) fn page(id: &str) -> Option<String> {
    let own = || {
        PAGES
            .iter()
            .chain(CHANGES)
            .find(|(own, _)| *own == id)
            .map(|(id, text)| format!("`{id}`: {text}\n"))
    };
    let of_values = || {
        let page = VALUES.iter().find(|(name, _)| *name == id);
        page.map(|(_, text)| (*text).to_owned())
    };
    RULES
        .iter()
        .find(|rule| rule.id == id)
        .map(everwire_model::check::Rule::page)
        .or_else(own)
        .or_else(of_values)
}

/// One line for each rule.
pub(crate) fn list() -> String {
    let ids = PAGES
        .iter()
        .chain(CHANGES)
        .map(|(id, _)| *id)
        .chain(RULES.iter().map(|rule| rule.id))
        .chain(VALUES.iter().map(|(name, _)| *name));
    let mut lines: Vec<String> = ids
        .filter_map(|id| {
            let page = page(id)?;
            let first = page.split("\n\n").next()?.replace('\n', " ");
            let (_, what) = first.split_once(": ")?;
            Some(format!("{id:22} {what}\n"))
        })
        .collect();
    lines.sort();
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_open_with_a_sentence() {
        assert!(
            page("proto-import")
                .is_some_and(|page| page.starts_with("`proto-import`: a file that is named"))
        );
        assert!(page("number-range").is_some_and(|page| page.starts_with("`number-range`: ")));
        assert!(
            page("min_len").is_some_and(|page| page.starts_with("`min_len`: text has at least"))
        );
        assert_eq!(page("nothing"), None);
        assert_eq!(
            list().lines().count(),
            PAGES.len() + CHANGES.len() + RULES.len() + VALUES.len()
        );
    }
}
