//! Which range decides about a media type: the most specific that applies (RFC 9110, section 12.5.1).

use super::range::Range;

/// How specific a range is that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Specificity {
    /// `*/*`.
    Any,
    /// `text/*`.
    Kind,
    /// `text/plain`, and how many parameters.
    Type(u8),
}

impl Range<'_> {
    /// How specific this range is for a media type; none where it does not apply. All its parameters are to be among those of the type.
    pub(super) fn applies(&self, media_type: &Range<'_>) -> Option<Specificity> {
        let specificity = if self.kind == b"*" {
            Specificity::Any
        } else if !self.kind.eq_ignore_ascii_case(media_type.kind) {
            return None;
        } else if self.subtype == b"*" {
            Specificity::Kind
        } else if !self.subtype.eq_ignore_ascii_case(media_type.subtype) {
            return None;
        } else {
            Specificity::Type(0)
        };
        let mut count = 0u8;
        for wanted in self.parameters() {
            if !media_type.parameters().any(|own| own.says(&wanted)) {
                return None;
            }
            count = count.saturating_add(1);
        }
        Some(match specificity {
            Specificity::Type(_) => Specificity::Type(count),
            wild => wild,
        })
    }
}
