//! Strings: borrowed where they stand in the input as they are, otherwise put together from plain text and escapes.

use alloc::borrow::Cow;
use alloc::string::String;

use super::scan;
use super::tokens::Tokens;
use crate::error::{Error, Fault};
use crate::wire::budget::Budget;

impl<'de> Tokens<'de> {
    /// The string that follows, which a value is to hold.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Cow<'de, str>, Error> {
        self.text(Budget::string)
    }

    /// The string that follows, which spells something else: a name, a number, a time.
    #[inline]
    pub(super) fn word(&mut self) -> Result<Cow<'de, str>, Error> {
        self.text(|_, _| Ok(()))
    }

    /// The string that follows, whose length `fits` checks.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn text(
        &mut self,
        fits: impl Fn(&Budget, usize) -> Result<(), Fault>,
    ) -> Result<Cow<'de, str>, Error> {
        let rest = self.input.rest();
        let Some((b'"', rest)) = rest.split_first() else {
            return Err(self.no_literal("string"));
        };
        if let Some(text) = scan::text(rest)
            && rest.get(text.len()) == Some(&b'"')
        {
            if let Err(fault) = fits(&self.budget, text.len()) {
                return Err(self.here(fault));
            }
            self.input.advance(text.len() + 2);
            return Ok(Cow::Borrowed(text));
        }
        self.with_escapes(fits)
    }

    /// The string that follows, which has escapes: put together in a room that is kept, so that it takes no more memory than
    /// it needs.
    #[inline(never)]
    fn with_escapes(
        &mut self,
        fits: impl Fn(&Budget, usize) -> Result<(), Fault>,
    ) -> Result<Cow<'de, str>, Error> {
        let mut text = core::mem::take(&mut self.escaped);
        text.clear();
        let result = self.parts(fits, Some(&mut text));
        let whole = result.map(|()| Cow::Owned(String::from(&*text)));
        self.escaped = text;
        whole
    }

    /// Passes the string that follows.
    pub(super) fn skip_string(&mut self) -> Result<(), Error> {
        self.parts(|_, _| Ok(()), None)
    }

    /// The string that follows, part by part.
    #[inline(never)]
    fn parts(
        &mut self,
        fits: impl Fn(&Budget, usize) -> Result<(), Fault>,
        mut into: Option<&mut String>,
    ) -> Result<(), Error> {
        let (start, mut len) = (self.input.position(), 0);
        self.input.advance(1);
        loop {
            let Some(plain) = scan::text(self.input.rest()) else {
                return Err(self.broken());
            };
            if let Some(into) = &mut into {
                into.push_str(plain);
            }
            self.input.advance(plain.len());
            len += plain.len();
            match self.input.peek() {
                Some(b'"') => {
                    self.input.advance(1);
                    return fits(&self.budget, len).map_err(|fault| self.error(fault, start));
                }
                Some(b'\\') => {
                    let character = self.escape()?;
                    if let Some(into) = &mut into {
                        into.push(character);
                    }
                    len += character.len_utf8();
                }
                Some(_) => {
                    return Err(self.here(Fault::Malformed(
                        "a control character in a string must be escaped",
                    )));
                }
                None => return Err(self.here(Fault::Truncated)),
            }
            fits(&self.budget, len).map_err(|fault| self.error(fault, start))?;
        }
    }

    /// The error of text that is not UTF-8, at the first byte that cannot be: the input may end within a character.
    #[cold]
    fn broken(&self) -> Error {
        let at = self.input.position();
        match core::str::from_utf8(self.input.rest()) {
            Err(error) if error.error_len().is_none() => {
                self.error(Fault::Truncated, at + error.valid_up_to())
            }
            Err(error) => self.error(Fault::InvalidUtf8, at + error.valid_up_to()),
            Ok(_) => self.error(Fault::InvalidUtf8, at),
        }
    }

    /// The character that an escape stands for.
    fn escape(&mut self) -> Result<char, Error> {
        let start = self.input.position();
        self.input.advance(1);
        Ok(match self.input.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let lone = Fault::Malformed("half of a surrogate pair stands alone");
                let code = match self.hex()? {
                    high @ 0xd800..=0xdbff => {
                        if !self.input.skip_if(*b"\\u") {
                            let ends = b"\\u".starts_with(self.input.rest());
                            return Err(
                                self.error(if ends { Fault::Truncated } else { lone }, start)
                            );
                        }
                        match self.hex()? {
                            low @ 0xdc00..=0xdfff => {
                                0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)
                            }
                            _ => return Err(self.error(lone, start)),
                        }
                    }
                    code => code,
                };
                return char::from_u32(code).ok_or_else(|| self.error(lone, start));
            }
            Some(_) => {
                return Err(self.error(Fault::Malformed("no such escape in a string"), start));
            }
            None => return Err(self.here(Fault::Truncated)),
        })
    }

    fn hex(&mut self) -> Result<u32, Error> {
        let mut code = 0;
        for _ in 0..4 {
            let Some(byte) = self.input.peek() else {
                return Err(self.here(Fault::Truncated));
            };
            let Some(digit) = char::from(byte).to_digit(16) else {
                return Err(self.here(Fault::Malformed(
                    "`\\u` is followed by four hexadecimal digits",
                )));
            };
            self.input.advance(1);
            code = code * 16 + digit;
        }
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use crate::limits::Limits;

    fn tokens(text: &[u8]) -> Tokens<'_> {
        Tokens::new(text, Limits::DEFAULT).unwrap()
    }

    #[test]
    fn strings_are_what_serde_json_reads() {
        for text in [
            r#""""#,
            r#""plain""#,
            r#""a longer text with \"escapes\" \\ \/ \b\f\n\r\t in it, and more after""#,
            r#""\u0041\u00e4\u20ac\ud83d\ude00\u0000""#,
            r#""\uD83D\uDE00 \uABCD""#,
            "\"größer, 日本語, 😀 and some more of it: größer, 日本語, 😀\"",
        ] {
            let expected: String = serde_json::from_str(text).unwrap();
            let mut tokens = tokens(text.as_bytes());
            assert_eq!(tokens.string().unwrap(), expected);
            assert!(tokens.input.is_empty());
            for end in 0..text.len() {
                let error = Tokens::new(&text.as_bytes()[..end], Limits::DEFAULT)
                    .unwrap()
                    .string()
                    .unwrap_err();
                assert!(error.is_truncated(), "{end} of {text}: {error}");
            }
        }
    }

    #[test]
    fn what_needs_no_escape_is_borrowed() {
        assert!(matches!(
            tokens("\"größe\"".as_bytes()).string().unwrap(),
            Cow::Borrowed("größe")
        ));
        assert!(matches!(
            tokens(br#""a\nb""#).string().unwrap(),
            Cow::Owned(_)
        ));
    }

    #[test]
    fn bad_strings_are_refused() {
        for (text, message) in [
            (&b"\"\xff\""[..], "the text is not UTF-8 (json, byte 1)"),
            (
                b"\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xc3\\n\"",
                "the text is not UTF-8 (json, byte 40)",
            ),
            (b"\"\xed\xa0\x80\"", "the text is not UTF-8 (json, byte 1)"),
            (
                b"\"a\nb\"",
                "a control character in a string must be escaped (json, byte 2)",
            ),
            (b"\"a\\x\"", "no such escape in a string (json, byte 2)"),
            (
                b"\"\\ud800\"",
                "half of a surrogate pair stands alone (json, byte 1)",
            ),
            (
                b"\"\\udc00\\ud800\"",
                "half of a surrogate pair stands alone (json, byte 1)",
            ),
            (
                b"\"\\ud800\\n\"",
                "half of a surrogate pair stands alone (json, byte 1)",
            ),
            (
                b"\"\\ud800\\u0041\"",
                "half of a surrogate pair stands alone (json, byte 1)",
            ),
            (
                b"\"\\u00g0\"",
                "`\\u` is followed by four hexadecimal digits (json, byte 5)",
            ),
            (b"12", "expected string, found number (json, byte 0)"),
        ] {
            assert_eq!(tokens(text).string().unwrap_err().to_string(), message);
            if text.starts_with(b"\"") {
                assert_eq!(tokens(text).skip_string().unwrap_err().to_string(), message);
            }
        }
    }

    #[test]
    fn long_strings_reach_the_limit() {
        let limits = Limits {
            string: 5,
            ..Limits::DEFAULT
        };
        for (text, fits) in [
            ("\"12345\"", true),
            ("\"123456\"", false),
            ("\"1234\\n\"", true),
            ("\"12345\\n\"", false),
        ] {
            let result = Tokens::new(text.as_bytes(), limits).unwrap().string();
            assert_eq!(result.is_ok(), fits, "{text}");
            assert!(result.is_ok() || result.unwrap_err().is_limit());
        }
    }
}
