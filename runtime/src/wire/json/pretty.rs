//! JSON laid out over lines: two spaces a level, as `serde_json::to_string_pretty` has it.

use alloc::vec::Vec;

use super::scan;

/// Appends `compact`, which is well-formed, laid out over lines. Space that it has (in kept unknown fields) is not taken over.
pub(crate) fn lay_out(compact: &[u8], into: &mut Vec<u8>) {
    into.reserve(compact.len() + compact.len() / 2);
    let (mut rest, mut depth) = (compact, 0);
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'{' | b'[' => {
                into.push(byte);
                rest = rest.trim_ascii_start();
                if let Some((&close @ (b'}' | b']'), after)) = rest.split_first() {
                    into.push(close);
                    rest = after;
                } else {
                    depth += 1;
                    line(into, depth);
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                line(into, depth);
                into.push(byte);
            }
            b',' => {
                into.push(byte);
                line(into, depth);
            }
            b' ' | b'\t' | b'\n' | b'\r' => {}
            b':' => into.extend_from_slice(b": "),
            b'"' => {
                let (string, after) = rest.split_at(quoted(rest));
                into.push(byte);
                into.extend_from_slice(string);
                rest = after;
            }
            _ => into.push(byte),
        }
    }
}

fn line(into: &mut Vec<u8>, depth: usize) {
    into.push(b'\n');
    into.resize(into.len() + 2 * depth, b' ');
}

/// The length of a string's text with its closing quote.
fn quoted(text: &[u8]) -> usize {
    let mut len = 0;
    loop {
        len += scan::run(text.get(len..).unwrap_or_default()).len;
        match text.get(len) {
            Some(b'"') => return len + 1,
            Some(b'\\') if len + 2 <= text.len() => len += 2,
            Some(_) => len += 1,
            None => return text.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_serde_json_does() {
        for compact in [
            r#"{"a":1,"b":[1,2,[]],"c":{},"d":{"e":null,"f":[{"g":"x,{}[]:\"\\"}]}}"#,
            r#"{"kept": { "a" : [ ] ,
 "b" : { } } }"#,
            r#"[]"#,
            r#"{}"#,
            r#"[[[{}]]]"#,
            r#""text""#,
            r#"1.5"#,
            r#"{"":"","k\\":"\\\"","lang":"a long text, so that vectors are used: \"{[]}\" \\"}"#,
        ] {
            let value: serde_json::Value = serde_json::from_str(compact).unwrap();
            let mut laid_out = alloc::vec![b'!'];
            super::lay_out(compact.as_bytes(), &mut laid_out);
            let laid_out = core::str::from_utf8(&laid_out[1..]).unwrap();
            assert_eq!(
                serde_json::from_str::<serde_json::Value>(laid_out).unwrap(),
                value
            );
            assert_eq!(laid_out, serde_json::to_string_pretty(&value).unwrap());
        }
    }
}
