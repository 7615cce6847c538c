//! What is within a line: rustdoc's links and HTML are kept from it, code spans are left alone.

/// Text without what rustdoc would take for a link or for HTML; code spans stay as they are. A link
/// to an address may end in a line that follows.
pub(super) fn escape(text: &str, following: &[String]) -> String {
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
    use crate::lower::docs::tests::check;

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
