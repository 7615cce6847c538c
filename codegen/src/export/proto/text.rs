//! Lines with an indent, and how protobuf spells strings.

use everwire::dynamic::Accepted;

/// How long a line may be.
const WIDTH: usize = 100;

/// Lines of a file.
#[derive(Debug, Default)]
pub(super) struct Text {
    text: String,
    depth: usize,
    /// Whether an empty line is wanted before the next one.
    gap: bool,
    /// Whether nothing has been written since a block was opened.
    is_fresh: bool,
}

impl Text {
    pub(super) fn new() -> Self {
        Text {
            is_fresh: true,
            ..Text::default()
        }
    }

    /// Leaves an empty line before the next one, unless a block begins here.
    pub(super) fn gap(&mut self) {
        self.gap = !self.is_fresh;
    }

    pub(super) fn line(&mut self, line: &str) {
        if std::mem::take(&mut self.gap) {
            self.text.push('\n');
        }
        self.is_fresh = false;
        if !line.is_empty() {
            self.text.push_str(&"  ".repeat(self.depth));
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// A doc comment.
    pub(super) fn docs(&mut self, docs: &[String]) {
        let lines = docs.iter().flat_map(|line| line.split('\n'));
        let lines: Vec<String> = lines.map(|line| prose(line.trim_end())).collect();
        let is_indented = lines
            .iter()
            .all(|line| line.is_empty() || line.starts_with(' '));
        for line in &lines {
            let line = match is_indented {
                true => line.strip_prefix(' ').unwrap_or(line),
                false => line.as_str(),
            };
            self.line(format!("// {line}").trim_end());
        }
    }

    /// A block: `message Order {`, lines, `}`.
    pub(super) fn block(&mut self, head: &str, inside: impl FnOnce(&mut Self)) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
        self.is_fresh = true;
        let before = self.text.len();
        inside(self);
        self.depth -= 1;
        self.gap = false;
        self.is_fresh = false;
        if self.text.len() == before {
            self.text.truncate(before.saturating_sub(1));
            self.text.push_str("}\n");
            return;
        }
        self.line("}");
    }

    /// A declaration and its options in brackets.
    pub(super) fn declared(&mut self, declaration: &str, options: &[String]) {
        if options.is_empty() {
            self.line(&format!("{declaration};"));
            return;
        }
        let short = format!("{declaration} [{}];", options.join(", "));
        if short.chars().count() + 2 * self.depth <= WIDTH {
            self.line(&short);
            return;
        }
        self.line(&format!("{declaration} ["));
        self.depth += 1;
        for (index, option) in options.iter().enumerate() {
            let comma = if index + 1 < options.len() { "," } else { "" };
            self.line(&format!("{option}{comma}"));
        }
        self.depth -= 1;
        self.line("];");
    }

    /// The text with another behind it.
    pub(super) fn finish(mut self, rest: Text) -> String {
        if !rest.text.is_empty() && self.gap {
            self.text.push('\n');
        }
        self.text.push_str(&rest.text);
        self.text
    }
}

/// A line of a doc comment, without the marks that are there for rustdoc.
fn prose(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let marked = rest.strip_prefix('\\');
        match marked.and_then(|after| after.chars().next()) {
            Some(mark) if "[]<>".contains(mark) => {
                text.push(mark);
                rest = &rest[1 + mark.len_utf8()..];
            }
            _ => {
                text.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    match text.trim_start() {
        "```text" => text.replace("```text", "```"),
        _ => text,
    }
}

/// A string in quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            letter if letter.is_ascii_control() => {
                quoted.push_str(&format!("\\{:03o}", u32::from(letter)));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// Bytes in quotes.
pub(super) fn quoted_bytes(bytes: &[u8]) -> String {
    format!("\"{}\"", escaped_bytes(bytes))
}

/// Bytes with C escapes.
pub(super) fn escaped_bytes(bytes: &[u8]) -> String {
    let mut escaped = String::new();
    for byte in bytes {
        match byte {
            b'"' => escaped.push_str("\\\""),
            b'\\' => escaped.push_str("\\\\"),
            b' '..=b'~' => escaped.push(char::from(*byte)),
            byte => escaped.push_str(&format!("\\{byte:03o}")),
        }
    }
    escaped
}

/// A break that is wanted.
pub(super) fn accepted(accepted: &Accepted) -> String {
    format!(
        "{{ change: {}, reason: {} }}",
        quoted(&accepted.change),
        quoted(&accepted.reason)
    )
}
