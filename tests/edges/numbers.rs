//! Numbers of JSON in every form that ProtoJSON takes, and in those that it does not.

use super::compiled::test::edges::Edges;
use super::{becomes, refused};

/// Each with the field, what is given, and what is written; nothing, if the field is left out.
const READ: [(&str, &str, &str); 45] = [
    ("int32", "2147483647", "2147483647"),
    ("int32", "-2147483648", "-2147483648"),
    ("int32", "1e5", "100000"),
    ("int32", "1.0", "1"),
    ("int32", "12.50e1", "125"),
    ("int32", "-1.0e0", "-1"),
    ("int32", "2.147483647e9", "2147483647"),
    ("int32", "10000000000e-9", "10"),
    ("int32", "0e999999999999", ""),
    ("int32", "-0", ""),
    ("int32", "\"7\"", "7"),
    ("int32", "\"1e1\"", "10"),
    ("int32", "\"1.0\"", "1"),
    ("uint32", "4294967295", "4294967295"),
    ("uint32", "4.294967295e9", "4294967295"),
    ("int64", "9223372036854775807", "\"9223372036854775807\""),
    ("int64", "-9223372036854775808", "\"-9223372036854775808\""),
    (
        "int64",
        "\"-9223372036854775808\"",
        "\"-9223372036854775808\"",
    ),
    (
        "int64",
        "9.223372036854775807e18",
        "\"9223372036854775807\"",
    ),
    ("int64", "9007199254740993", "\"9007199254740993\""),
    ("uint64", "18446744073709551615", "\"18446744073709551615\""),
    (
        "uint64",
        "\"18446744073709551615\"",
        "\"18446744073709551615\"",
    ),
    ("fixed64", "1", "\"1\""),
    ("sint32", "-1", "-1"),
    ("float", "3.4028235e38", "3.4028235e+38"),
    (
        "float",
        "3.40282346638528859811704183484516925440e+38",
        "3.4028235e+38",
    ),
    ("float", "1e-46", ""),
    ("float", "\"0.1\"", "0.1"),
    ("float", "\"NaN\"", "\"NaN\""),
    (
        "double",
        "1.7976931348623157e308",
        "1.7976931348623157e+308",
    ),
    ("double", "5e-324", "5e-324"),
    ("double", "1e-400", ""),
    ("double", "\"Infinity\"", "\"Infinity\""),
    ("double", "\"-Infinity\"", "\"-Infinity\""),
    ("double", "\"1e1\"", "10.0"),
    ("double", "-0.0", "-0.0"),
    ("double", "1", "1.0"),
    ("bool", "true", "true"),
    ("wrapped", "\"0\"", "\"0\""),
    ("wrapped", "1.0", "\"1\""),
    ("colour", "1", "\"COLOUR_GREEN\""),
    ("colour", "1.0", "\"COLOUR_GREEN\""),
    ("colour", "\"COLOUR_LIME\"", "\"COLOUR_GREEN\""),
    ("colour", "-2", "\"COLOUR_BLUE\""),
    ("colour", "99", "99"),
];

const REFUSED: [(&str, &[&str]); 10] = [
    (
        "int32",
        &[
            "2147483648",
            "-2147483649",
            "1.5",
            "1e10",
            "1e-1",
            "\"\"",
            "\" 1\"",
            "\"1 \"",
            "\"0x1\"",
            "0x1",
            "+1",
            "01",
            "1.",
            ".5",
            "1e",
            "-",
            "\"+1\"",
            "\"01\"",
            "true",
            "\"true\"",
            "NaN",
            "\"NaN\"",
            "[1]",
            "[]",
            "{}",
            "Infinity",
            "1_0",
            "\"1\"1",
        ],
    ),
    ("uint32", &["-1", "4294967296", "\"-1\"", "0.1"]),
    (
        "int64",
        &[
            "9223372036854775808",
            "-9223372036854775809",
            "1.5",
            "[1]",
            "[\"1\"]",
        ],
    ),
    ("uint64", &["18446744073709551616", "-1", "1e20"]),
    (
        "float",
        &[
            "3.4028236e38",
            "-3.5e38",
            "\"3.5e38\"",
            "1e39",
            "[1]",
            "true",
            "NaN",
            "\"nan\"",
            "\"+Infinity\"",
        ],
    ),
    (
        "double",
        &[
            "1.8e308",
            "-1.8e308",
            "\"1.8e308\"",
            "NaN",
            "Infinity",
            "-Infinity",
            "\"nan\"",
            "\"inf\"",
            "\"-NaN\"",
            "\"infinity\"",
            "\"\"",
            "\" 1\"",
            "1.",
            ".1",
            "[1.0]",
        ],
    ),
    (
        "bool",
        &["1", "0", "\"true\"", "\"\"", "True", "TRUE", "t", "[true]"],
    ),
    (
        "colour",
        &[
            "\"COLOUR_PINK\"",
            "\"colour_red\"",
            "\"\"",
            "1.5",
            "2147483648",
            "true",
            "[1]",
            "[\"COLOUR_RED\"]",
            "{}",
        ],
    ),
    (
        "byNumber",
        &[
            "{\"x\":\"\"}",
            "{\"1.5\":\"\"}",
            "{\"2147483648\":\"\"}",
            "{1:\"\"}",
            "[]",
            "[[1,\"\"]]",
        ],
    ),
    (
        "flags",
        &["{\"1\":true}", "{\"True\":true}", "{\"true\":1}"],
    ),
];

#[test]
fn numbers_are_read_exactly_in_every_form() {
    for (field, given, written) in READ {
        let expected = match written {
            "" => "{}".to_owned(),
            written => format!("{{\"{field}\":{written}}}"),
        };
        becomes::<Edges>(&format!("{{\"{field}\":{given}}}"), &expected);
        becomes::<Edges>(&format!(" {{ \"{field}\" :\n\t{given} }} "), &expected);
    }
    becomes::<Edges>(
        r#"{"byNumber":{"-1":"a","2":"b"},"flags":{"true":false}}"#,
        r#"{"byNumber":{"-1":"a","2":"b"},"flags":{"true":false}}"#,
    );
}

#[test]
fn other_forms_are_refused() {
    for (field, values) in REFUSED {
        for given in values {
            refused::<Edges>(&format!("{{\"{field}\":{given}}}"), "");
        }
    }
    for given in ["1.5", "2147483648", "\"x\"", "[1]", "{}"] {
        refused::<Edges>(&format!("{{\"numbers\":[{given}]}}"), "numbers[0]");
        refused::<Edges>(
            &format!("{{\"counts\":{{\"a\":{given}}}}}"),
            "counts[\"a\"]",
        );
    }
    for given in ["1", "\"1\"", "{}"] {
        refused::<Edges>(&format!("{{\"numbers\":{given}}}"), "numbers");
    }
}
