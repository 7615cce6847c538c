//! What no regular expression of RE2's syntax can be; no rule, but what rules ask.
//!
//! A scanner for mistakes in the structure, no parser: what it lets pass, the runtime may still refuse.

/// What is wrong with an expression, and what to write; `None` where nothing seems to be.
pub(crate) fn mistake(source: &str) -> Option<(&'static str, &'static str)> {
    let (mut rest, mut depth, mut repeats) = (source, 0_usize, false);
    while let Some(first) = rest.chars().next() {
        let tail = &rest[first.len_utf8()..];
        rest = tail;
        let could_repeat = std::mem::replace(&mut repeats, true);
        match first {
            '\\' => {
                let Some(escaped) = tail.chars().next() else {
                    return Some(("ends in a lone `\\`", "write `\\\\` for a backslash"));
                };
                rest = match escaped {
                    'Q' => tail.split_once("\\E").map_or("", |(_, rest)| rest),
                    _ => &tail[escaped.len_utf8()..],
                };
            }
            '[' => match class(tail) {
                Some(behind) => rest = behind,
                None => {
                    return Some((
                        "has a `[` without its `]`",
                        "close it, or write `\\[` for the bracket itself",
                    ));
                }
            },
            '(' => {
                depth += 1;
                repeats = false;
                // `(?:`, `(?i)`, `(?P<name>`: what follows `?` is no repetition.
                rest = tail.strip_prefix('?').unwrap_or(tail);
            }
            ')' if depth == 0 => {
                return Some((
                    "has a `)` without its `(`",
                    "take it away, or write `\\)` for the parenthesis itself",
                ));
            }
            ')' => depth -= 1,
            '|' | '^' => repeats = false,
            '*' | '+' | '?' if !could_repeat && !follows_anchor(source, rest) => {
                return Some((
                    "repeats nothing",
                    "write what is repeated before `*`, `+` or `?`, or a `\\` for the character itself",
                ));
            }
            _ => {}
        }
    }
    (depth > 0).then_some((
        "has a `(` without its `)`",
        "close it, or write `\\(` for the parenthesis itself",
    ))
}

/// Whether the sign before `rest` repeats an anchor, which is of no use and no mistake.
fn follows_anchor(source: &str, rest: &str) -> bool {
    let before = &source[..source.len() - rest.len() - 1];
    before.ends_with('^')
}

/// What follows a class whose `[` has been read; `None` where it does not end.
fn class(inside: &str) -> Option<&str> {
    let inside = inside.strip_prefix('^').unwrap_or(inside);
    let mut rest = inside.strip_prefix(']').unwrap_or(inside);
    loop {
        let first = rest.chars().next()?;
        let tail = &rest[first.len_utf8()..];
        rest = match first {
            ']' => return Some(tail),
            '\\' => {
                let escaped = tail.chars().next()?;
                &tail[escaped.len_utf8()..]
            }
            '[' if tail.starts_with(':') => {
                tail.split_once(":]").map_or(tail, |(_, behind)| behind)
            }
            _ => tail,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::mistake;

    #[test]
    fn what_is_open_is_told() {
        let cases = [
            ("(", "has a `(` without its `)`"),
            ("a)", "has a `)` without its `(`"),
            ("[a-z", "has a `[` without its `]`"),
            ("[]", "has a `[` without its `]`"),
            ("a\\", "ends in a lone `\\`"),
            ("*a", "repeats nothing"),
            ("a|+", "repeats nothing"),
            ("(?)*(", "has a `(` without its `)`"),
        ];
        for (source, text) in cases {
            assert_eq!(
                mistake(source).map(|(text, _)| text),
                Some(text),
                "{source}"
            );
        }
    }

    #[test]
    fn what_is_right_passes() {
        for source in [
            "",
            "^[A-Z]{3}-[0-9]+$",
            "(?:a|b)*?",
            "(?i)x",
            "(?P<name>a)",
            "[]a]",
            "[^]]",
            "[[:alpha:]_]",
            "[\\]]+",
            "\\(",
            "\\Q(*\\E?",
            "^*a",
            "a{,3}",
            "{",
            "ä+",
        ] {
            assert_eq!(mistake(source), None, "{source}");
        }
    }
}
