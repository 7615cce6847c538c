//! Reads a path from text. What is no path is a name: the text itself is kept beside the parts, so that nothing of it is lost.

use alloc::string::String;
use alloc::vec::Vec;

use super::{PathElement, Subscript};

/// The parts of a path, without numbers and types. An integer in brackets is an index; a schema may make a key of it.
pub(super) fn elements(text: &str) -> Vec<PathElement> {
    let mut elements: Vec<PathElement> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let name = name(rest);
        rest = &rest[name.len()..];
        let mut element = PathElement::named(String::from(name));
        while let Some((subscript, after)) = subscript(rest) {
            if element.subscript.is_some() {
                elements.push(core::mem::take(&mut element));
            }
            element.subscript = Some(subscript);
            rest = after;
        }
        elements.push(element);
        match rest.strip_prefix('.') {
            Some(after) => rest = after,
            None if rest.is_empty() => {}
            None => {
                elements.push(PathElement::named(String::from(rest)));
                break;
            }
        }
    }
    elements
}

/// The name that a path begins with: up to a dot or a bracket, or in brackets the full name of an extension.
fn name(path: &str) -> &str {
    let Some(inner) = path.strip_prefix('[') else {
        return path.split(['.', '[']).next().unwrap_or(path);
    };
    match inner.find(']') {
        Some(end) if subscript(path).is_none() => &path[..end + 2],
        _ => "",
    }
}

/// The subscript that a path begins with, and what follows it.
fn subscript(path: &str) -> Option<(Subscript, &str)> {
    let inner = path.strip_prefix('[')?;
    if let Some(quoted) = inner.strip_prefix('"') {
        let (text, after) = unquote(quoted)?;
        return Some((Subscript::Str(text), after.strip_prefix(']')?));
    }
    let (text, after) = inner.split_once(']')?;
    let subscript = match text {
        "true" => Subscript::Bool(true),
        "false" => Subscript::Bool(false),
        _ => match text.parse() {
            Ok(index) => Subscript::Index(index),
            Err(_) => Subscript::Int(text.parse().ok()?),
        },
    };
    Some((subscript, after))
}

/// Text up to its closing quote, as `{:?}` writes it, and what follows.
fn unquote(quoted: &str) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut chars = quoted.chars();
    loop {
        match chars.next()? {
            '"' => return Some((text, chars.as_str())),
            '\\' => match chars.next()? {
                'n' => text.push('\n'),
                'r' => text.push('\r'),
                't' => text.push('\t'),
                '0' => text.push('\0'),
                'u' => {
                    let (digits, after) = chars.as_str().strip_prefix('{')?.split_once('}')?;
                    text.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                    chars = after.chars();
                }
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Path;
    use super::*;
    use alloc::format;

    #[test]
    fn what_is_spelt_is_read() {
        for text in [
            "a",
            "a.b",
            "lines[2].sku",
            "labels[\"a\\\"]b\\n\\u{7f}\"].x",
            "m[-3]",
            "m[true].n[false]",
            "a[0][1]",
            "[0].a",
            "[shop.v1.gift].note",
            "a.[shop.v1.gift][3]",
        ] {
            let elements = elements(text);
            assert_eq!(Path::of(elements), text);
        }
        let [first, second] = &elements("lines[2].labels[\"k\"]")[..] else {
            panic!("two elements");
        };
        assert_eq!(first.subscript, Some(Subscript::Index(2)));
        assert_eq!(&*second.field_name, "labels");
        assert_eq!(second.subscript, Some(Subscript::Str("k".into())));
        assert_eq!(&*elements("[a.b]")[0].field_name, "[a.b]");
    }

    #[test]
    fn what_is_no_path_is_kept() {
        for text in [
            "a[", "a]b", "a[x", "..", "a.", "[", "a[\"b]", "a[1]b", "[]", "a b",
        ] {
            assert_eq!(format!("{}", Path::from(text)), text);
            let _ = elements(text);
        }
    }
}
