//! Weights (RFC 9110, section 12.4.2).

/// How much a media range is wanted, in thousandths; 0 is not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight(pub(super) u16);

impl Weight {
    pub(super) const FULL: Self = Self(1000);

    /// Reads a weight. Besides what the grammar has, a zero before the point may be missing, as in the `.2` that Java's own client sends, and there
    /// may be more than three digits: what they say is cut, but never to 0.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        let point = text.iter().position(|byte| *byte == b'.');
        let (whole, digits) = match point {
            Some(point) => (&text[..point], &text[point + 1..]),
            None => (text, &b""[..]),
        };
        if !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let rest = digits.iter().any(|digit| *digit != b'0');
        match whole {
            b"1" if !rest => Some(Self::FULL),
            b"0" => Some(Self::thousandths(digits, rest)),
            b"" if !digits.is_empty() => Some(Self::thousandths(digits, rest)),
            _ => None,
        }
    }

    fn thousandths(digits: &[u8], some: bool) -> Self {
        let digit = |at| digits.get(at).map_or(0, |digit| u16::from(digit - b'0'));
        let weight = digit(0) * 100 + digit(1) * 10 + digit(2);
        Self(weight.max(u16::from(some)))
    }
}
