//! `unique`: no two elements of a list are equal. NaN equals nothing, the two zeros are equal. Short lists are compared in
//! place; longer ones are sorted, so that a hostile list costs no more than that.

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::validate::{Checker, Kind, Subject, Validate, Violation};

/// Up to so many elements, comparing all pairs beats sorting.
const FEW: usize = 24;

pub(crate) fn check<'a, T, C>(items: impl ExactSizeIterator<Item = &'a T> + Clone, c: &mut C)
where
    T: Validate + 'a,
    C: Checker,
{
    let subjects = items
        .clone()
        .filter_map(Validate::subject)
        .filter(|subject| subject.is_comparable());
    let repeated = if items.len() <= FEW {
        pairs(subjects)
    } else {
        sorted(subjects.collect())
    };
    if repeated {
        c.report(|| {
            Violation::of(
                Kind::Repeated,
                "unique",
                format_args!("must not contain the same element twice"),
            )
        });
    }
}

fn pairs<'a>(mut subjects: impl Iterator<Item = Subject<'a>> + Clone) -> bool {
    while let Some(subject) = subjects.next() {
        if subjects
            .clone()
            .any(|other| subject.order(other) == Ordering::Equal)
        {
            return true;
        }
    }
    false
}

fn sorted(mut subjects: Vec<Subject<'_>>) -> bool {
    subjects.sort_unstable_by(|a, b| a.order(*b));
    subjects
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.order(*b) == Ordering::Equal))
}

#[cfg(test)]
mod tests {
    use crate::validate::Rule;
    use crate::validate::table::expect;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;

    const UNIQUE: &[Rule] = &[Rule::Unique];

    #[test]
    fn unique_compares_by_value() {
        expect(UNIQUE, &Vec::<u32>::new(), "");
        expect(UNIQUE, &vec![1, 2, 3], "");
        expect(UNIQUE, &vec![1, 2, 1], "repeated.unique");
        expect(UNIQUE, &vec!["a", "A"], "");
        expect(
            UNIQUE,
            &vec!["a".to_string(), "a".to_string()],
            "repeated.unique",
        );
        expect(
            UNIQUE,
            &vec![b"a".to_vec(), b"a".to_vec()],
            "repeated.unique",
        );
        expect(UNIQUE, &vec![b"a".to_vec(), b"b".to_vec()], "");
        expect(UNIQUE, &[true, false], "");
        expect(UNIQUE, &[true, false, true], "repeated.unique");
        expect(UNIQUE, &[f64::NAN, f64::NAN], "");
        expect(UNIQUE, &[0.0, -0.0], "repeated.unique");
        expect(UNIQUE, &['a', 'a'], "repeated.unique");
        expect(UNIQUE, &[Some(1), None, None], "");
        expect(UNIQUE, &[Some(1), None, Some(1)], "repeated.unique");
    }

    #[test]
    fn long_lists_are_no_different() {
        let mut numbers: Vec<u64> = (0..1000).rev().collect();
        expect(UNIQUE, &numbers, "");
        numbers.push(500);
        expect(UNIQUE, &numbers, "repeated.unique");
        let mut texts: Vec<String> = (0..100).map(|n| n.to_string()).collect();
        expect(UNIQUE, &texts, "");
        texts.push("7".to_string());
        expect(UNIQUE, &texts, "repeated.unique");
        expect(UNIQUE, &vec![f32::NAN; 100], "");
    }
}
