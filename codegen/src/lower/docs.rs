//! Comments of a schema as doc comments.
//!
//! Code in them is not Rust, so that rustdoc must not test it; brackets, angle brackets and
//! addresses are not rustdoc's links.

use prost_reflect::FileDescriptor;

/// The comment of the declaration at a path: the one before it, else the one behind it.
pub(super) fn docs(file: &FileDescriptor, path: &[i32]) -> Vec<String> {
    let info = file.file_descriptor_proto().source_code_info.as_ref();
    let location = info
        .into_iter()
        .flat_map(|info| &info.location)
        .find(|location| location.path == path);
    let comment = location.and_then(|location| {
        let comments = [&location.leading_comments, &location.trailing_comments];
        comments
            .into_iter()
            .flatten()
            .find(|comment| !comment.trim().is_empty())
    });
    comment.map(|comment| rewrite(comment)).unwrap_or_default()
}

/// The lines of a doc comment, without its marks.
pub(super) fn rewrite(comment: &str) -> Vec<String> {
    let mut lines: Vec<String> = comment
        .lines()
        .map(|line| line.trim_end().replace('\t', "    "))
        .collect();
    lines.drain(..lines.iter().take_while(|line| line.is_empty()).count());
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    if lines
        .iter()
        .all(|line| line.is_empty() || line.starts_with(' '))
    {
        for line in lines.iter_mut().filter(|line| !line.is_empty()) {
            line.remove(0);
        }
    }
    let mut rewriter = Rewriter::default();
    for (index, line) in lines.iter().enumerate() {
        rewriter.line(line, &lines[index + 1..]);
    }
    rewriter.finish()
}

#[derive(Default)]
struct Rewriter {
    lines: Vec<String>,
    block: Block,
    /// The indentation from which a line is code, if a blank line is before it.
    code_from: Option<usize>,
    after_blank: bool,
}

#[derive(Default, PartialEq)]
enum Block {
    #[default]
    Text,
    Fence(&'static str),
    Indented(usize),
}

impl Rewriter {
    fn line(&mut self, line: &str, following: &[String]) {
        let indent = line.len() - line.trim_start().len();
        let text = line.trim_start();
        match self.block {
            Block::Fence(mark) => {
                if text.starts_with(mark) && text.trim_start_matches(&mark[..1]).is_empty() {
                    self.block = Block::Text;
                }
                self.lines.push(line.to_owned());
                return;
            }
            Block::Indented(from) => {
                if line.is_empty() || indent >= from {
                    self.lines
                        .push(line.get(from..).unwrap_or_default().to_owned());
                    return;
                }
                self.close();
            }
            Block::Text => {}
        }
        let code_from = self.code_from.unwrap_or(4);
        if let Some(mark) = ["```", "~~~"]
            .into_iter()
            .find(|mark| text.starts_with(mark))
        {
            self.block = Block::Fence(mark);
            let tag = text.trim_start_matches(&mark[..1]);
            let fence = &text[..text.len() - tag.len()];
            let tag = if is_rust(tag) { "text" } else { tag };
            self.lines
                .push(format!("{}{fence}{tag}", " ".repeat(indent)));
        } else if !text.is_empty()
            && indent >= code_from
            && (self.after_blank || self.lines.is_empty())
        {
            self.block = Block::Indented(code_from);
            self.lines.push("```text".to_owned());
            self.lines.push(line[code_from..].to_owned());
        } else {
            if let Some(content) = list_content(text) {
                self.code_from = Some(indent + content + 4);
            } else if indent == 0 && !text.is_empty() && self.after_blank {
                self.code_from = None;
            }
            self.lines
                .push(format!("{}{}", " ".repeat(indent), escape(text, following)));
        }
        self.after_blank = text.is_empty();
    }

    fn close(&mut self) {
        let blanks = self
            .lines
            .iter()
            .rev()
            .take_while(|line| line.is_empty())
            .count();
        self.lines
            .insert(self.lines.len() - blanks, "```".to_owned());
        self.after_blank = blanks > 0;
        self.block = Block::Text;
    }

    fn finish(mut self) -> Vec<String> {
        match self.block {
            Block::Text => {}
            Block::Fence(mark) => self.lines.push(mark.to_owned()),
            Block::Indented(_) => self.close(),
        }
        self.lines
    }
}

/// Whether rustdoc would take a block of this tag for Rust.
fn is_rust(tag: &str) -> bool {
    const RUST: &[&str] = &[
        "rust",
        "ignore",
        "should_panic",
        "no_run",
        "compile_fail",
        "test_harness",
        "standalone_crate",
    ];
    let mut words = tag
        .split([',', ' '])
        .map(str::trim)
        .filter(|word| !word.is_empty());
    words.all(|word| {
        RUST.contains(&word) || word.starts_with("edition") || word.starts_with("ignore-")
    })
}

/// How far the content of a list's item is from its mark.
fn list_content(text: &str) -> Option<usize> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mark = match digits {
        0 if text.starts_with(['-', '*', '+']) => 1,
        1..=9 if text[digits..].starts_with(['.', ')']) => digits + 1,
        _ => return None,
    };
    let rest = &text[mark..];
    let spaces = rest.len() - rest.trim_start().len();
    (spaces > 0 && spaces < rest.len()).then_some(mark + spaces.min(4))
}

/// Text without what rustdoc would take for a link or for HTML; code spans stay as they are. A link
/// to an address may end in a line that follows.
fn escape(text: &str, following: &[String]) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '`' => code_span(rest),
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            'h' if is_address(rest) && !escaped.ends_with(char::is_alphanumeric) => {
                let address = address(rest);
                let is_linked = ["<", "]("].iter().any(|before| escaped.ends_with(before));
                escaped.push_str(&if is_linked {
                    address.to_owned()
                } else {
                    format!("<{address}>")
                });
                rest = &rest[address.len()..];
                continue;
            }
            '[' | ']' if is_link(first, rest, following) => 1,
            '<' if is_address(&rest[1..]) => 1,
            '[' | ']' | '<' => {
                escaped.push('\\');
                1
            }
            other => other.len_utf8(),
        };
        escaped.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    escaped
}

/// The length of the code span that `text` begins with, or of the backticks that begin none.
fn code_span(text: &str) -> usize {
    let marks = text.len() - text.trim_start_matches('`').len();
    match text[marks..].find(&text[..marks]) {
        Some(end) => marks + end + marks,
        None => marks,
    }
}

fn is_link(bracket: char, rest: &str, following: &[String]) -> bool {
    let leads = |after: &str| after.strip_prefix('(').is_some_and(is_address);
    if bracket == ']' {
        return leads(&rest[1..]);
    }
    let paragraph = following
        .iter()
        .map(|line| line.trim())
        .take_while(|line| !line.is_empty());
    for line in std::iter::once(&rest[1..]).chain(paragraph) {
        if let Some(end) = line.find(['[', ']']) {
            return line[end..].strip_prefix(']').is_some_and(leads);
        }
    }
    false
}

fn is_address(text: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| text.len() > scheme.len() && text.starts_with(scheme))
}

fn address(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || "<>()[]{}\"'`|".contains(c))
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(comment: &str, expected: &[&str]) {
        assert_eq!(rewrite(comment), expected, "{comment:?}");
    }

    #[test]
    fn plain_text_stays() {
        check(" One.\n Two.\n", &["One.", "Two."]);
        check("\n\n One.\n\n\n Two.  \n\n", &["One.", "", "", "Two."]);
        check("no space\n  kept", &["no space", "  kept"]);
        check("", &[]);
    }

    #[test]
    fn code_is_text() {
        check(
            " As in:\n\n     let x = 1;\n\n       y\n\n done",
            &[
                "As in:",
                "",
                "```text",
                "let x = 1;",
                "",
                "  y",
                "```",
                "",
                "done",
            ],
        );
        check(" ```\n fn x()\n ```", &["```text", "fn x()", "```"]);
        check(" ```rust,no_run\n x", &["```text", "x", "```"]);
        check(" ```json\n {}\n ```", &["```json", "{}", "```"]);
        check(" ~~~~\n {}\n ~~~~\n x", &["~~~~text", "{}", "~~~~", "x"]);
    }

    #[test]
    fn lists_are_not_code() {
        check(
            " * one\n\n     more\n * two",
            &["* one", "", "    more", "* two"],
        );
        check(
            " 1. one\n\n            code",
            &["1. one", "", "```text", "    code", "```"],
        );
        check(" text\n      lazy", &["text", "     lazy"]);
    }

    #[test]
    fn links_are_the_authors() {
        check(
            " see [Foo][bar] and a[0] `a[0]` <T>",
            &["see \\[Foo\\]\\[bar\\] and a\\[0\\] `a[0]` \\<T>"],
        );
        check(
            " [x](https://a.b/c), <https://a.b>",
            &["[x](https://a.b/c), <https://a.b>"],
        );
        check(
            " at https://a.b/c?d=[e].",
            &["at <https://a.b/c?d=>\\[e\\]."],
        );
        check(
            " [x\n y](https://a.b/c) [z",
            &["[x", "y](https://a.b/c) \\[z"],
        );
        check(" (https://a.b/c)", &["(<https://a.b/c>)"]);
    }
}
