//! The parser: from the text of a `.proto` file to its descriptor.
//!
//! One grammar reads proto2, proto3 and editions; what only one of them has is asked of the
//! [`Edition`]. The parser writes descriptors as it reads, a file for each construct:
//!
//! 1. `lex` cuts the text into tokens, `literal` reads what is in numbers and strings;
//! 2. `cursor` walks the tokens, and finds its way again after a mistake;
//! 3. `locate` keeps places and comments, as `SourceCodeInfo` wants them;
//! 4. `file` reads what a file holds, and each of the others one construct in it.
//!
//! Names are not resolved and options not interpreted, but for `features.…`, which are taken out.

mod comments;
mod cursor;
mod default;
mod enumeration;
mod extend;
mod feature;
mod field;
mod file;
mod group;
mod lex;
mod literal;
mod locate;
mod map;
mod message;
mod mistake;
mod oneof;
mod option;
mod ranges;
#[cfg(test)]
mod sample;
mod service;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use prost_reflect::prost_types::source_code_info::Location;
use prost_reflect::prost_types::{FileDescriptorProto, SourceCodeInfo};

use crate::source::features::{Edition, Overrides};
use lex::Token;
pub(super) use mistake::Mistake;

/// A file as it was read.
#[derive(Debug)]
pub(super) struct Parsed {
    /// Its descriptor, with uninterpreted options and source info.
    pub(super) file: FileDescriptorProto,
    /// Its syntax.
    pub(super) edition: Edition,
    /// The features that its declarations set.
    pub(super) overrides: Overrides,
}

/// Reads the file of this import name.
///
/// # Errors
///
/// All mistakes of grammar, in the order of the text.
pub(super) fn parse(name: &str, text: &str) -> Result<Parsed, Vec<Mistake>> {
    let (tokens, mistakes) = lex::tokens(text);
    let mut parser = Parser {
        text,
        tokens,
        at: 0,
        edition: Edition::Proto2,
        path: Vec::new(),
        locations: Vec::new(),
        lines: locate::lines(text),
        overrides: Overrides::new(),
        depth: 0,
        mistakes,
    };
    let mut file = parser.file(name);
    if !parser.mistakes.is_empty() {
        parser.mistakes.sort_by_key(Mistake::start);
        let mut seen = BTreeSet::new();
        parser
            .mistakes
            .retain(|mistake| seen.insert(mistake.start()));
        return Err(parser.mistakes);
    }
    parser.locations.sort_by(|a, b| a.path.cmp(&b.path));
    file.source_code_info = Some(SourceCodeInfo {
        location: parser.locations,
    });
    Ok(Parsed {
        file,
        edition: parser.edition,
        overrides: parser.overrides,
    })
}

struct Parser<'a> {
    text: &'a str,
    /// Ends with a token of kind `End`, of no length.
    tokens: Vec<Token>,
    at: usize,
    edition: Edition,
    /// Where in the descriptor the parser is.
    path: Vec<i32>,
    locations: Vec<Location>,
    /// Where each line begins.
    lines: Vec<usize>,
    overrides: Overrides,
    /// How many messages are around.
    depth: usize,
    mistakes: Vec<Mistake>,
}

/// An index in a path; files that would not fit are refused by their length.
pub(super) fn index(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}
