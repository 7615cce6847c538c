//! Media ranges and media types (RFC 9110, sections 8.3.1 and 12.5.1).

use super::weight::Weight;

/// A media range, or the media type that it is where it has no `*`.
#[derive(Clone, Copy, Debug)]
pub(in crate::axum) struct Range<'a> {
    /// `*` for any.
    pub(super) kind: &'a [u8],
    /// `*` for any.
    pub(super) subtype: &'a [u8],
    /// As they stand, well-formed, from the first `;` on.
    pub(super) parameters: &'a [u8],
    pub(super) weight: Weight,
}

impl<'a> Range<'a> {
    /// Reads an element. A parameter `q` is the weight, wherever it stands; a lone `*` is `*/*`, as Java's own client means it.
    pub(in crate::axum) fn parse(element: &'a [u8]) -> Option<Self> {
        let mut range = Self::unweighed(element)?;
        let mut weighed = false;
        for parameter in Parameters(range.parameters).flatten() {
            if parameter.is_weight() {
                if weighed {
                    return None;
                }
                weighed = true;
                range.weight = Weight::parse(parameter.value)?;
            }
        }
        Some(range)
    }

    /// Reads a media type, whose subtype is a name (RFC 6838, section 4.2). A parameter `q` of it is one like others.
    pub(in crate::axum) fn of_type(text: &'a [u8]) -> Option<Self> {
        let named = |name: &[u8]| name.first().is_some_and(u8::is_ascii_alphanumeric);
        Self::unweighed(text).filter(|range| named(range.kind) && named(range.subtype))
    }

    fn unweighed(element: &'a [u8]) -> Option<Self> {
        let end = element.iter().position(|byte| *byte == b';');
        let (essence, parameters) = element.split_at(end.unwrap_or(element.len()));
        let essence = essence.trim_ascii_end();
        let (kind, subtype) = match essence {
            b"*" => (&b"*"[..], &b"*"[..]),
            _ => {
                let slash = essence.iter().position(|byte| *byte == b'/')?;
                (&essence[..slash], &essence[slash + 1..])
            }
        };
        if !is_token(kind) || !is_token(subtype) || (kind == b"*" && subtype != b"*") {
            return None;
        }
        let is_whole = Parameters(parameters).all(|parameter| parameter.is_some());
        is_whole.then_some(Self {
            kind,
            subtype,
            parameters,
            weight: Weight::FULL,
        })
    }

    /// The parameters, but for the weight.
    pub(in crate::axum) fn parameters(&self) -> impl Iterator<Item = Parameter<'a>> {
        let all = Parameters(self.parameters).flatten();
        all.filter(|parameter| !parameter.is_weight())
    }
}

/// A parameter; its value is without quotes, but what is escaped in it stays so.
#[derive(Clone, Copy, Debug)]
pub(in crate::axum) struct Parameter<'a> {
    pub(in crate::axum) name: &'a [u8],
    value: &'a [u8],
    quoted: bool,
}

impl Parameter<'_> {
    fn is_weight(&self) -> bool {
        self.name.eq_ignore_ascii_case(b"q")
    }

    /// Whether both say the same; how a value is quoted is no difference, nor is case.
    pub(super) fn says(&self, other: &Parameter<'_>) -> bool {
        self.name.eq_ignore_ascii_case(other.name) && self.text().eq(other.text())
    }

    /// Whether the value is this text, which is in lower case.
    pub(in crate::axum) fn is(&self, text: &[u8]) -> bool {
        self.text().eq(text.iter().copied())
    }

    fn text(&self) -> impl Iterator<Item = u8> {
        let mut bytes = self.value.iter();
        let quoted = self.quoted;
        core::iter::from_fn(move || {
            let byte = match bytes.next()? {
                b'\\' if quoted => bytes.next()?,
                byte => byte,
            };
            Some(byte.to_ascii_lowercase())
        })
    }
}

/// Reads parameters, each behind a `;`; `None` within is one that cannot be read, and ends it.
struct Parameters<'a>(&'a [u8]);

impl<'a> Iterator for Parameters<'a> {
    type Item = Option<Parameter<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.0 = self.0.trim_ascii_start();
            let (semicolon, rest) = self.0.split_first()?;
            if *semicolon != b';' {
                self.0 = &[];
                return Some(None);
            }
            self.0 = rest.trim_ascii_start();
            // A `;` may stand alone (section 5.6.6).
            if !matches!(self.0, [] | [b';', ..]) {
                let parameter = self.parameter();
                if parameter.is_none() {
                    self.0 = &[];
                }
                return Some(parameter);
            }
        }
    }
}

impl<'a> Parameters<'a> {
    fn parameter(&mut self) -> Option<Parameter<'a>> {
        let equals = self.0.iter().position(|byte| !is_token_byte(*byte))?;
        let (name, rest) = self.0.split_at(equals);
        let rest = rest.strip_prefix(b"=")?;
        let quoted = rest.first() == Some(&b'"');
        let (value, rest) = match quoted {
            true => cut_quoted(&rest[1..])?,
            false => {
                let token = rest.iter().take_while(|byte| is_token_byte(**byte));
                rest.split_at(token.count())
            }
        };
        self.0 = rest;
        let is_whole = !name.is_empty() && (quoted || !value.is_empty());
        is_whole.then_some(Parameter {
            name,
            value,
            quoted,
        })
    }
}

/// What stands before the quote that closes, and behind it.
fn cut_quoted(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut at = 0;
    loop {
        match text.get(at)? {
            b'"' => return Some((&text[..at], &text[at + 1..])),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

fn is_token(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(|byte| is_token_byte(*byte))
}

/// `tchar` of RFC 9110, section 5.6.2.
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}
