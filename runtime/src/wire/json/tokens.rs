//! [`Tokens`]: the input, taken apart into strings, numbers and punctuation. It knows no schema.
//!
//! Strings are checked to be UTF-8 one by one, which costs nothing for those that are ASCII.

use alloc::borrow::Cow;
use alloc::string::String;

use super::number::{self, Flaw};
use super::scan;
use crate::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::wire::budget::Budget;
use crate::wire::input::Input;

/// The input and what is left of its limits.
#[derive(Debug)]
pub(super) struct Tokens<'de> {
    pub(super) input: Input<'de>,
    pub(super) budget: Budget,
    /// Where strings with escapes are put together.
    pub(super) escaped: String,
}

impl<'de> Tokens<'de> {
    /// All of `bytes`.
    #[inline]
    pub(super) fn new(bytes: &'de [u8], limits: Limits) -> Result<Self, Error> {
        crate::wire::admit(&limits, bytes.len(), Wire::Json)?;
        Ok(Self {
            input: Input::new(bytes),
            budget: Budget::new(limits, bytes.len()),
            escaped: String::new(),
        })
    }

    /// An error at an offset.
    #[cold]
    #[inline(never)]
    pub(super) fn error(&self, fault: Fault, offset: usize) -> Error {
        Error::new(fault, Some(Wire::Json), offset)
    }

    /// An error at the cursor.
    #[cold]
    #[inline(never)]
    pub(super) fn here(&self, fault: Fault) -> Error {
        self.error(fault, self.input.position())
    }

    /// The error that another kind of value stands at the cursor than `expected`.
    #[cold]
    #[inline(never)]
    pub(super) fn mismatch(&self, expected: &'static str) -> Error {
        let found = match self.input.peek() {
            None => return self.here(Fault::Truncated),
            Some(b'{') => "object",
            Some(b'[') => "array",
            Some(b'"') => "string",
            Some(b't' | b'f') => "bool",
            Some(b'n') => "null",
            Some(b'-' | b'0'..=b'9') => "number",
            Some(_) => return self.here(Fault::Malformed("expected a value")),
        };
        self.here(Fault::Expected {
            expected,
            found: Cow::Borrowed(found),
        })
    }

    /// Passes white space.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn space(&mut self) {
        if self.input.peek().is_some_and(|byte| byte <= b' ') {
            self.spaces();
        }
    }

    #[inline(never)]
    fn spaces(&mut self) {
        self.input.advance(scan::spaces(self.input.rest()));
    }

    /// Passes `byte` if it follows.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn skip_if(&mut self, byte: u8) -> bool {
        self.input.skip_if([byte])
    }

    /// After an element or entry: whether another one follows. Passes the comma or the `close`, and space.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn goes_on(&mut self, close: u8) -> Result<bool, Error> {
        self.space();
        match self.input.peek() {
            Some(b',') => {
                self.input.advance(1);
                self.space();
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.input.advance(1);
                Ok(false)
            }
            _ => Err(self.unclosed(close)),
        }
    }

    /// The error that neither a comma nor `close` follows.
    #[cold]
    #[inline(never)]
    pub(super) fn unclosed(&self, close: u8) -> Error {
        self.here(match (self.input.is_empty(), close) {
            (true, _) => Fault::Truncated,
            (false, b'}') => Fault::Malformed("expected `,` or `}`"),
            (false, _) => Fault::Malformed("expected `,` or `]`"),
        })
    }

    /// Passes the colon after a key, with space around it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn colon(&mut self) -> Result<(), Error> {
        self.space();
        if !self.skip_if(b':') {
            return Err(self.expected_colon());
        }
        self.space();
        Ok(())
    }

    #[cold]
    fn expected_colon(&self) -> Error {
        self.here(if self.input.is_empty() {
            Fault::Truncated
        } else {
            Fault::Malformed("expected `:`")
        })
    }

    /// The key that follows; its text and where it began. The colon and space are passed too.
    #[inline]
    pub(super) fn key(&mut self) -> Result<(Cow<'de, str>, usize), Error> {
        let start = self.input.position();
        if self.input.peek() != Some(b'"') {
            return Err(self.expected_key());
        }
        let key = self.word()?;
        self.colon()?;
        Ok((key, start))
    }

    /// The error that no key follows.
    #[cold]
    pub(super) fn expected_key(&self) -> Error {
        self.here(if self.input.is_empty() {
            Fault::Truncated
        } else {
            Fault::Malformed("expected a key in quotes")
        })
    }

    /// Whether `null` follows, which is passed.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn null(&mut self) -> bool {
        self.input.skip_if(*b"null")
    }

    /// The text of the number that follows.
    pub(super) fn number(&mut self) -> Result<&'de [u8], Error> {
        match number::grammar(self.input.rest()) {
            Ok(len) => Ok(self.input.take(len).unwrap_or_default()),
            Err(Flaw::Truncated) => Err(self.here(Fault::Truncated)),
            Err(Flaw::Malformed) => {
                Err(self.here(Fault::Malformed("the number breaks JSON's grammar")))
            }
        }
    }

    /// The truth value that follows.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn bool(&mut self) -> Result<bool, Error> {
        if self.input.skip_if(*b"true") {
            Ok(true)
        } else if self.input.skip_if(*b"false") {
            Ok(false)
        } else {
            Err(self.no_literal("bool"))
        }
    }

    /// The error that a literal does not follow: one that is cut short is told from another value.
    #[cold]
    pub(super) fn no_literal(&self, expected: &'static str) -> Error {
        let rest = self.input.rest();
        match rest.first() {
            Some(b't' | b'f' | b'n')
                if ["tru", "fals", "nul"]
                    .iter()
                    .any(|word| word.as_bytes().starts_with(rest)) =>
            {
                self.here(Fault::Truncated)
            }
            Some(b't') if !rest.starts_with(b"true") => {
                self.here(Fault::Malformed("expected `true`"))
            }
            Some(b'f') if !rest.starts_with(b"false") => {
                self.here(Fault::Malformed("expected `false`"))
            }
            Some(b'n') if !rest.starts_with(b"null") => {
                self.here(Fault::Malformed("expected `null`"))
            }
            _ => self.mismatch(expected),
        }
    }

    /// Passes the value that follows, whatever it is, and checks its form.
    pub(super) fn skip(&mut self) -> Result<(), Error> {
        super::skip::skip(self)
    }
}
