//! `unknown-attribute`: no attribute has this name.
//!
//! Where a known name is near, it is offered; the documentation of `Codec` lists all of them.
//!
//! ```text
//! #[codec(2, minlen = 1)]   // write min_len = 1
//! name: String,
//! ```

use crate::model::{At, Diagnostic};

pub(crate) const ID: &str = "unknown-attribute";

/// `name`, at `at`, is none of the attributes of `here` (`a field`); `known` are all of them,
/// `listed` and `also` what is shown where none is near.
pub(crate) fn diagnostic(
    at: At,
    name: &str,
    here: &str,
    known: &[&str],
    listed: &[&str],
    also: &str,
) -> Diagnostic {
    let text = format!("{here} has no attribute `{name}`");
    let help = match nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let names = listed.iter().filter(|name| **name != "number");
            let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
            format!("what it has: {}{also}", names.join(", "))
        }
    };
    Diagnostic::new(ID, at, text).help(help)
}

/// The known name that is fewest edits away, where those are few for its length.
pub(crate) fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let allowed = |known: &str| (known.len().max(name.len()) / 3).max(1);
    known
        .iter()
        .map(|known| (edits(name, known), *known))
        .filter(|(edits, known)| *edits <= allowed(known))
        .min()
        .map(|(_, known)| known)
}

/// How many letters to insert, remove, replace or exchange with the next one (the optimal string
/// alignment distance).
fn edits(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let width = right.len() + 1;
    let mut table: Vec<usize> = vec![0; (left.len() + 1) * width];
    let cell = |row: usize, column: usize| row * width + column;
    for row in 0..=left.len() {
        for column in 0..width {
            table[cell(row, column)] = if row == 0 || column == 0 {
                row + column
            } else {
                let same = left[row - 1] == right[column - 1];
                let replaced = table[cell(row - 1, column - 1)] + usize::from(!same);
                let removed = table[cell(row - 1, column)] + 1;
                let inserted = table[cell(row, column - 1)] + 1;
                let least = replaced.min(removed).min(inserted);
                let crossed = row > 1
                    && column > 1
                    && left[row - 1] == right[column - 2]
                    && left[row - 2] == right[column - 1];
                if crossed {
                    least.min(table[cell(row - 2, column - 2)] + 1)
                } else {
                    least
                }
            }
        }
    }
    table[cell(left.len(), right.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered() {
        let known = ["rename", "rename_all", "required", "min_len", "in", "gt"];
        for (name, near) in [
            ("renmae", Some("rename")),
            ("requird", Some("required")),
            ("minlen", Some("min_len")),
            ("renameall", Some("rename_all")),
            ("colour", None),
            ("gtt", Some("gt")),
        ] {
            assert_eq!(nearest(name, &known), near, "{name}");
        }
        assert_eq!(edits("renmae", "rename"), 1);
        assert_eq!(edits("", "abc"), 3);
    }
}
