//! Text that a pattern matches: short, and a few of it.

use regex_syntax::hir::{Class, Hir, HirKind};

/// How many texts of a pattern are tried.
const FEW: usize = 6;

/// Texts that a pattern matches, and near them some that it may not.
pub(super) fn matches(source: &str) -> Vec<String> {
    let Ok(pattern) = regex_syntax::parse(source) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for variant in 0..FEW {
        if let Some(text) = text(&pattern, variant, 0) {
            all.extend([format!("{text}!"), format!("!{text}"), text]);
        }
    }
    all
}

/// A text that a piece matches; another one for another `variant`.
fn text(piece: &Hir, variant: usize, depth: usize) -> Option<String> {
    if depth > 40 {
        return None;
    }
    match piece.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(String::new()),
        HirKind::Literal(literal) => String::from_utf8(literal.0.to_vec()).ok(),
        HirKind::Class(class) => letter(class, variant).map(String::from),
        HirKind::Repetition(repeated) => {
            let least = usize::try_from(repeated.min).ok()?;
            let most = repeated
                .max
                .and_then(|max| usize::try_from(max).ok())
                .unwrap_or(least + 3);
            let count = (least + variant).min(most).min(1000);
            Some(text(&repeated.sub, variant, depth + 1)?.repeat(count))
        }
        HirKind::Capture(group) => text(&group.sub, variant, depth + 1),
        HirKind::Concat(pieces) => pieces
            .iter()
            .map(|piece| text(piece, variant, depth + 1))
            .collect(),
        HirKind::Alternation(pieces) => text(
            pieces.get(variant % pieces.len())?,
            variant / pieces.len(),
            depth + 1,
        ),
    }
}

fn letter(class: &Class, variant: usize) -> Option<char> {
    match class {
        Class::Unicode(class) => {
            let ranges = class.ranges();
            let range = ranges.get(variant % ranges.len().max(1))?;
            let readable = ('a'..='z')
                .chain('0'..='9')
                .chain('A'..='Z')
                .find(|letter| (range.start()..=range.end()).contains(letter));
            readable.or(Some(range.start()))
        }
        Class::Bytes(class) => {
            let range = class.ranges().first()?;
            range.start().is_ascii().then(|| char::from(range.start()))
        }
    }
}

#[cfg(test)]
mod tests {
    use everwire::validate::Pattern;

    use super::*;

    #[test]
    fn what_is_made_matches() {
        for source in [
            "^[A-Z]{3}-[0-9]+$",
            "a|b+",
            "^(?:x|yz){2,3}é?$",
            "\\w+@\\w+\\.com",
            "^\\d{4}-\\d{2}$",
        ] {
            let pattern = Pattern::new(source);
            let made = matches(source);
            assert!(
                made.iter().any(|text| pattern.is_match(text)),
                "{source}: {made:?}"
            );
        }
        assert_eq!(matches("("), [""; 0]);
    }
}
