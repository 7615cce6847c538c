//! Places and comments of declarations, as `SourceCodeInfo` has them: lines and bytes, from 0.

use std::ops::Range;

use prost_reflect::prost_types::source_code_info::Location;

use super::Parser;
use super::comments::{Gap, gap};
use super::mistake::Parse;

/// A declaration that has begun.
#[derive(Debug)]
pub(super) struct Begun {
    start: usize,
    comments: Gap,
}

/// Where each line begins.
pub(super) fn lines(text: &str) -> Vec<usize> {
    let newlines = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(newlines).collect()
}

impl Parser<'_> {
    /// Begins a declaration at the next token; the comments before it are its own.
    pub(super) fn begin(&self) -> Begun {
        Begun {
            start: self.peek().start,
            comments: self.gap(),
        }
    }

    /// Takes the `;` or `{` that ends a declaration's head; the comment behind it is the declaration's.
    pub(super) fn head_end(&mut self, begun: &mut Begun, mark: &str) -> Parse<()> {
        self.expect(mark)?;
        begun.comments.behind = self.gap().behind;
        Ok(())
    }

    /// Where the declaration is that began so, and ends with the last token: at the path, with its comments.
    pub(super) fn declare(&mut self, begun: Begun) {
        let span = self.place(&(begun.start..self.last_end()));
        self.locations.push(Location {
            path: self.path.clone(),
            span,
            leading_comments: begun.comments.before,
            trailing_comments: begun.comments.behind,
            leading_detached_comments: begun.comments.apart,
        });
    }

    /// Where a part of the declaration at the path is.
    pub(super) fn locate(&mut self, part: &[i32], span: &Range<usize>) {
        let location = Location {
            path: [&self.path, part].concat(),
            span: self.place(span),
            ..Location::default()
        };
        self.locations.push(location);
    }

    /// Does something further down in the descriptor.
    pub(super) fn within<T>(&mut self, path: &[i32], inner: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        self.path.extend_from_slice(path);
        let result = inner(self);
        self.path.truncate(length);
        result
    }

    fn gap(&self) -> Gap {
        let next = self.peek();
        let between = self
            .text
            .get(self.last_end()..next.start)
            .unwrap_or_default();
        let is_first = self.at == 0;
        let closes = matches!(self.text_of(next), "" | "}" | "]" | ")");
        gap(between.trim_start_matches('\u{feff}'), is_first, closes)
    }

    fn place(&self, span: &Range<usize>) -> Vec<i32> {
        let (start, end) = (self.line(span.start), self.line(span.end));
        if start.0 == end.0 {
            vec![start.0, start.1, end.1]
        } else {
            vec![start.0, start.1, end.0, end.1]
        }
    }

    fn line(&self, offset: usize) -> (i32, i32) {
        let line = self.lines.partition_point(|start| *start <= offset) - 1;
        let column = offset - self.lines.get(line).copied().unwrap_or_default();
        (super::index(line), super::index(column))
    }
}
