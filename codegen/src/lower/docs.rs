//! Comments of a schema as doc comments.
//!
//! Code in them is not Rust, so that rustdoc must not test it; brackets, angle brackets and
//! addresses are not rustdoc's links.

mod blocks;
mod spans;

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
    blocks::rewrite(&lines).0
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn check(comment: &str, expected: &[&str]) {
        assert_eq!(rewrite(comment), expected, "{comment:?}");
    }

    #[test]
    fn plain_text_stays() {
        check(" One.\n Two.\n", &["One.", "Two."]);
        check("\n\n One.\n\n\n Two.  \n\n", &["One.", "", "", "Two."]);
        check("no space\n  kept", &["no space", "  kept"]);
        check("", &[]);
    }
}
