//! Texts that are not to be too long, since they hold what others sent.

use alloc::string::String;

/// A text of so many bytes at the most, and an ellipsis where there were more.
pub(crate) fn cut(mut text: String, most: usize) -> String {
    if text.len() > most {
        let end = (0..=most).rev().find(|end| text.is_char_boundary(*end));
        text.truncate(end.unwrap_or_default());
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_characters() {
        for (most, expected) in [(5, "grün"), (4, "grü…"), (3, "gr…"), (2, "gr…"), (0, "…")]
        {
            assert_eq!(cut("grün".into(), most), expected, "{most}");
        }
    }
}
