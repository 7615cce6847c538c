//! A walk over the tokens, one ahead at most but for a few words that could be names.

use std::ops::Range;

use super::Parser;
use super::lex::{Kind, Token};
use super::mistake::{Mistake, Parse, Stop};

impl<'a> Parser<'a> {
    /// The next token.
    pub(super) fn peek(&self) -> Token {
        self.peek_at(0)
    }

    /// The token so many behind the next one.
    pub(super) fn peek_at(&self, ahead: usize) -> Token {
        let end = Token {
            kind: Kind::End,
            start: self.text.len(),
            end: self.text.len(),
        };
        let found = self.tokens.get(self.at + ahead).or(self.tokens.last());
        found.copied().unwrap_or(end)
    }

    /// Takes the next token; the end is never taken.
    pub(super) fn bump(&mut self) -> Token {
        let token = self.peek();
        if token.kind != Kind::End {
            self.at += 1;
        }
        token
    }

    /// A token's text.
    pub(super) fn text_of(&self, token: Token) -> &'a str {
        self.text.get(token.span()).unwrap_or_default()
    }

    /// Whether the next token is this word or mark.
    pub(super) fn is(&self, word: &str) -> bool {
        self.is_at(0, word)
    }

    /// Whether the token so many behind the next one is this word or mark.
    pub(super) fn is_at(&self, ahead: usize, word: &str) -> bool {
        self.text_of(self.peek_at(ahead)) == word
    }

    /// Takes the next token, if it is this word or mark.
    pub(super) fn eat(&mut self, word: &str) -> Option<Token> {
        self.is(word).then(|| self.bump())
    }

    /// Takes this word or mark.
    pub(super) fn expect(&mut self, word: &str) -> Parse<Token> {
        match self.eat(word) {
            Some(token) => Ok(token),
            None => Err(self.unexpected(&format!("`{word}`"))),
        }
    }

    /// Takes a name.
    pub(super) fn name(&mut self, expected: &str) -> Parse<Token> {
        match self.peek().kind {
            Kind::Name => Ok(self.bump()),
            _ => Err(self.unexpected(expected)),
        }
    }

    /// Takes names with points between them.
    pub(super) fn full_name(&mut self, expected: &str) -> Parse<(String, Range<usize>)> {
        let first = self.name(expected)?;
        let mut name = self.text_of(first).to_owned();
        while self.eat(".").is_some() {
            let part = self.name("a name")?;
            name.push('.');
            name.push_str(self.text_of(part));
        }
        Ok((name, first.start..self.last_end()))
    }

    /// Takes the name of a type, which may begin with a point.
    pub(super) fn type_name(&mut self) -> Parse<(String, Range<usize>)> {
        let start = self.peek().start;
        let point = self.eat(".").map_or("", |_| ".");
        let (name, span) = self.full_name("a type")?;
        Ok((format!("{point}{name}"), start..span.end))
    }

    /// Where the last token that was taken ends.
    pub(super) fn last_end(&self) -> usize {
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        last.map_or(0, |token| token.end)
    }

    /// Notes a mistake that ends the statement.
    pub(super) fn stop(&mut self, mistake: Mistake) -> Stop {
        self.mistakes.push(mistake);
        Stop
    }

    /// Notes a mistake that the statement can be read past.
    pub(super) fn note(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.mistakes.push(Mistake::new(span, message, help));
    }

    /// Notes that something else was expected.
    pub(super) fn unexpected(&mut self, expected: &str) -> Stop {
        let token = self.peek();
        if token.kind == Kind::End {
            let message = format!("expected {expected}, but reached end of file");
            let help = "close what is open: a `}` or a `;` is missing";
            return self.stop(Mistake::new(token.span(), message, help));
        }
        let message = format!("expected {expected}, but found `{}`", self.text_of(token));
        let help = format!("see {} for the grammar", self.edition.page());
        self.stop(Mistake::new(token.span(), message, help).label("found here"))
    }

    /// Skips what is left of a statement: to its `;`, or over its block, or to the end of the block around.
    pub(super) fn recover(&mut self) {
        let mut open = 0_usize;
        loop {
            match self.text_of(self.peek()) {
                "" => return,
                "}" if open == 0 => return,
                "{" => open += 1,
                "}" if open == 1 => {
                    self.bump();
                    return;
                }
                "}" => open -= 1,
                ";" if open == 0 => {
                    self.bump();
                    return;
                }
                _ => {}
            }
            self.bump();
        }
    }

    /// Reads the statements of a block to its `}`, past those that have mistakes.
    pub(super) fn block(
        &mut self,
        expected: &str,
        mut statement: impl FnMut(&mut Self) -> Parse<()>,
    ) -> Parse<()> {
        loop {
            if self.eat("}").is_some() {
                return Ok(());
            }
            if self.peek().kind == Kind::End {
                return Err(self.unexpected(expected));
            }
            if self.eat(";").is_none() && statement(self).is_err() {
                self.recover();
            }
        }
    }
}
