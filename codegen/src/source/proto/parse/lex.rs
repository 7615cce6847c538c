//! Tokens: names, numbers, strings and marks. Space and comments lie between them.

use std::ops::Range;

use super::mistake::Mistake;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A letter or `_`, then letters, digits and `_`.
    Name,
    /// Digits, `0x…` or `0…`.
    Integer,
    /// With a point or an exponent.
    Float,
    /// With its quotes.
    String,
    /// One character.
    Mark,
    /// The end of the text.
    End,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Its first byte.
    pub(super) start: usize,
    /// The byte behind it.
    pub(super) end: usize,
}

impl Token {
    /// Its bytes.
    pub(super) fn span(self) -> Range<usize> {
        self.start..self.end
    }
}

/// Cuts a text into tokens, the last of which is its end; what is none of them is a mistake and left out.
pub(super) fn tokens(text: &str) -> (Vec<Token>, Vec<Mistake>) {
    let mut lexer = Lexer {
        text,
        at: if text.starts_with('\u{feff}') { 3 } else { 0 },
        mistakes: Vec::new(),
    };
    let mut tokens = Vec::new();
    loop {
        lexer.space();
        let start = lexer.at;
        let Some(first) = lexer.rest().chars().next() else {
            tokens.push(Token {
                kind: Kind::End,
                start,
                end: start,
            });
            return (tokens, lexer.mistakes);
        };
        if let Some(kind) = lexer.token(first) {
            let end = lexer.at;
            tokens.push(Token { kind, start, end });
        }
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    mistakes: Vec<Mistake>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn byte(&self, ahead: usize) -> u8 {
        let found = self.text.as_bytes().get(self.at + ahead);
        found.copied().unwrap_or_default()
    }

    fn take_while(&mut self, matches: impl Fn(u8) -> bool) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().take_while(|byte| matches(**byte)).count();
    }

    fn space(&mut self) {
        loop {
            self.take_while(|byte| byte.is_ascii_whitespace() || byte == 0x0b);
            if self.rest().starts_with("//") {
                self.take_while(|byte| byte != b'\n');
            } else if self.rest().starts_with("/*") {
                self.block_comment();
            } else {
                return;
            }
        }
    }

    fn block_comment(&mut self) {
        let open = self.at..self.at + 2;
        let inside = self.text.get(self.at + 2..).unwrap_or_default();
        let length = inside.find("*/");
        let body = &inside[..length.unwrap_or(inside.len())];
        if length.is_none() {
            let mistake = Mistake::new(open, "a comment does not end", "close it with `*/`");
            self.mistakes.push(mistake);
        } else if let Some(nested) = body.find("/*") {
            let start = open.end + nested;
            let message = "a comment begins in a comment, and the first `*/` ends both";
            let help = "remove one of the two, or write `//` before each line";
            let mistake = Mistake::new(start..start + 2, message, help);
            self.mistakes.push(mistake);
        }
        self.at += 2 + body.len() + length.map_or(0, |_| 2);
    }

    fn token(&mut self, first: char) -> Option<Kind> {
        match first {
            'a'..='z' | 'A'..='Z' | '_' => {
                self.take_while(is_name);
                Some(Kind::Name)
            }
            '0'..='9' => Some(self.number()),
            '.' if self.byte(1).is_ascii_digit() => Some(self.number()),
            '"' | '\'' => Some(self.string()),
            '!'..='~' => {
                self.at += 1;
                Some(Kind::Mark)
            }
            other => {
                let span = self.at..self.at + other.len_utf8();
                self.at = span.end;
                let shown = other.escape_debug();
                let help = "remove it; names consist of letters, digits and `_`";
                let message = format!("`{shown}` has no meaning here");
                self.mistakes.push(Mistake::new(span, message, help));
                None
            }
        }
    }

    /// A number. `f` behind it is for text format only, which is why it is part of the token.
    fn number(&mut self) -> Kind {
        let start = self.at;
        let mut kind = Kind::Integer;
        if self.byte(0) == b'0' && matches!(self.byte(1), b'x' | b'X') {
            self.at += 2;
            self.take_while(|byte| byte.is_ascii_hexdigit());
        } else {
            self.take_while(|byte| byte.is_ascii_digit());
            if self.byte(0) == b'.' {
                kind = Kind::Float;
                self.at += 1;
                self.take_while(|byte| byte.is_ascii_digit());
            }
            if matches!(self.byte(0), b'e' | b'E') {
                kind = Kind::Float;
                let sign = usize::from(matches!(self.byte(1), b'+' | b'-'));
                self.at += 1 + sign;
                self.take_while(|byte| byte.is_ascii_digit());
            }
            if matches!(self.byte(0), b'f' | b'F') && !is_name(self.byte(1)) {
                kind = Kind::Float;
                self.at += 1;
            }
        }
        if is_name(self.byte(0)) {
            self.take_while(is_name);
            let shown = &self.text[start..self.at];
            let message = format!("`{shown}` is neither a number nor a name");
            let help = "put a space between the two, or begin the name with a letter";
            let mistake = Mistake::new(start..self.at, message, help);
            self.mistakes.push(mistake);
        }
        kind
    }

    fn string(&mut self) -> Kind {
        let start = self.at;
        let quote = self.byte(0);
        self.at += 1;
        loop {
            self.take_while(|byte| !matches!(byte, b'\\' | b'\n') && byte != quote);
            match self.byte(0) {
                b'\\' if self.at + 1 < self.text.len() && self.byte(1) != b'\n' => self.at += 2,
                byte if byte == quote => {
                    self.at += 1;
                    return Kind::String;
                }
                _ => {
                    let help = format!("close it with `{}` on the same line", char::from(quote));
                    let message = "a string does not end";
                    let mistake = Mistake::new(start..self.at, message, help);
                    self.mistakes.push(mistake);
                    self.at = self.at.max(start + 1);
                    self.take_while(|byte| byte == b'\\');
                    return Kind::String;
                }
            }
        }
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(Kind, &str)> {
        let (tokens, mistakes) = tokens(text);
        assert_eq!(mistakes, []);
        let kept = tokens.iter().filter(|token| token.kind != Kind::End);
        kept.map(|token| (token.kind, &text[token.span()]))
            .collect()
    }

    #[test]
    fn text_is_cut_into_tokens() {
        use Kind::{Float, Integer, Mark, Name, String};
        assert_eq!(
            shown("\u{feff}a_1.b=0x1F 017 1.5 .5 1e+3 2.f // c\n'\\'' \"é\" /* d */ -inf;"),
            [
                (Name, "a_1"),
                (Mark, "."),
                (Name, "b"),
                (Mark, "="),
                (Integer, "0x1F"),
                (Integer, "017"),
                (Float, "1.5"),
                (Float, ".5"),
                (Float, "1e+3"),
                (Float, "2.f"),
                (String, "'\\''"),
                (String, "\"é\""),
                (Mark, "-"),
                (Name, "inf"),
                (Mark, ";"),
            ]
        );
    }

    #[test]
    fn what_is_no_token_is_a_mistake() {
        for (text, span, message) in [
            ("a /* b", 2..4, "a comment does not end"),
            (
                "/* /* */",
                3..5,
                "a comment begins in a comment, and the first `*/` ends both",
            ),
            ("\"a\n;", 0..2, "a string does not end"),
            ("\"a\\", 0..2, "a string does not end"),
            ("1a", 0..2, "`1a` is neither a number nor a name"),
            ("a é", 2..4, "`é` has no meaning here"),
        ] {
            let (tokens, mistakes) = tokens(text);
            assert_eq!(tokens.last().map(|token| token.end), Some(text.len()));
            assert_eq!(mistakes.len(), 1, "{text}");
            assert_eq!(mistakes[0].labels[0].0, span, "{text}");
            assert_eq!(mistakes[0].message, message);
        }
    }
}
