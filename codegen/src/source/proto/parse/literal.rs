//! What is in numbers and strings.

use std::ops::Range;

use super::Parser;
use super::lex::Kind;
use super::mistake::{Mistake, Parse, Stop};

impl Parser<'_> {
    /// An integer without a sign.
    pub(super) fn integer(&mut self) -> Parse<u64> {
        let token = self.peek();
        if token.kind != Kind::Integer {
            return Err(self.unexpected("an integer"));
        }
        self.bump();
        let text = self.text_of(token);
        let (digits, radix) = match text.as_bytes() {
            [b'0', b'x' | b'X', ..] => (&text[2..], 16),
            [b'0', _, ..] => (&text[1..], 8),
            _ => (text, 10),
        };
        u64::from_str_radix(digits, radix).map_err(|_| {
            let fits = digits.chars().all(|digit| digit.is_digit(radix)) && !digits.is_empty();
            let (message, help) = match (fits, radix) {
                (true, _) => (
                    format!("`{text}` does not fit into 64 bits"),
                    "write a smaller integer",
                ),
                (false, 8) => (
                    format!("`{text}` begins with 0 and is not octal"),
                    "remove the 0 at its beginning",
                ),
                (false, _) => (
                    format!("`{text}` has no digits"),
                    "write digits behind `0x`",
                ),
            };
            self.stop(Mistake::new(token.span(), message, help))
        })
    }

    /// A number with a point or an exponent.
    pub(super) fn float(&mut self) -> Parse<f64> {
        let token = self.peek();
        if token.kind != Kind::Float {
            return Err(self.unexpected("a number"));
        }
        self.bump();
        let text = self.text_of(token);
        text.parse().map_err(|_| {
            let message = format!("`{text}` is not a number");
            let help = "write digits, a point, and an exponent where it is needed, such as `1.5e3`";
            self.stop(Mistake::new(token.span(), message, help))
        })
    }

    /// One or more strings, which are one.
    pub(super) fn string(&mut self, expected: &str) -> Parse<(Vec<u8>, Range<usize>)> {
        if self.peek().kind != Kind::String {
            return Err(self.unexpected(expected));
        }
        let start = self.peek().start;
        let mut bytes = Vec::new();
        while self.peek().kind == Kind::String {
            let token = self.bump();
            let text = self.text_of(token);
            let inside = text
                .get(1..text.len().saturating_sub(1))
                .unwrap_or_default();
            if let Err((escape, help)) = unescape(inside, &mut bytes) {
                let start = token.start + 1 + escape.start;
                let span = start..token.start + 1 + escape.end;
                let message = format!("`{}` is not an escape", &inside[escape]);
                self.mistakes.push(Mistake::new(span, message, help));
            }
        }
        Ok((bytes, start..self.last_end()))
    }

    /// One or more strings that are text.
    pub(super) fn text(&mut self, expected: &str) -> Parse<(String, Range<usize>)> {
        let (bytes, span) = self.string(expected)?;
        match String::from_utf8(bytes) {
            Ok(text) => Ok((text, span)),
            Err(_) => Err(self.not_utf8(span)),
        }
    }

    /// A string that is not text.
    pub(super) fn not_utf8(&mut self, span: Range<usize>) -> Stop {
        let message = "the string is not valid UTF-8";
        let help = "write the characters themselves, or `\\u` and four hex digits";
        self.stop(Mistake::new(span, message, help))
    }
}

/// Appends what a string's inside means; or says which part of it is no escape, and what would be.
fn unescape(text: &str, bytes: &mut Vec<u8>) -> Result<(), (Range<usize>, &'static str)> {
    let mut at = 0;
    while let Some(found) = text[at..].find('\\') {
        let start = at + found;
        bytes.extend_from_slice(&text.as_bytes()[at..start]);
        let rest = &text[start + 1..];
        let first = rest.chars().next();
        let first_length = first.map_or(0, char::len_utf8);
        let simple = match first {
            Some('a') => Some(7),
            Some('b') => Some(8),
            Some('f') => Some(12),
            Some('n') => Some(b'\n'),
            Some('r') => Some(b'\r'),
            Some('t') => Some(b'\t'),
            Some('v') => Some(11),
            Some(quoted @ ('?' | '\\' | '\'' | '"')) => u8::try_from(quoted).ok(),
            _ => None,
        };
        if let Some(byte) = simple {
            bytes.push(byte);
            at = start + 2;
            continue;
        }
        let (skip, radix, least, most) = match first {
            Some('0'..='7') => (0, 8, 1, 3),
            Some('x' | 'X') => (1, 16, 1, 2),
            Some('u') => (1, 16, 4, 4),
            Some('U') => (1, 16, 8, 8),
            _ => {
                let help = "double the backslash, or write one of `\\n`, `\\r`, `\\t`, `\\x41`, `\\101`, `\\u0041`";
                return Err((start..start + 1 + first_length, help));
            }
        };
        let digits = &rest[skip..];
        let length = digits
            .chars()
            .take(most)
            .take_while(|digit| digit.is_digit(radix))
            .count();
        let end = start + 1 + skip + length;
        let value = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
        let is_character = matches!(first, Some('u' | 'U'));
        match (is_character, u8::try_from(value), char::from_u32(value)) {
            _ if length < least => {
                return Err((
                    start..end,
                    "write four hex digits behind `\\u`, eight behind `\\U`, one or two behind `\\x`",
                ));
            }
            (true, _, Some(character)) => {
                bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            (false, Ok(byte), _) => bytes.push(byte),
            (true, ..) => return Err((start..end, "write the number of a character")),
            (false, ..) => return Err((start..end, "write a byte: `\\377` is the greatest")),
        }
        at = end;
    }
    bytes.extend_from_slice(&text.as_bytes()[at..]);
    Ok(())
}

/// Bytes with the escapes of C, as `default_value` has them.
pub(super) fn escape(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        match byte {
            b'\n' => text.push_str("\\n"),
            b'\r' => text.push_str("\\r"),
            b'\t' => text.push_str("\\t"),
            b'"' | b'\'' | b'\\' => text.extend(['\\', char::from(*byte)]),
            b' '..=b'~' => text.push(char::from(*byte)),
            _ => text.push_str(&format!("\\{byte:03o}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_bytes_or_characters() {
        let mut bytes = Vec::new();
        unescape(r#"a\n\x41\101\0\u00e9\U0001F600é\"\?"#, &mut bytes).unwrap();
        assert_eq!(bytes, "a\nAA\0é😀é\"?".as_bytes());
        for (text, span) in [
            (r"\q", 0..2),
            (r"a\é", 1..4),
            (r"\u12", 0..4),
            (r"\777", 0..4),
            (r"\ud800", 0..6),
            (r"\x", 0..2),
            ("\\", 0..1),
        ] {
            assert_eq!(
                unescape(text, &mut Vec::new()).unwrap_err().0,
                span,
                "{text}"
            );
        }
    }

    #[test]
    fn bytes_are_escaped_as_in_c() {
        assert_eq!(escape(b"a\"\n\0\xff\\"), r#"a\"\n\000\377\\"#);
    }
}
