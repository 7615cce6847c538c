//! The elements of a list in a header (RFC 9110, section 5.6.1).

/// The elements of a line, without the blanks around them; empty ones are left out. A quote that nothing closes holds the rest of the line.
pub(super) fn elements(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(line);
    core::iter::from_fn(move || {
        loop {
            let line = rest?;
            let end = end(line);
            rest = line.get(end + 1..);
            let element = line[..end].trim_ascii();
            if !element.is_empty() {
                return Some(element);
            }
        }
    })
}

/// Where the first comma stands that no quotes hold, or else the line ends.
fn end(line: &[u8]) -> usize {
    let mut quoted = false;
    let mut at = 0;
    while at < line.len() {
        match line[at] {
            b',' if !quoted => return at,
            b'"' => quoted = !quoted,
            b'\\' if quoted => at += 1,
            _ => {}
        }
        at += 1;
    }
    line.len()
}
