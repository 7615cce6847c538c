//! Regular expressions of ECMA 262, from those of RE2.

use regex_syntax::ast::{
    Assertion, AssertionKind, Ast, ClassPerl, ClassPerlKind, ClassSet, ClassSetItem, GroupKind,
    Literal, RepetitionKind, RepetitionRange,
};

/// An email address (<https://html.spec.whatwg.org/#valid-e-mail-address>), as the rule `email` has it.
pub(super) const EMAIL: &str = "^[a-zA-Z0-9.!#$%&'*+\\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$";

pub(super) const UUID: &str =
    "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

pub(super) const IPV4: &str = "^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])$";

/// Text that matches itself.
pub(super) fn escape(text: &str) -> String {
    text.chars().map(escaped).collect()
}

/// The same expression, if both dialects have it.
pub(super) fn ecma(source: &str) -> Option<String> {
    let ast = regex_syntax::ast::parse::Parser::new().parse(source).ok()?;
    written(&ast)
}

fn written(ast: &Ast) -> Option<String> {
    Some(match ast {
        Ast::Empty(_) => String::new(),
        Ast::Literal(literal) => one(literal),
        Ast::Dot(_) => "[^\\n]".to_owned(),
        Ast::Assertion(assertion) => asserted(assertion)?.to_owned(),
        Ast::ClassPerl(class) => perl(class)?.to_owned(),
        Ast::ClassBracketed(class) => {
            let ClassSet::Item(item) = &class.kind else {
                return None;
            };
            let mark = if class.negated { "^" } else { "" };
            format!("[{mark}{}]", within(item)?)
        }
        Ast::Repetition(repetition) => {
            let inner = written(&repetition.ast)?;
            let count = match &repetition.op.kind {
                RepetitionKind::ZeroOrOne => "?".to_owned(),
                RepetitionKind::ZeroOrMore => "*".to_owned(),
                RepetitionKind::OneOrMore => "+".to_owned(),
                RepetitionKind::Range(RepetitionRange::Exactly(count)) => format!("{{{count}}}"),
                RepetitionKind::Range(RepetitionRange::AtLeast(count)) => format!("{{{count},}}"),
                RepetitionKind::Range(RepetitionRange::Bounded(least, most)) => {
                    format!("{{{least},{most}}}")
                }
            };
            let lazy = if repetition.greedy { "" } else { "?" };
            format!("{inner}{count}{lazy}")
        }
        Ast::Group(group) => match &group.kind {
            GroupKind::CaptureIndex(_) | GroupKind::CaptureName { .. } => {
                format!("({})", written(&group.ast)?)
            }
            GroupKind::NonCapturing(flags) if flags.items.is_empty() => {
                format!("(?:{})", written(&group.ast)?)
            }
            GroupKind::NonCapturing(_) => return None,
        },
        Ast::Alternation(all) => {
            let all: Option<Vec<String>> = all.asts.iter().map(written).collect();
            all?.join("|")
        }
        Ast::Concat(all) => {
            let all: Option<Vec<String>> = all.asts.iter().map(written).collect();
            all?.concat()
        }
        Ast::Flags(_) | Ast::ClassUnicode(_) => return None,
    })
}

fn one(literal: &Literal) -> String {
    escaped(literal.c)
}

fn escaped(letter: char) -> String {
    match letter {
        '\\' | '^' | '$' | '.' | '|' | '?' | '*' | '+' | '(' | ')' | '[' | ']' | '{' | '}'
        | '/' => {
            format!("\\{letter}")
        }
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        letter if letter.is_control() => format!("\\u{:04x}", u32::from(letter)),
        letter => letter.to_string(),
    }
}

/// A letter between brackets.
fn bracketed(letter: char) -> String {
    match letter {
        '-' => "\\-".to_owned(),
        letter => escaped(letter),
    }
}

/// Word boundaries and white space are of ASCII in RE2, and of Unicode in ECMA 262 or in validators.
fn asserted(assertion: &Assertion) -> Option<&'static str> {
    match assertion.kind {
        AssertionKind::StartLine | AssertionKind::StartText => Some("^"),
        AssertionKind::EndLine | AssertionKind::EndText => Some("$"),
        _ => None,
    }
}

fn perl(class: &ClassPerl) -> Option<&'static str> {
    match (&class.kind, class.negated) {
        (ClassPerlKind::Digit, false) => Some("[0-9]"),
        (ClassPerlKind::Digit, true) => Some("[^0-9]"),
        (ClassPerlKind::Word, false) => Some("[0-9A-Za-z_]"),
        (ClassPerlKind::Word, true) => Some("[^0-9A-Za-z_]"),
        (ClassPerlKind::Space, false) => Some("[\\t\\n\\f\\r ]"),
        (ClassPerlKind::Space, true) => Some("[^\\t\\n\\f\\r ]"),
    }
}

fn within(item: &ClassSetItem) -> Option<String> {
    Some(match item {
        ClassSetItem::Empty(_) => String::new(),
        ClassSetItem::Literal(literal) => bracketed(literal.c),
        ClassSetItem::Range(range) => {
            format!("{}-{}", bracketed(range.start.c), bracketed(range.end.c))
        }
        ClassSetItem::Perl(class) if !class.negated => {
            let whole = perl(class)?;
            whole[1..whole.len() - 1].to_owned()
        }
        ClassSetItem::Union(union) => {
            let all: Option<Vec<String>> = union.items.iter().map(within).collect();
            all?.concat()
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::ecma;

    #[test]
    fn what_both_dialects_have_is_kept() {
        for (source, expected) in [
            ("^[A-Z]-[0-9]+$", Some("^[A-Z]-[0-9]+$")),
            (r"\Aa.\d{2,}\z", Some(r"^a[^\n][0-9]{2,}$")),
            (r"[\w.-]+?@(?:a|b)/", Some(r"[0-9A-Za-z_\.\-]+?@(?:a|b)\/")),
            (r"(?i)abc", None),
            (r"\pL+", None),
            (r"\bword", None),
            (r"[[:alpha:]]", None),
        ] {
            assert_eq!(ecma(source).as_deref(), expected, "{source}");
        }
    }
}
