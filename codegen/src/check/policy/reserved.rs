//! Numbers, names and slots that were reserved and are free again.

use everwire::dynamic::{Definition, Gone, What};
use everwire::schema::Layout;

use crate::lock::Lock;
use crate::prove::Policy;

/// A set of numbers: ranges that ascend and do not touch, ends included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ranges(Vec<(u32, u32)>);

impl Ranges {
    fn new(mut ranges: Vec<(u32, u32)>) -> Self {
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::new();
        for (first, last) in ranges {
            match merged.last_mut() {
                Some(before) if first <= before.1.saturating_add(1) => {
                    before.1 = before.1.max(last);
                }
                _ => merged.push((first, last)),
            }
        }
        Self(merged)
    }

    /// Whether a number is one of them.
    pub(super) fn has(&self, number: u32) -> bool {
        let mut ranges = self.0.iter();
        ranges.any(|(first, last)| (*first..=*last).contains(&number))
    }

    /// Those that others do not have.
    fn without(&self, others: &Self) -> Self {
        let mut left = Vec::new();
        for (first, last) in &self.0 {
            let mut next = u64::from(*first);
            for (start, end) in &others.0 {
                let (start, end) = (u64::from(*start), u64::from(*end));
                if start > u64::from(*last) {
                    break;
                }
                if start > next {
                    left.push((next, start - 1));
                }
                next = next.max(end + 1);
            }
            if next <= u64::from(*last) {
                left.push((next, u64::from(*last)));
            }
        }
        // Each is within a range of the set.
        let within = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Self::new(
            left.into_iter()
                .map(|(first, last)| (within(first), within(last)))
                .collect(),
        )
    }

    /// Each range in words, after a prefix.
    fn said<'r>(&'r self, prefix: &'r str) -> impl Iterator<Item = String> + 'r {
        self.0.iter().map(move |(first, last)| match first == last {
            true => format!("{prefix}{first}"),
            false => format!("{prefix}{first} to {last}"),
        })
    }
}

/// The numbers that a type reserves.
pub(super) fn numbers(definition: &Definition) -> Ranges {
    let reserved = definition.reserved.iter().filter_map(|gone| match gone {
        Gone::Numbers(first, last) => Some((*first, *last)),
        _ => None,
    });
    Ranges::new(reserved.collect())
}

/// The slots that a message reserves: on their own, and with numbers. Without slots there are none.
pub(super) fn slots(definition: &Definition) -> Ranges {
    if !matches!(definition.what, What::Message(_)) || definition.layout != Layout::Array {
        return Ranges::default();
    }
    let reserved = definition.reserved.iter().filter_map(|gone| match gone {
        Gone::Numbers(first, last) => Some((first.saturating_sub(1), last.saturating_sub(1))),
        Gone::Slot(slot, _) => Some((*slot, *slot)),
        Gone::Name(_) => None,
    });
    Ranges::new(reserved.collect())
}

/// The numbers that extensions could have, and may not any more: those of other programs may.
pub(super) fn closed(old: &Definition, new: &Definition) -> Option<Policy> {
    let of = |one: &Definition| Ranges::new(one.extensions.clone());
    let closed = of(old).without(&of(new)).said("").collect::<Vec<_>>();
    (!closed.is_empty()).then(|| Policy {
        rule: "extensions-changed",
        message: format!(
            "extensions may have these numbers no more: {}",
            closed.join(", ")
        ),
        help: "keep the range: whoever took a number of it writes it still".into(),
    })
}

/// What was reserved and is free again. What a member has again is none of it where the lock knows what it was: whether it still is
/// that is seen in the history.
pub(super) fn freed(old: &Definition, new: &Definition, lock: Option<&Lock>) -> Option<Policy> {
    let former = lock.map(|lock| lock.members(&old.full_name()).former);
    let former = former.unwrap_or_default();
    let back = new.members().iter().filter(|one| {
        let number = i64::from(one.number);
        former.iter().any(|former| former.number == number)
    });
    let back: Vec<_> = back.collect();
    let of = |place: fn(&everwire::dynamic::Member) -> u32| {
        Ranges::new(back.iter().map(|one| (place(one), place(one))).collect())
    };
    let kept = |kept: Ranges, back: Ranges| Ranges::new([kept.0, back.0].concat());
    let freed_numbers = numbers(old).without(&kept(numbers(new), of(|one| one.number)));
    let mut freed: Vec<String> = freed_numbers.said("").collect();
    // A slot that is free with its number is told by that.
    let by_number = Ranges::new(
        freed_numbers
            .0
            .iter()
            .map(|(first, last)| (first.saturating_sub(1), last.saturating_sub(1)))
            .collect(),
    );
    let freed_slots = slots(old)
        .without(&kept(slots(new), of(|one| one.slot)))
        .without(&by_number);
    if new.layout == Layout::Array {
        freed.extend(freed_slots.said("slot "));
    }
    let names = old.reserved.iter().filter_map(|gone| match gone {
        Gone::Name(name) if !new.reserved.contains(gone) => Some(name),
        _ => None,
    });
    let is_back = |name: &str| new.members().iter().any(|one| one.name == name);
    let names = names.filter(|name| !is_back(name));
    freed.extend(names.map(|name| format!("`{name}`")));
    (!freed.is_empty()).then(|| Policy {
        rule: "reserved-removed",
        message: format!("what was reserved is free again: {}", freed.join(", ")),
        help: "reserve it as before: its old values are still somewhere".into(),
    })
}

#[cfg(test)]
mod tests {
    use super::Ranges;

    #[test]
    fn sets_of_numbers_are_subtracted() {
        let all = Ranges::new(vec![(5, 9), (1, 2), (3, 3), (20, u32::MAX)]);
        assert_eq!(all.0, [(1, 3), (5, 9), (20, u32::MAX)]);
        let some = Ranges::new(vec![(2, 6), (8, 8), (21, 30), (u32::MAX, u32::MAX)]);
        let left = all.without(&some);
        assert_eq!(
            left.0,
            [(1, 1), (7, 7), (9, 9), (20, 20), (31, u32::MAX - 1)]
        );
        assert!(left.has(31) && !left.has(30) && !left.has(0));
        assert_eq!(all.without(&all), Ranges::default());
        assert_eq!(Ranges::default().without(&all), Ranges::default());
    }
}
