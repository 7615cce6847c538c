//! `(everwire.rust)`: what it makes of declarations, and what does not go with them.

use super::mistakes::findings;
use crate::lower::sample;

#[test]
fn a_type_that_is_not_declared_so_is_a_finding() {
    let help = |found: &str| found.split("help: ").nth(1).unwrap_or_default().to_owned();
    for (declared, expected) in [
        (
            "uint64 x = 1 [(everwire.rust) = \"u16\"];",
            "declare `x` as `uint32`",
        ),
        (
            "uint32 x = 1 [(everwire.rust) = \"[u32; 3]\"];",
            "declare `x` as `repeated`",
        ),
        (
            "repeated uint32 x = 1 [(everwire.rust) = \"u32\"];",
            "declare `x` without `repeated`",
        ),
        (
            "uint32 x = 1 [(everwire.rust) = \"Option<u32>\"];",
            "declare `x` as `optional`",
        ),
        (
            "string x = 1 [(everwire.rust) = \"u128\"];",
            "declare `x` as `bytes`",
        ),
        (
            "W x = 1 [(everwire.rust) = \"()\"];",
            "declare `x` as `google.protobuf.Empty`",
        ),
        (
            "repeated uint32 x = 1 [(everwire.rust) = \"Vec<Option<u32>>\"];",
            "declare `x` as a message that has the value as its field 1 alone, and `(everwire.message).rust = WRAPPER`",
        ),
        (
            "repeated W x = 1 [(everwire.rust) = \"BTreeMap<u128, u8>\"];",
            "give `M.W` the fields 1 and 2, a key and a value, and `(everwire.message).rust = WRAPPER`",
        ),
        (
            "uint32 x = 1 [(everwire.rust) = \"u32; 3\"];",
            "write a type, such as `Vec<Option<u16>>` or `[shop.v1.Line; 3]`",
        ),
        (
            "uint32 x = 1 [(everwire.rust) = \"Missing\"];",
            "write a type of the standard library that Everwire knows, or the name of a message or an enum",
        ),
        (
            "W x = 1 [(everwire.rust) = \"(u8, u8)\"];",
            "name the message that the tuple is, and give it `(everwire.message).rust = TUPLE`",
        ),
        (
            "string x = 1 [(everwire.rust) = \"Uuid\"];",
            "declare `x` as `bytes`",
        ),
        (
            "bytes x = 1 [(everwire.rust) = \"everwire::serde::Foreign<Theme>\"];",
            "write the path of the type that serde knows, such as `everwire::serde::Foreign<crate::Theme>`; a `type` of your own names any other",
        ),
        (
            "bytes x = 1 [(everwire.rust) = \"everwire::serde::Foreign<super::Theme>\"];",
            "write the path of the type that serde knows, such as `everwire::serde::Foreign<crate::Theme>`; a `type` of your own names any other",
        ),
    ] {
        let found = findings(sample::source(&format!(
            "import \"everwire/options.proto\"; message M {{ {declared} message W {{ uint32 value = 1; }} }}"
        )));
        let helps: Vec<String> = found.iter().map(|one| help(one)).collect();
        assert_eq!(helps, [expected], "{declared}");
        assert!(found[0].starts_with("rust-type: "), "{found:?}");
    }
}

#[test]
fn a_message_is_what_it_is_said_to_be() {
    let found = findings(sample::source(
        "import \"everwire/options.proto\";
         message A { option (everwire.message).rust = UNION; oneof a { int32 x = 1; } int32 y = 2; }
         message B { option (everwire.message).rust = UNIT; int32 x = 1; }
         message C { oneof c { option (everwire.oneof).default = \"x\"; int32 x = 1; } }",
    ));
    assert_eq!(
        found,
        [
            "rust-type: `A` is a `UNION`, but has fields outside of one oneof\nhelp: put all fields into one oneof, or remove the option `rust`",
            "rust-type: `B` is a `UNIT`, but has fields\nhelp: remove the fields, or the option `rust`",
            "oneof-default: `x` is no field of `c` without a value\nhelp: name a field that has `(everwire.rust) = \"()\"`, or remove the default",
        ]
    );
}

#[test]
fn an_extension_has_the_type_that_it_declares() {
    let found = findings(sample::proto2(
        "import \"everwire/options.proto\";
         message M { extensions 100 to 199; }
         extend M { optional uint32 more = 100 [(everwire.rust) = \"Option<u16>\"]; }",
    ));
    assert_eq!(
        found,
        [
            "rust-type: the extension `more` has an `(everwire.rust)`\nhelp: remove it: an extension has the type that it declares"
        ]
    );
}
