//! What rules that count share. Code points are counted only where the number of bytes leaves it open.

use super::{Kind, Violation};

/// Whether the code points are at least so many. A code point has one to four bytes.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn reaches(value: &str, min: u64) -> bool {
    let bytes = value.len() as u64;
    bytes >= min && (bytes > min.saturating_sub(1).saturating_mul(4) || count(value) >= min)
}

/// Whether the code points are at most so many.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn fits(value: &str, max: u64) -> bool {
    let bytes = value.len() as u64;
    bytes <= max || (bytes <= max.saturating_mul(4) && count(value) <= max)
}

#[inline]
fn count(value: &str) -> u64 {
    value.chars().count() as u64
}

#[cold]
pub(super) fn broken(kind: Kind, rule: &str, how: &str, count: u64, unit: &str) -> Violation {
    let (unit, plural) = match (unit, count) {
        (unit, 1) => (unit, ""),
        ("entry", _) => ("entries", ""),
        (unit, _) => (unit, "s"),
    };
    Violation::of(
        kind,
        rule,
        format_args!("must have {how} {count} {unit}{plural}"),
    )
}

#[cfg(test)]
mod tests {
    use super::super::Rule;
    use super::super::table::{expect, message};

    #[test]
    fn strings_are_counted_in_code_points() {
        let cases = [
            (Rule::Len(3), "foo", ""),
            (Rule::Len(3), "äöü", ""),
            (Rule::Len(3), "👩‍👩", ""),
            (Rule::Len(3), "fo", "string.len"),
            (Rule::Len(3), "fooo", "string.len"),
            (Rule::MinLen(1), "", "string.min_len"),
            (Rule::MinLen(2), "😀", "string.min_len"),
            (Rule::MinLen(2), "😀😀", ""),
            (Rule::MinLen(0), "", ""),
            (Rule::MaxLen(2), "😀😀", ""),
            (Rule::MaxLen(2), "😀😀😀", "string.max_len"),
            (Rule::MaxLen(0), "", ""),
            (Rule::MaxLen(0), "a", "string.max_len"),
            (Rule::MaxLen(u64::MAX), "a", ""),
            (Rule::LenBytes(4), "😀", ""),
            (Rule::LenBytes(1), "😀", "string.len_bytes"),
            (Rule::MinBytes(4), "😀", ""),
            (Rule::MinBytes(5), "😀", "string.min_bytes"),
            (Rule::MaxBytes(4), "😀", ""),
            (Rule::MaxBytes(3), "😀", "string.max_bytes"),
        ];
        for (rule, value, id) in cases {
            expect(&[rule], value, id);
        }
    }

    #[test]
    fn every_length_agrees_with_a_count() {
        for text in ["", "a", "é", "éé", "aé😀", "😀😀😀😀", "abcdefghij"] {
            let count = text.chars().count() as u64;
            for wanted in 0..12 {
                let id = |ok: bool, id| if ok { "" } else { id };
                expect(
                    &[Rule::Len(wanted)],
                    text,
                    id(count == wanted, "string.len"),
                );
                expect(
                    &[Rule::MinLen(wanted)],
                    text,
                    id(count >= wanted, "string.min_len"),
                );
                expect(
                    &[Rule::MaxLen(wanted)],
                    text,
                    id(count <= wanted, "string.max_len"),
                );
            }
        }
    }

    #[test]
    fn bytes_are_counted_in_bytes() {
        for (rule, id) in [
            (Rule::Len(4), ""),
            (Rule::Len(1), "bytes.len"),
            (Rule::MinLen(5), "bytes.min_len"),
            (Rule::MaxLen(3), "bytes.max_len"),
        ] {
            expect(&[rule], "😀".as_bytes(), id);
        }
    }

    #[test]
    fn messages_count_in_english() {
        assert_eq!(
            message(&[Rule::MinLen(1)], ""),
            "must have at least 1 character"
        );
        assert_eq!(
            message(&[Rule::MaxBytes(2)], "abc"),
            "must have at most 2 bytes"
        );
    }
}
