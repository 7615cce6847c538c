//! The texts of the files, by the names that imports use.

use std::collections::BTreeMap;
use std::path::Path;

use crate::render::Label;

/// Every file whose text is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    files: BTreeMap<String, Text>,
}

#[derive(Clone, Debug)]
struct Text {
    shown: String,
    text: String,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl Text {
    fn new(shown: String, text: String) -> Self {
        let after = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(after).collect();
        Text { shown, text, lines }
    }
}

impl Texts {
    /// Adds the file of this import name, which is shown as `path`.
    pub(crate) fn add(&mut self, name: &str, path: &Path, text: String) {
        let shown = path.to_string_lossy().replace('\\', "/");
        self.files.insert(name.to_owned(), Text::new(shown, text));
    }

    /// Adds files by the paths that they are shown as.
    pub(crate) fn add_shown(&mut self, texts: BTreeMap<String, String>) {
        for (shown, text) in texts {
            self.files.insert(shown.clone(), Text::new(shown, text));
        }
    }

    /// A place in the file of this import name; `start` and `end` are lines and bytes in the line, from 0.
    pub(crate) fn place(&self, name: &str, start: (usize, usize), end: (usize, usize)) -> Label {
        let Some(file) = self.files.get(name) else {
            return Label {
                file: name.to_owned(),
                span: None,
                line: start.0 + 1,
                column: start.1 + 1,
                text: String::new(),
            };
        };
        let offset = |(line, column): (usize, usize)| {
            let before = file.lines.get(line).copied().unwrap_or(file.text.len());
            (before + column).min(file.text.len())
        };
        self.span(
            name,
            offset(start),
            offset(end).saturating_sub(offset(start)),
        )
    }

    /// A place in the file of this import name, as bytes from its beginning.
    pub(crate) fn span(&self, name: &str, offset: usize, length: usize) -> Label {
        let Some(file) = self.files.get(name) else {
            return self.whole(name);
        };
        let text = &file.text;
        let start = boundary(text, offset.min(text.len()));
        let end = boundary(text, (start + length).min(text.len()));
        let line = file.lines.partition_point(|begin| *begin <= start);
        let line_start = file.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        Label {
            file: file.shown.clone(),
            span: Some(start..end.max(start)),
            line,
            column: text[line_start..start].chars().count() + 1,
            text: String::new(),
        }
    }

    /// The file of this import name as a whole.
    pub(crate) fn whole(&self, name: &str) -> Label {
        let shown = self
            .files
            .get(name)
            .map_or(name, |file| file.shown.as_str());
        Label {
            file: shown.to_owned(),
            span: None,
            line: 0,
            column: 0,
            text: String::new(),
        }
    }

    /// The texts by the paths that labels show.
    pub(crate) fn by_path(&self) -> BTreeMap<String, String> {
        self.files
            .values()
            .map(|file| (file.shown.clone(), file.text.clone()))
            .collect()
    }
}

/// The last boundary between characters that is not after `offset`.
fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset)
        .rev()
        .find(|&offset| text.is_char_boundary(offset))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_bytes_and_show_characters() {
        let mut texts = Texts::default();
        texts.add(
            "a.proto",
            Path::new("schemas/a.proto"),
            "// é\n/* é */ int32 a = 1;\n".to_owned(),
        );
        let label = texts.place("a.proto", (1, 9), (1, 14));
        assert_eq!(label.span, Some(15..20));
        assert_eq!(
            (label.file.as_str(), label.line, label.column),
            ("schemas/a.proto", 2, 9)
        );
        let unknown = texts.place("b.proto", (1, 8), (1, 13));
        assert_eq!(
            (
                unknown.file.as_str(),
                unknown.line,
                unknown.column,
                unknown.span
            ),
            ("b.proto", 2, 9, None)
        );
        assert_eq!(texts.place("a.proto", (90, 0), (90, 9)).span, Some(28..28));
    }
}
