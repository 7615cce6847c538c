//! `pattern`: regular expressions of RE2.

use everwire::Codec;

use crate::case::table;

#[test]
fn it_matches_somewhere() {
    table! { String [pattern = "^[A-Z]{3}-[0-9]+$"]
        "ABC-1" => "",
        "XYZ-0042" => "",
        "" => "string.pattern",
        "abc-1" => "string.pattern",
        "ABC-" => "string.pattern",
        "ABC-1 " => "string.pattern",
        "ABC-1 x" => "string.pattern",
    }
    table! { String [pattern = "b+"]
        "abc" => "",
        "bb" => "",
        "" => "string.pattern",
        "ac" => "string.pattern",
    }
}

#[test]
fn classes_are_ascii() {
    table! { String [pattern = r"^\d+$"]
        "123" => "",
        "١٢" => "string.pattern",
    }
    table! { String [pattern = r"^\w+$"]
        "e_1" => "",
        "é" => "string.pattern",
    }
    table! { String [pattern = r"^\s$"]
        " " => "",
        " " => "string.pattern",
    }
}

#[test]
fn what_only_re2_has() {
    table! { String [pattern = r"^\Qa.b\E$"]
        "a.b" => "",
        "axb" => "string.pattern",
    }
    table! { String [pattern = r"^\x{41}\101$"]
        "AA" => "",
        "AB" => "string.pattern",
    }
    table! { String [pattern = "^x{,2}$"]
        "x{,2}" => "",
        "xx" => "string.pattern",
    }
    table! { String [pattern = "^(?i)straSSe$"]
        "STRASSE" => "",
        "straße" => "string.pattern",
    }
    table! { String [pattern = r"^\p{Greek}+\z"]
        "αβγ" => "",
        "abc" => "string.pattern",
    }
}

#[test]
fn a_dot_is_one_code_point() {
    table! { String [pattern = "^.$"]
        "a" => "",
        "é" => "",
        "😀" => "",
        "" => "string.pattern",
        "ab" => "string.pattern",
        "  " => "string.pattern",
    }
}

#[test]
fn bytes_are_read_as_text() {
    table! { Bytes [pattern = "^[\\x00-\\x7F]+$"]
        b"abc" => "",
        b"\x01" => "",
        b"" => "bytes.pattern",
        "é" => "bytes.pattern",
        b"\xff" => "bytes.pattern",
        b"a\xc3" => "bytes.pattern",
    }
}

#[test]
fn bytes_that_are_no_text_are_told_apart() {
    #[derive(Codec)]
    struct Held {
        #[codec(1, pattern = "^a+$")]
        held: Vec<u8>,
        #[codec(2, items(pattern = "b"))]
        all: Vec<Vec<u8>>,
    }

    let held = Held {
        held: b"a\xff".to_vec(),
        all: vec![b"b".to_vec(), b"c".to_vec(), b"\xc3b".to_vec()],
    };
    let found = held.validate().unwrap_err();
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.to_string(), one.undecided))
        .collect();
    let told: Vec<_> = told.iter().map(|(text, is)| (text.as_str(), *is)).collect();
    assert_eq!(
        told,
        [
            (
                "held: must be UTF-8 to match the pattern `^a+$` (bytes.pattern)",
                true
            ),
            ("all[1]: must match the pattern `b` (bytes.pattern)", false),
            (
                "all[2]: must be UTF-8 to match the pattern `b` (bytes.pattern)",
                true
            ),
        ]
    );
}
