//! Paths of field masks: `snake_case` in the message, `camelCase` in JSON.

use alloc::string::String;

/// The path in camelCase, if that leads back to it.
pub(super) fn to_camel(path: &str) -> Option<String> {
    let mut camel = String::with_capacity(path.len());
    let mut bytes = path.chars();
    while let Some(byte) = bytes.next() {
        match byte {
            '_' => match bytes.next() {
                Some(next @ 'a'..='z') => camel.push(next.to_ascii_uppercase()),
                _ => return None,
            },
            'A'..='Z' => return None,
            other => camel.push(other),
        }
    }
    Some(camel)
}

/// The path in snake_case; `None` if it has an underscore, which no path in JSON has.
pub(super) fn to_snake(path: &str) -> Option<String> {
    let mut snake = String::with_capacity(path.len() + 4);
    for char in path.chars() {
        match char {
            '_' => return None,
            'A'..='Z' => {
                snake.push('_');
                snake.push(char.to_ascii_lowercase());
            }
            other => snake.push(other),
        }
    }
    Some(snake)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_both_ways() {
        for (snake, camel) in [
            ("foo", "foo"),
            ("foo_bar.baz_x", "fooBar.bazX"),
            ("", ""),
            ("a1.b", "a1.b"),
        ] {
            assert_eq!(to_camel(snake).as_deref(), Some(camel));
            assert_eq!(to_snake(camel).as_deref(), Some(snake));
        }
        for path in ["fooBar", "foo__bar", "foo_3_bar", "foo_", "_", "foo_Bar"] {
            assert_eq!(to_camel(path), None, "{path}");
        }
        assert_eq!(to_snake("foo_bar"), None);
    }
}
