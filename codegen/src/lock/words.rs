//! Reading a line of the lock: words, strings, numbers, from left to right.

/// What is left of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a>(&'a str);

impl<'a> Words<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// What is left, without the space before it.
    pub(super) fn rest(self) -> &'a str {
        self.0.trim_start()
    }

    pub(super) fn is_empty(self) -> bool {
        self.rest().is_empty()
    }

    /// Takes a piece of punctuation, if it comes next.
    pub(super) fn eat(&mut self, mark: &str) -> bool {
        match self.rest().strip_prefix(mark) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    /// The next word, to a space.
    pub(super) fn word(&mut self) -> Option<&'a str> {
        self.until(char::is_whitespace)
    }

    /// The next name: to a space or to a mark that ends one.
    pub(super) fn name(&mut self) -> Option<&'a str> {
        self.until(|letter: char| letter.is_whitespace() || ",<>()[]=".contains(letter))
    }

    /// A full name, which may have the arguments of a generic type: `shop.v1.Page<shop.v1.Order>`.
    pub(super) fn full_name(&mut self) -> Option<&'a str> {
        let (text, mut depth) = (self.rest(), 0_usize);
        let end = text.char_indices().find(|(_, letter)| match letter {
            '<' => {
                depth += 1;
                false
            }
            '>' if depth > 0 => {
                depth -= 1;
                false
            }
            ',' | '>' if depth == 0 => true,
            letter => letter.is_whitespace(),
        });
        let (name, rest) = text.split_at(end.map_or(text.len(), |(at, _)| at));
        self.0 = rest;
        (!name.is_empty()).then_some(name)
    }

    pub(super) fn number<T: std::str::FromStr>(&mut self) -> Option<T> {
        self.name()?.parse().ok()
    }

    fn until(&mut self, is_end: impl Fn(char) -> bool) -> Option<&'a str> {
        let text = self.rest();
        let (word, rest) = text.split_at(text.find(is_end).unwrap_or(text.len()));
        self.0 = rest;
        (!word.is_empty()).then_some(word)
    }

    /// A string between quotes, as [`quoted`] spells it.
    pub(super) fn string(&mut self) -> Option<String> {
        let text = self.rest().strip_prefix('"')?;
        let mut letters = text.char_indices();
        let mut value = String::new();
        loop {
            match letters.next()? {
                (at, '"') => {
                    self.0 = &text[at + 1..];
                    return Some(value);
                }
                (_, '\\') => match letters.next()?.1 {
                    'n' => value.push('\n'),
                    'r' => value.push('\r'),
                    't' => value.push('\t'),
                    'u' => {
                        let rest = letters.as_str().strip_prefix('{')?;
                        let (digits, _) = rest.split_once('}')?;
                        value.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                        let _ = letters.nth(digits.len() + 1);
                    }
                    letter => value.push(letter),
                },
                (_, letter) => value.push(letter),
            }
        }
    }

    /// A name, as [`called`] spells it.
    pub(super) fn called(&mut self) -> Option<String> {
        match self.rest().starts_with('"') {
            true => self.string(),
            false => Some(self.word()?.to_owned()),
        }
    }

    /// Bytes, as [`hex`] spells them.
    pub(super) fn bytes(&mut self) -> Option<Vec<u8>> {
        let digits = self.name()?.strip_prefix("0x")?;
        unhex(digits)
    }
}

/// How deep a text is nested: what stands between angles, parentheses or brackets, other than in strings.
pub(super) fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut is_string, mut is_escaped) = (false, false);
    for letter in text.chars() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if is_string => is_escaped = true,
            '"' => is_string = !is_string,
            '<' | '(' | '[' if !is_string => depth += 1,
            '>' | ')' | ']' if !is_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// A string between quotes, on one line.
pub(crate) fn quoted(text: &str) -> String {
    let mut shown = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' => shown.push_str("\\\""),
            '\\' => shown.push_str("\\\\"),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            letter
                if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{85}') =>
            {
                shown.push_str(&format!("\\u{{{:x}}}", u32::from(letter)));
            }
            letter => shown.push(letter),
        }
    }
    shown.push('"');
    shown
}

/// A name: between quotes where it does not look like one.
pub(super) fn called(name: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "_-.$".contains(letter);
    match !name.is_empty() && name.chars().all(is_plain) {
        true => name.to_owned(),
        false => quoted(name),
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of hexadecimal digits.
pub(crate) fn unhex(digits: &str) -> Option<Vec<u8>> {
    let digits = digits.as_bytes();
    let pairs = digits.chunks(2).map(|pair| {
        let text = std::str::from_utf8(pair)
            .ok()
            .filter(|text| text.len() == 2)?;
        u8::from_str_radix(text, 16).ok()
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_come_back() {
        for text in [
            "",
            "a b",
            "\"\\",
            "line\nand\ttab\r",
            "é\u{7f}\u{2028}x\u{85}",
            "\\u{41}",
        ] {
            let spelled = quoted(text);
            assert!(!spelled.contains(char::is_control), "{spelled}");
            let mut words = Words::new(&spelled);
            assert_eq!(words.string().as_deref(), Some(text));
            assert!(words.is_empty());
        }
        assert_eq!(Words::new("\"open").string(), None);
    }

    #[test]
    fn what_is_in_strings_is_not_nested() {
        assert_eq!(depth("list<map<u32,.a.P<b.C>>>"), 3);
        assert_eq!(depth(r#"rule items(in("((\"((", "[["))"#), 2);
        assert_eq!(depth("name >>x"), 0);
    }

    #[test]
    fn names_end_where_they_end() {
        let mut words = Words::new(" a.B<c.D,e<3>>, rest");
        assert_eq!(words.full_name(), Some("a.B<c.D,e<3>>"));
        assert!(words.eat(","));
        assert_eq!((words.word(), words.word()), (Some("rest"), None));
        assert_eq!(Words::new("0x00ff").bytes(), Some(vec![0, 255]));
        assert_eq!(Words::new("0x0").bytes(), None);
    }
}
