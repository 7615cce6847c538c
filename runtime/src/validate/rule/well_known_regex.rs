//! `well_known_regex`: names and values of HTTP headers (RFC 9110, section 5); the comma that protovalidate lets into names
//! included. [`strict`] says how much of that is asked.

use super::strict;
use crate::validate::grammar::byte::{self, HEADER};

/// What the name of a header must be.
pub(crate) const MUST_NAME: &str = "the name of an HTTP header";

/// What the value of a header must be.
pub(crate) const MUST_VALUE: &str = "the value of an HTTP header";

/// A token, with a colon before it for HTTP/2's own headers.
pub(crate) fn is_name(value: &[u8], strict: bool) -> bool {
    if !strict {
        return !value.is_empty() && strict::is_line(value);
    }
    let name = value.strip_prefix(b":").unwrap_or(value);
    !name.is_empty() && byte::run(name, HEADER) == name.len()
}

/// Text without control characters, but for tabs.
pub(crate) fn is_value(value: &[u8], strict: bool) -> bool {
    if !strict {
        return strict::is_line(value);
    }
    let is_text = |byte: &u8| *byte == b'\t' || !byte.is_ascii_control();
    value.iter().all(is_text)
}

#[cfg(test)]
mod tests {
    use super::{is_name, is_value};

    #[test]
    fn names_and_values() {
        let cases = [
            ("content-type", [true, true, true, true]),
            (":authority", [true, true, true, true]),
            ("::a", [false, true, true, true]),
            (":", [false, true, true, true]),
            ("a b", [false, true, true, true]),
            ("a,b", [true, true, true, true]),
            ("ä", [false, true, true, true]),
            ("a\tb", [false, true, true, true]),
            ("a\u{7f}", [false, true, false, true]),
            ("a\u{1}", [false, true, false, true]),
            ("a\n", [false, false, false, false]),
            ("a\0", [false, false, false, false]),
            ("", [false, false, true, true]),
        ];
        for (value, expected) in cases {
            let bytes = value.as_bytes();
            let found = [
                is_name(bytes, true),
                is_name(bytes, false),
                is_value(bytes, true),
                is_value(bytes, false),
            ];
            assert_eq!(found, expected, "{value:?}");
        }
    }
}
