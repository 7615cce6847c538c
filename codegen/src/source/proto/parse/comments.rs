//! Whose a comment is, by the rules that `SourceCodeInfo` states in `descriptor.proto`.

/// The comments between two tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap {
    /// That of the first token: on its line, or on the lines below it with a blank line behind.
    pub(super) behind: Option<String>,
    /// Those that belong to neither.
    pub(super) apart: Vec<String>,
    /// That of the second token: on the lines above it.
    pub(super) before: Option<String>,
}

/// A comment that the next line may continue, or a declaration claim.
enum Open {
    Lines(String),
    Block(String),
}

/// Reads what is between two tokens. Nothing is before the first token of a file; and before the end
/// of a block no comment is that of what follows.
pub(super) fn gap(mut text: &str, is_first: bool, closes: bool) -> Gap {
    let mut gap = Gap::default();
    let mut open: Option<Open> = None;
    let mut reaches_back = !is_first;
    let mut on_first_line = !is_first;
    let close = |open: &mut Option<Open>, gap: &mut Gap, reaches_back: &mut bool| {
        let Some(Open::Lines(comment) | Open::Block(comment)) = open.take() else {
            return;
        };
        match std::mem::take(reaches_back) {
            true => gap.behind = Some(comment),
            false => gap.apart.push(comment),
        }
    };
    loop {
        text = trim(text);
        if let Some(after) = text.strip_prefix("//") {
            let (line, rest) = after.split_at(after.find('\n').map_or(after.len(), |at| at + 1));
            text = rest;
            match &mut open {
                Some(Open::Lines(lines)) => lines.push_str(&unix(line)),
                _ => {
                    close(&mut open, &mut gap, &mut reaches_back);
                    open = Some(Open::Lines(unix(line)));
                }
            }
            if std::mem::take(&mut on_first_line) {
                close(&mut open, &mut gap, &mut reaches_back);
            }
        } else if let Some(after) = text.strip_prefix("/*") {
            let (comment, rest) = after.split_once("*/").unwrap_or((after, ""));
            close(&mut open, &mut gap, &mut reaches_back);
            open = Some(Open::Block(block(comment)));
            let rest = trim(rest);
            let ends_line = rest.strip_prefix('\n');
            text = ends_line.unwrap_or(rest);
            match (std::mem::take(&mut on_first_line), ends_line) {
                (true, Some(_)) => close(&mut open, &mut gap, &mut reaches_back),
                // Between two tokens of one line nobody can tell whose it is.
                (true, None) => return gap,
                (false, _) => {}
            }
        } else if let Some(rest) = text.strip_prefix('\n') {
            text = rest;
            if !std::mem::take(&mut on_first_line) {
                close(&mut open, &mut gap, &mut reaches_back);
                reaches_back = false;
            }
        } else {
            break;
        }
    }
    if closes {
        close(&mut open, &mut gap, &mut reaches_back);
    }
    if let Some(Open::Lines(comment) | Open::Block(comment)) = open {
        gap.before = Some(comment);
    }
    gap
}

fn trim(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\r', '\u{b}', '\u{c}'])
}

fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// A block without the space and the asterisk that its lines begin with.
fn block(text: &str) -> String {
    let mut result = String::new();
    for (index, line) in unix(text).split('\n').enumerate() {
        if index == 0 {
            result.push_str(line);
            continue;
        }
        result.push('\n');
        let line = trim(line);
        result.push_str(line.strip_prefix('*').unwrap_or(line));
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, behind: Option<&str>, apart: &[&str], before: Option<&str>) {
        let expected = Gap {
            behind: behind.map(str::to_owned),
            apart: apart.iter().map(|text| (*text).to_owned()).collect(),
            before: before.map(str::to_owned),
        };
        assert_eq!(gap(text, false, false), expected, "{text:?}");
    }

    #[test]
    fn comments_belong_to_the_nearest_declaration() {
        check(" // a\n // b\n// c\n", Some(" a\n"), &[], Some(" b\n c\n"));
        check("\n // a\n\n // b\n", Some(" a\n"), &[], Some(" b\n"));
        check("\n // a\n // b\n", None, &[], Some(" a\n b\n"));
        check("\n\n // a\n\n/* b */\n", None, &[" a\n"], Some(" b "));
        check(" /* a */ ", None, &[], None);
        check(" /* a */\n", Some(" a "), &[], None);
        check("\n/* a\n  * b\n   c */ ", None, &[], Some(" a\n b\nc "));
        check(" // a\r\n\r\n // b\r\n", Some(" a\n"), &[], Some(" b\n"));
    }

    #[test]
    fn the_ends_of_files_and_blocks_claim_nothing() {
        let first = gap("// a\n\n// b\n", true, false);
        assert_eq!(
            (first.behind, first.apart, first.before),
            (None, vec![" a\n".to_owned()], Some(" b\n".to_owned()))
        );
        let last = gap("\n// a\n", false, true);
        assert_eq!((last.behind, last.before), (Some(" a\n".to_owned()), None));
    }
}
