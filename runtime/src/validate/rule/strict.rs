//! `strict`: whether `well_known_regex` asks for what RFC 9110 says (the default), or, where it is false, for one line only.

/// What is asked where it is not strict: no line break and no zero byte.
pub(crate) fn is_line(value: &[u8]) -> bool {
    value
        .iter()
        .all(|byte| !matches!(byte, b'\0' | b'\n' | b'\r'))
}
