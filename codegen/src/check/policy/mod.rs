//! What no wire shows at once: numbers and names that are free again.

mod removed;
mod reserved;
mod reused;

use everwire::dynamic::{Definition, What};
use everwire::schema::Layout;

use super::spelling::Spelling;
use super::{Now, by_name};
use crate::lock::Lock;
use crate::prove::{self, Direction, Policy, Proven};
use crate::render::Finding;

pub(super) use reused::reused;

/// Marks the changes that break a promise though every byte is read as before.
pub(super) fn add(proven: &mut [Proven], old: &[Definition], now: &Now<'_>, lock: Option<&Lock>) {
    let (olds, news) = (by_name(old), by_name(now.definitions));
    let mut lost = None;
    let renamed = |name: &str| {
        news.values()
            .find(|one| one.aliases.iter().any(|alias| alias == name))
            .copied()
    };
    for one in proven {
        let name = one.change.type_name.as_str();
        let place = now.read.place(name, None);
        let spelling = Spelling::of(place.as_ref());
        let old = olds.get(name).copied();
        let new = news.get(name).copied().or_else(|| renamed(name));
        one.policy = match (one.change.rule, old, new) {
            ("field-removed" | "value-removed", Some(old), Some(new)) => {
                unreserved(one, old, new, spelling)
            }
            ("type-removed", Some(old), _)
                if lost.get_or_insert_with(|| removed::lost(&olds, &news)).contains(name) =>
            {
                one.verdicts = prove::unread(old, &olds);
                Some(Policy {
                    rule: "type-removed",
                    message: format!("nothing reads what was written as `{name}`"),
                    help: format!("keep the type as long as its bytes are somewhere; if it has another name now, say {} there", spelling.type_alias(name, matches!(old.what, What::Enum { .. }))),
                })
            }
            ("aliases-changed", ..) => alias(one),
            ("was-changed", ..) if !one.change.removed.is_empty() => Some(Policy {
                rule: "was-removed",
                message: format!("values of a former type are read no more: {}", one.change.text),
                help: "keep `was` as long as bytes of the former type are somewhere".into(),
            }),
            ("reserved-changed", Some(old), Some(new)) => reserved::freed(old, new, lock),
            ("extensions-changed", Some(old), Some(new)) => reserved::closed(old, new),
            ("unknown-changed", Some(old), _) if old.keeps_unknown => Some(Policy {
                rule: "unknown-changed",
                message: format!("`{name}` does not keep any more what it does not know"),
                help: "keep the member `#[codec(unknown)]`, or accept that what newer programs write is lost where this one changes it".into(),
            }),
            _ => None,
        };
    }
}

/// A member that is gone, and whose number may be taken again.
fn unreserved(
    proven: &mut Proven,
    old: &Definition,
    new: &Definition,
    spelling: Spelling,
) -> Option<Policy> {
    let (number, name) = (proven.change.number?, proven.change.name.clone()?);
    // Enums reserve negative numbers, too, which schemas do not say.
    let own = u32::try_from(number).ok()?;
    let mut members = old.members().iter();
    let slot = members.find(|one| one.number == own).map(|one| one.slot);
    let slot = slot.filter(|slot| slot + 1 != own && old.layout == Layout::Array);
    let (numbers, slots) = (reserved::numbers(new), reserved::slots(new));
    if numbers.has(own) && slot.is_none_or(|slot| slots.has(slot)) {
        return None;
    }
    // What a relay loses of a field that is gone is no news.
    proven.verdicts.retain(|one| {
        matches!(
            one.direction,
            Direction::NewReadsOld | Direction::OldReadsNew
        )
    });
    proven.verdicts.extend(prove::reuse(old, number));
    let place = match (numbers.has(own), slot) {
        (true, Some(slot)) => format!("the slot {slot}"),
        _ => format!("the number {number}"),
    };
    Some(Policy {
        rule: "unreserved",
        message: format!(
            "{place}, which was `{name}`, may be taken again: its old values would be read as the new ones"
        ),
        help: format!("reserve it: {}", spelling.reserve(number, &name, slot)),
    })
}

/// Former names that are found no more.
fn alias(proven: &Proven) -> Option<Policy> {
    let gone = proven.change.removed.join(", ");
    (!gone.is_empty()).then(|| Policy {
        rule: "alias-removed",
        message: format!("what was written under a former name is not found any more: {gone}"),
        help: "keep the alias as long as bytes with that name are somewhere".into(),
    })
}

/// Versions that are not what the lock says they are.
pub(super) fn versions(lock: &Lock, now: &Now<'_>) -> Vec<Finding> {
    let wrong = now
        .definitions
        .iter()
        .filter(|one| one.version != 0 && one.version != lock.version(one));
    let findings = wrong.map(|one| {
        let (name, version) = (one.full_name(), lock.version(one));
        Finding {
            rule: "version-wrong".into(),
            message: format!("`{name}` has version {}, and by the lock it is {version}", one.version),
            labels: now.read.place(&name, None).into_iter().collect(),
            help: Some(format!("a version is the generation that changed the type last: write `version = {version}`")),
            ..Finding::default()
        }
    });
    findings.collect()
}
