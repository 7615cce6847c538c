//! RE2's syntax in terms of the crate `regex`, where the two differ: RE2's `\d`, `\w`, `\s`, `\b` are ASCII, it has `\Q…\E`
//! and octal escapes, a brace that is no repetition is itself, and a class contains no classes and no set operators.
//! What neither knows stays as it is, for `regex` to refuse.

use alloc::string::String;

/// The same expression for `regex`.
pub(super) fn translate(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + 16);
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let tail = &rest[first.len_utf8()..];
        rest = match first {
            '\\' => escape(tail, false, &mut out),
            '[' => class(tail, &mut out),
            '{' if !is_repetition(tail) => {
                out.push_str("\\{");
                tail
            }
            _ => {
                out.push(first);
                tail
            }
        };
    }
    out
}

/// Behind a backslash; what is left.
fn escape<'a>(rest: &'a str, in_class: bool, out: &mut String) -> &'a str {
    let Some(name) = rest.chars().next() else {
        out.push('\\');
        return rest;
    };
    let tail = &rest[name.len_utf8()..];
    let ascii = match (name, in_class) {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('D', _) => "[^0-9]",
        ('w', true) => "0-9A-Za-z_",
        ('w', false) => "[0-9A-Za-z_]",
        ('W', _) => "[^0-9A-Za-z_]",
        ('s', true) => "\\t\\n\\x0C\\r ",
        ('s', false) => "[\\t\\n\\x0C\\r ]",
        ('S', _) => "[^\\t\\n\\x0C\\r ]",
        ('b', false) => "(?-u:\\b)",
        ('B', false) => "(?-u:\\B)",
        ('Q', _) => return quoted(tail, out),
        ('p' | 'P' | 'x', _) if tail.starts_with('{') => return braced(name, tail, out),
        ('0'..='7', _) => return octal(rest, out),
        _ => {
            out.push('\\');
            out.push(name);
            return tail;
        }
    };
    out.push_str(ascii);
    tail
}

/// `\p{Greek}`, `\x{10FFFF}`, whose braces are no repetition; `\p{^Greek}` is `\P{Greek}`.
fn braced<'a>(name: char, rest: &'a str, out: &mut String) -> &'a str {
    let end = rest.find('}').map_or(rest.len(), |at| at + 1);
    let (braces, tail) = rest.split_at(end);
    out.push('\\');
    match (name, braces.strip_prefix("{^")) {
        ('p', Some(class)) => {
            out.push_str("P{");
            out.push_str(class);
        }
        ('P', Some(class)) => {
            out.push_str("p{");
            out.push_str(class);
        }
        _ => {
            out.push(name);
            out.push_str(braces);
        }
    }
    tail
}

/// `\Q…\E`, or to the end.
fn quoted<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let (text, tail) = rest.split_once("\\E").unwrap_or((rest, ""));
    out.push_str(&regex::escape(text));
    tail
}

/// One to three octal digits; only `\0` may stand alone, the others would be references to groups.
fn octal<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let digits = rest
        .bytes()
        .take(3)
        .take_while(|byte| matches!(byte, b'0'..=b'7'))
        .count();
    let (text, tail) = rest.split_at(digits);
    match u32::from_str_radix(text, 8) {
        Ok(code) if text.starts_with('0') || digits > 1 => {
            let hex = alloc::format!("\\x{{{code:X}}}");
            out.push_str(&hex);
        }
        _ => {
            out.push('\\');
            out.push_str(text);
        }
    }
    tail
}

/// Behind an opening bracket, to the closing one; what is left.
fn class<'a>(source: &'a str, out: &mut String) -> &'a str {
    out.push('[');
    let mut rest = source;
    if let Some(tail) = rest.strip_prefix('^') {
        out.push('^');
        rest = tail;
    }
    let mut is_first = true;
    while let Some(first) = rest.chars().next() {
        let tail = &rest[first.len_utf8()..];
        rest = match first {
            ']' if !is_first => {
                out.push(']');
                return tail;
            }
            '\\' => escape(tail, true, out),
            '[' => match tail
                .strip_prefix(':')
                .and_then(|name| name.split_once(":]"))
            {
                Some((name, tail))
                    if name
                        .trim_start_matches('^')
                        .bytes()
                        .all(|byte| byte.is_ascii_alphabetic()) =>
                {
                    out.push_str("[:");
                    out.push_str(name);
                    out.push_str(":]");
                    tail
                }
                _ => {
                    out.push_str("\\[");
                    tail
                }
            },
            ']' | '&' | '~' => {
                out.push('\\');
                out.push(first);
                tail
            }
            '-' if tail.starts_with('-') => {
                out.push_str("\\-");
                tail
            }
            _ => {
                out.push(first);
                tail
            }
        };
        is_first = false;
    }
    rest
}

/// `n}`, `n,}` or `n,m}`
fn is_repetition(rest: &str) -> bool {
    let Some((range, _)) = rest.split_once('}') else {
        return false;
    };
    let (min, max) = range.split_once(',').unwrap_or((range, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    !min.is_empty() && is_number(min) && is_number(max)
}

#[cfg(test)]
mod tests {
    use super::translate;

    #[test]
    fn what_differs_is_rewritten() {
        let cases = [
            ("^a.b$", "^a.b$"),
            ("\\d\\D", "[0-9][^0-9]"),
            ("[\\d\\-x]", "[0-9\\-x]"),
            ("[^\\W]", "[^[^0-9A-Za-z_]]"),
            ("\\bx", "(?-u:\\b)x"),
            ("a\\Q.*\\Eb", "a\\.\\*b"),
            ("\\Q[", "\\["),
            ("\\012\\0", "\\x{A}\\x{0}"),
            ("\\1", "\\1"),
            ("a{2}{x}{,3}b{1,}", "a{2}\\{x}\\{,3}b{1,}"),
            ("[]a]", "[\\]a]"),
            ("[^]a]", "[^\\]a]"),
            ("[[:alpha:][]", "[[:alpha:]\\[]"),
            ("[a&&b~~c]", "[a\\&\\&b\\~\\~c]"),
            ("[a--z]", "[a\\--z]"),
            ("\\pL[\\p{Greek}]", "\\pL[\\p{Greek}]"),
            ("\\p{Greek}{x}", "\\p{Greek}\\{x}"),
            (
                "\\p{^Greek}\\P{^Lu}[\\p{^Lu}]",
                "\\P{Greek}\\p{Lu}[\\P{Lu}]",
            ),
            ("\\x{1F600}\\x41{2}", "\\x{1F600}\\x41{2}"),
            ("\\p{", "\\p{"),
            ("\\", "\\"),
            ("ä[ö]", "ä[ö]"),
        ];
        for (source, expected) in cases {
            assert_eq!(translate(source), expected);
        }
    }

    #[test]
    fn what_is_rewritten_means_the_same() {
        let cases = [
            ("^\\w+$", "é", false),
            ("^\\w+$", "e_1", true),
            ("^.$", "é", true),
            ("^\\s$", "\u{a0}", false),
            ("^\\s$", "\u{b}", false),
            ("^\\S$", "é", true),
            ("a\\b", "aé", true),
            ("^[[:^digit:]]$", "x", true),
            ("^{$", "{", true),
            ("^[]]$", "]", true),
            ("^[--a]$", "-", true),
            ("(?i)^straße$", "STRASSE", false),
            ("(?i)^k$", "K", true),
            ("^\\pN$", "٣", true),
            ("a$", "a\n", false),
        ];
        for (source, text, ok) in cases {
            let regex = regex::bytes::Regex::new(&translate(source));
            assert_eq!(
                regex.map(|regex| regex.is_match(text.as_bytes())).ok(),
                Some(ok),
                "{source} on {text:?}"
            );
        }
    }
}
