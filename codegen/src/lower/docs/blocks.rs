//! Blocks: code that rustdoc would test becomes text, wherever Markdown has code.
//!
//! The rules are CommonMark's, <https://spec.commonmark.org/0.31.2/>: sections 4.4 and 4.5 for code, 5.1 for quotes, 5.2
//! for lists.

use super::spans::escape;

/// The lines with all code marked as text, and whether the last of them is in a paragraph.
pub(super) fn rewrite(lines: &[String]) -> (Vec<String>, bool) {
    let mut rewriter = Rewriter::default();
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        rewriter.leave(line);
        let quoted = match rewriter.block {
            Block::Text => lines[index..]
                .iter()
                .map_while(|line| rewriter.quoted(line))
                .collect(),
            _ => Vec::new(),
        };
        if quoted.is_empty() {
            rewriter.line(line, &lines[index + 1..]);
            index += 1;
        } else {
            rewriter.quote(line, &quoted);
            index += quoted.len();
        }
    }
    rewriter.finish();
    (rewriter.lines, rewriter.in_paragraph)
}

#[derive(Default)]
struct Rewriter {
    lines: Vec<String>,
    block: Block,
    /// The columns at which the content of the open lists' items begins.
    items: Vec<usize>,
    /// Whether the last line is one of a paragraph, which an indented line continues.
    in_paragraph: bool,
}

#[derive(Default)]
enum Block {
    #[default]
    Text,
    /// Code between fences: the mark, and the column of the item that it is in.
    Fence { mark: String, column: usize },
    /// Code by indentation: the column of the code, and the line of the output that it begins in.
    Indented { column: usize, first: usize },
}

impl Rewriter {
    /// Ends the code that `line` is not part of.
    fn leave(&mut self, line: &str) {
        let ends = match &self.block {
            Block::Text => false,
            Block::Fence { column, .. } => indent(line) < *column,
            Block::Indented { column, .. } => indent(line) < *column,
        };
        if ends && !line.is_empty() {
            self.finish();
        }
    }

    /// Ends the code that is open.
    fn finish(&mut self) {
        match std::mem::take(&mut self.block) {
            Block::Text => return,
            Block::Fence { mark, column } => {
                self.lines.push(format!("{}{mark}", " ".repeat(column)));
            }
            Block::Indented { column, first } => {
                let is_blank = |line: &&String| line.is_empty();
                let blanks = self.lines.iter().rev().take_while(is_blank).count();
                let end = self.lines.len() - blanks;
                let longest = self.lines[first..end].iter().map(|line| ticks(line)).max();
                let mark = "`".repeat(longest.map_or(3, |longest| longest + 1).max(3));
                let before = " ".repeat(column - 4);
                self.lines.insert(end, format!("{before}{mark}"));
                self.lines.insert(first, format!("{before}{mark}text"));
            }
        }
        self.in_paragraph = false;
    }

    fn line(&mut self, line: &str, following: &[String]) {
        let text = line.trim_start();
        match &self.block {
            Block::Text => {}
            Block::Fence { mark, .. } => {
                let is_end = text.starts_with(mark.as_str())
                    && text.trim_start_matches(&mark[..1]).is_empty();
                self.lines.push(line.to_owned());
                if is_end {
                    self.block = Block::Text;
                    self.in_paragraph = false;
                }
                return;
            }
            Block::Indented { column, .. } => {
                let code = line.get(*column..).unwrap_or_default();
                self.push_code(*column, code);
                return;
            }
        }
        if text.is_empty() {
            self.lines.push(String::new());
            self.in_paragraph = false;
            return;
        }
        let column = self.code_column(line);
        if indent(line) < column {
            self.text(indent(line), text, following);
        } else if self.in_paragraph {
            self.lines.push(before(line) + &escape(text, following));
        } else {
            self.block = Block::Indented {
                column,
                first: self.lines.len(),
            };
            self.push_code(column, &line[column..]);
        }
    }

    fn push_code(&mut self, column: usize, code: &str) {
        self.lines.push(match code {
            "" => String::new(),
            code => " ".repeat(column - 4) + code,
        });
    }

    /// The column from which the line is code, after it has ended the lists that it is not in.
    fn code_column(&mut self, line: &str) -> usize {
        let text = line.trim_start();
        if !self.in_paragraph || self.begins_block(text) {
            while self
                .items
                .last()
                .is_some_and(|column| indent(line) < *column)
            {
                self.items.pop();
            }
        }
        self.items.last().copied().unwrap_or_default() + 4
    }

    fn begins_block(&self, text: &str) -> bool {
        text.starts_with('>')
            || fence(text).is_some()
            || is_heading(text)
            || is_break(text)
            || self.item(text).is_some()
    }

    /// Text that is no code by indentation, but may begin a fence, and lists before it.
    fn text(&mut self, indent: usize, text: &str, following: &[String]) {
        let mut lead = " ".repeat(indent);
        let mut text = text;
        while !(is_break(text) || self.in_paragraph && is_underline(text)) {
            let Some((mark, content)) = self.item(text) else {
                break;
            };
            lead.push_str(mark);
            if !content.is_empty() {
                lead.push_str(&" ".repeat((text.len() - mark.len() - content.len()).min(4)));
            }
            self.items.push(lead.len().max(lead.trim_end().len() + 1));
            self.in_paragraph = false;
            text = content;
        }
        if let Some(mark) = fence(text) {
            let tag = text[mark.len()..].trim();
            let tag = if is_plain(tag) { tag } else { "text" };
            self.lines.push(format!("{lead}{mark}{tag}"));
            self.block = Block::Fence {
                mark: mark.to_owned(),
                column: self.items.last().copied().unwrap_or_default(),
            };
            return;
        }
        let ends = is_heading(text) || is_break(text) || (self.in_paragraph && is_underline(text));
        self.in_paragraph = !text.is_empty() && !ends;
        self.lines.push(lead + &escape(text, following));
    }

    /// The mark of a list's item, and its content; a paragraph is followed by items with content
    /// only, of which the first number is 1.
    fn item<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        let length = match digits {
            0 if text.starts_with(['-', '*', '+']) => 1,
            1..=9 if text[digits..].starts_with(['.', ')']) => digits + 1,
            _ => return None,
        };
        let (mark, rest) = text.split_at(length);
        let content = rest.trim_start();
        let interrupts = self.in_paragraph && self.items.is_empty();
        let is_item = match content {
            "" => rest.is_empty() && !self.in_paragraph,
            _ => rest.starts_with(' ') && !(interrupts && digits > 0 && &text[..digits] != "1"),
        };
        is_item.then_some((mark, content))
    }

    /// What a line of a quote says.
    fn quoted(&self, line: &str) -> Option<String> {
        let is_near = indent(line) < self.items.last().copied().unwrap_or_default() + 4;
        let text = line.trim_start().strip_prefix('>').filter(|_| is_near)?;
        Some(text.strip_prefix(' ').unwrap_or(text).to_owned())
    }

    fn quote(&mut self, line: &str, quoted: &[String]) {
        self.code_column(line);
        let (lines, in_paragraph) = rewrite(quoted);
        let before = before(line);
        self.lines
            .extend(lines.into_iter().map(|line| match &*line {
                "" => format!("{before}>"),
                line => format!("{before}> {line}"),
            }));
        self.in_paragraph = in_paragraph;
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn before(line: &str) -> String {
    " ".repeat(indent(line))
}

/// The backticks that a line begins with.
fn ticks(line: &str) -> usize {
    let text = line.trim_start();
    text.len() - text.trim_start_matches('`').len()
}

/// The mark of the fence that the text is; what follows backticks has none.
fn fence(text: &str) -> Option<&str> {
    let rest = match text.chars().next()? {
        '`' => text.trim_start_matches('`'),
        '~' => text.trim_start_matches('~'),
        _ => return None,
    };
    let mark = &text[..text.len() - rest.len()];
    (mark.len() >= 3 && !(mark.starts_with('`') && rest.contains('`'))).then_some(mark)
}

fn is_heading(text: &str) -> bool {
    let rest = text.trim_start_matches('#');
    (1..=6).contains(&(text.len() - rest.len())) && (rest.is_empty() || rest.starts_with(' '))
}

/// Whether the text is a line across the page: `***`, `- - -`.
fn is_break(text: &str) -> bool {
    let marks: String = text.chars().filter(|one| *one != ' ').collect();
    marks.len() >= 3
        && ["*", "-", "_"]
            .iter()
            .any(|mark| marks.trim_matches(|one| mark.starts_with(one)).is_empty())
}

/// Whether the text makes a heading of the paragraph before it.
fn is_underline(text: &str) -> bool {
    ["=", "-"]
        .iter()
        .any(|mark| text.trim_start_matches(mark).is_empty())
}

/// Whether rustdoc takes a block of this tag neither for Rust nor for a mistake.
fn is_plain(tag: &str) -> bool {
    const RUST: &[&str] = &[
        "compilefail",
        "norun",
        "shouldpanic",
        "standalone",
        "standalonecrate",
        "testharness",
    ];
    let is_word = |one: char| one.is_ascii_alphanumeric() || "+#-_.".contains(one);
    let words = || tag.split([',', ' ']).filter(|word| !word.is_empty());
    let is_rust = |word: &str| {
        let flat = word.to_lowercase().replace(['-', '_'], "");
        let begins = ["rust", "ignore", "edition"];
        RUST.contains(&&*flat) || begins.iter().any(|begin| flat.starts_with(begin))
    };
    words().next().is_some() && words().all(|word| word.chars().all(is_word) && !is_rust(word))
}

#[cfg(test)]
mod tests {
    use crate::lower::docs::tests::check;

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
        for tag in ["rust,json", "compile-fail", "{.x}", "edition2021", "a`b"] {
            check(&format!(" ~~~{tag}\n ~~~"), &["~~~text", "~~~"]);
        }
    }

    #[test]
    fn fences_end_with_as_many_marks() {
        check(
            " ````\n ```\n a\n ```\n ````\n [b]",
            &["````text", "```", "a", "```", "````", "\\[b\\]"],
        );
        check(" ````\n ```", &["````text", "```", "````"]);
        check(
            " ```\n a\n `````\n [b]",
            &["```text", "a", "`````", "\\[b\\]"],
        );
        check(" ``` a ``` [b]", &["``` a ``` \\[b\\]"]);
        check("     ```\n     a", &["````text", "```", "a", "````"]);
    }

    #[test]
    fn code_follows_whatever_is_no_paragraph() {
        let code = ["```text", "let x;", "```"];
        for before in [
            "# Title",
            "***",
            "- - -",
            "Title\n ===",
            "Title\n --",
            "```text\n ```",
            "> # Title",
        ] {
            let lines: Vec<&str> = before.split("\n ").chain(code).collect();
            check(&format!(" {before}\n     let x;"), &lines);
        }
        for before in ["#Title", "**", "===", "> Title", "2\\. text", "a\n 2. b"] {
            let lines: Vec<&str> = before.split("\n ").chain(["    let x;"]).collect();
            check(&format!(" {before}\n     let x;"), &lines);
        }
    }

    #[test]
    fn code_in_quotes_is_text() {
        check(
            " > ```\n > fn x()\n > ```\n > [a]\n [b]",
            &["> ```text", "> fn x()", "> ```", "> \\[a\\]", "\\[b\\]"],
        );
        check(
            " > See:\n >\n >     let x;\n >\n > > ```\n after",
            &[
                "> See:",
                ">",
                "> ```text",
                "> let x;",
                "> ```",
                ">",
                "> > ```text",
                "> > ```",
                "after",
            ],
        );
    }

    #[test]
    fn lists_are_not_code() {
        check(
            " * one\n\n     more\n * two",
            &["* one", "", "    more", "* two"],
        );
        check(
            " 1. one\n\n            code\n 2. two",
            &[
                "1. one",
                "",
                "   ```text",
                "       code",
                "   ```",
                "2. two",
            ],
        );
        check(" text\n      lazy", &["text", "     lazy"]);
        check(
            " - a\n   - b\n\n   para\n\n       code",
            &[
                "- a",
                "  - b",
                "",
                "  para",
                "",
                "  ```text",
                "  code",
                "  ```",
            ],
        );
        check(
            " - ```\n   fn x()\n [a]",
            &["- ```text", "  fn x()", "  ```", "\\[a\\]"],
        );
        check(" -       wide\n -\n   b", &["-    wide", "-", "  b"]);
    }
}
