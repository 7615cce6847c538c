//! Passes a value that nobody wants, and checks its form: strings, numbers, brackets, nesting.
//!
//! The nesting is a stack of bits, so that no input overflows the program's own stack.

use alloc::vec::Vec;

use super::tokens::Tokens;
use crate::error::{Error, Fault};
use crate::wire::budget::Budget;

/// The open brackets: a set bit is an object.
struct Open {
    bits: u128,
    depth: usize,
    deep: Vec<u128>,
}

impl Open {
    fn push(&mut self, object: bool) {
        if self.depth > 0 && self.depth.is_multiple_of(128) {
            self.deep.push(self.bits);
        }
        self.bits = self.bits << 1 | u128::from(object);
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.depth -= 1;
        self.bits >>= 1;
        if self.depth > 0 && self.depth.is_multiple_of(128) {
            self.bits = self.deep.pop().unwrap_or_default();
        }
    }

    fn close(&self) -> u8 {
        if self.bits & 1 == 1 { b'}' } else { b']' }
    }
}

/// Counts what a text holds that was passed over before: its elements, and the lengths of its strings.
pub(super) fn whole(text: &[u8], budget: &Budget) -> Result<(), Fault> {
    let (mut at, mut opened) = (0, false);
    while let Some(byte) = text.get(at) {
        at += 1;
        match byte {
            b'"' => {
                let start = at;
                while let Some(byte) = text.get(at).filter(|byte| **byte != b'"') {
                    at += if *byte == b'\\' { 2 } else { 1 };
                }
                budget.string(at.min(text.len()) - start)?;
                at += 1;
            }
            b',' => budget.elements(1)?,
            b' ' | b'\t' | b'\n' | b'\r' => continue,
            _ => {}
        }
        if opened && !matches!(byte, b']' | b'}') {
            budget.elements(1)?;
        }
        opened = matches!(byte, b'[' | b'{');
    }
    Ok(())
}

/// Passes the value at the cursor.
pub(super) fn skip(tokens: &mut Tokens<'_>) -> Result<(), Error> {
    let mut open = Open {
        bits: 0,
        depth: 0,
        deep: Vec::new(),
    };
    loop {
        match tokens.input.peek() {
            Some(b'"') => tokens.skip_string()?,
            Some(b'-' | b'0'..=b'9') => {
                tokens.number()?;
            }
            Some(bracket @ (b'{' | b'[')) => {
                if let Err(fault) = tokens.budget.enter() {
                    return Err(tokens.here(fault));
                }
                tokens.input.advance(1);
                tokens.space();
                open.push(bracket == b'{');
                if !tokens.skip_if(open.close()) {
                    skip_key(tokens, &open)?;
                    continue;
                }
                open.pop();
                tokens.budget.leave();
            }
            Some(b't') if tokens.input.skip_if(*b"true") => {}
            Some(b'f') if tokens.input.skip_if(*b"false") => {}
            Some(b'n') if tokens.null() => {}
            Some(_) => return Err(tokens.no_literal("value")),
            None => return Err(tokens.here(Fault::Truncated)),
        }
        while open.depth > 0 {
            if tokens.goes_on(open.close())? {
                skip_key(tokens, &open)?;
                break;
            }
            open.pop();
            tokens.budget.leave();
        }
        if open.depth == 0 {
            return Ok(());
        }
    }
}

fn skip_key(tokens: &mut Tokens<'_>, open: &Open) -> Result<(), Error> {
    if open.close() == b'}' {
        if tokens.input.peek() != Some(b'"') {
            return Err(tokens.expected_key());
        }
        tokens.skip_string()?;
        tokens.colon()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn skipped(text: &str, depth: usize) -> Result<usize, Error> {
        let mut tokens = Tokens::new(
            text.as_bytes(),
            Limits {
                depth,
                ..Limits::DEFAULT
            },
        )?;
        skip(&mut tokens)?;
        Ok(tokens.input.position())
    }

    #[test]
    fn passes_what_serde_json_reads_and_nothing_else() {
        for text in [
            "null",
            "true",
            "false",
            "0",
            "-1.5e+7",
            "\"\"",
            "\"a\\u0041\\\"\"",
            "[]",
            "{}",
            "[ ]",
            "{ }",
            "[1,[2,{}],\"]\"]",
            "{\"a\":{\"b\":[{}]},\"c\\n\" : 1 , \"d\":[ null , true ]}",
            "[[[[[]]]]]",
        ] {
            assert!(serde_json::from_str::<serde_json::Value>(text).is_ok());
            assert_eq!(skipped(text, 100).unwrap(), text.len(), "{text}");
            assert_eq!(
                skipped(&(alloc::string::String::from(text) + ",1"), 100).unwrap(),
                text.len()
            );
            for end in 0..text.len() {
                if serde_json::from_str::<serde_json::Value>(&text[..end]).is_err() {
                    let error = skipped(&text[..end], 100).unwrap_err();
                    assert!(error.is_truncated(), "{}: {error}", &text[..end]);
                }
            }
        }
        for text in [
            "tru ",
            "nul]",
            "[1,]",
            "[,1]",
            "{,}",
            "{\"a\":1,}",
            "{1:2}",
            "{\"a\" 1}",
            "{\"a\":}",
            "[1 2]",
            "[}",
            "{\"a\":1]",
            "01",
            "+1",
            "x",
        ] {
            assert!(!skipped(text, 100).unwrap_err().is_truncated(), "{text}");
        }
    }

    #[test]
    fn agrees_with_serde_json_on_random_input() {
        const PARTS: [&str; 24] = [
            "{", "}", "[", "]", ",", ":", "\"", "\"a\":", "\"\\n\"", "\\", "\\u00e4", "1", "0",
            "-", ".5", "e+1", "true", "null", " ", "\n", "[]", "{}", "\"x\"", "false",
        ];
        let (mut state, mut taken) = (0x2545_f491_4f6c_dd1d_u64, 0);
        for _ in 0..20_000 {
            let mut text = alloc::string::String::new();
            for _ in 0..1 + state % 9 {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                text.push_str(PARTS[(state >> 20) as usize % PARTS.len()]);
            }
            let ours = skipped(text.trim_start(), 100)
                .is_ok_and(|len| text.trim_start()[len..].trim().is_empty());
            assert_eq!(
                ours,
                serde_json::from_str::<serde_json::Value>(&text).is_ok(),
                "{text}"
            );
            taken += u32::from(ours);
        }
        assert!(taken > 500);
    }

    #[test]
    fn nesting_is_bounded_and_needs_no_stack() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(skipped(&nested(101), 100).is_ok());
        assert!(skipped(&nested(102), 100).unwrap_err().is_limit());
        assert_eq!(
            skipped(&nested(1_000_000), usize::MAX >> 1).unwrap(),
            2_000_000
        );
        let mixed = "[{\"k\":".repeat(1000) + "0" + &"}]".repeat(1000);
        assert_eq!(skipped(&mixed, 2000).unwrap(), mixed.len());
    }
}
