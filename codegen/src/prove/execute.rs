//! Two definitions of a type, executed: loaded with what they refer to, and looked at where they differ.

use everwire::Wire;
use everwire::dynamic::Definition;
use everwire::schema::{Dialect, Schema};

use super::change::{Aspect, Change};
use super::load::{is_holder, loaded_in};
use super::run::{self, Case};
use super::verdict::{Direction, Verdict};

/// Where the definitions of types come from.
pub(super) type Lookup<'a> = dyn Fn(&str) -> Option<Definition> + 'a;

/// A definition, and those that it refers to.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) definition: &'a Definition,
    pub(super) lookup: &'a Lookup<'a>,
}

impl Side<'_> {
    fn loaded(self, dialect: Option<Dialect>) -> Result<&'static Schema, String> {
        loaded_in(dialect, self.definition, self.lookup)
    }
}

/// The numbers of the member that is looked at, on each side.
pub(super) type Focus = (Option<u32>, Option<u32>);

/// The member that a change is of: made alone, it has its old number unless that is what changed.
pub(super) fn focus(change: &Change, is_alone: bool) -> Focus {
    let number = |number: Option<i64>| u32::try_from(number?).ok();
    let old = number(change.number);
    match change.aspect {
        Aspect::Renumbered(from, to) => (Some(from), Some(to)),
        _ if is_alone => (old, old),
        _ => (old, number(change.now).or(old)),
    }
}

/// What becomes of values, on each wire and in each direction; `dialects` are those of JSON that the old messages are written in.
///
/// # Errors
///
/// Why a side cannot be loaded.
pub(super) fn execute(
    old: Side<'_>,
    new: Side<'_>,
    dialects: &[Dialect],
    focus: Focus,
    validates: bool,
) -> Result<Vec<Verdict>, String> {
    each(old, new, dialects, focus, validates, &run::run)
}

/// What becomes of values on one wire and in one direction.
///
/// # Errors
///
/// Why a side cannot be loaded.
pub(super) fn execute_on(
    old: Side<'_>,
    new: Side<'_>,
    dialects: &[Dialect],
    (wire, direction): (Wire, Direction),
) -> Result<Verdict, String> {
    let on = |case: &Case| run::on(case, direction, &[wire]);
    let mut verdicts = each(old, new, dialects, (None, None), false, &on)?;
    verdicts.pop().ok_or_else(String::new)
}

/// Executes a message as it is and in the dialects of those that hold it, and anything else in messages of both, since what holds it chooses.
fn each(
    old: Side<'_>,
    new: Side<'_>,
    dialects: &[Dialect],
    focus: Focus,
    validates: bool,
    run: &dyn Fn(&Case) -> Vec<Verdict>,
) -> Result<Vec<Verdict>, String> {
    let own = case(old, new, focus, validates, None)?;
    let mut verdicts = run(&own);
    // Where that changes, the dialect is what is looked at.
    if own.old.json() != own.new.json() {
        return Ok(verdicts);
    }
    let is_held = is_holder(own.old) || is_holder(own.new);
    for dialect in [Dialect::Native, Dialect::Proto] {
        if own.old.json() == dialect || !(is_held || dialects.contains(&dialect)) {
            continue;
        }
        let more = run(&case(old, new, focus, validates, Some(dialect))?);
        let both = verdicts.into_iter().zip(more);
        verdicts = both.map(|(one, other)| one.and(other)).collect();
    }
    Ok(verdicts)
}

fn case(
    old: Side<'_>,
    new: Side<'_>,
    focus: Focus,
    validates: bool,
    dialect: Option<Dialect>,
) -> Result<Case, String> {
    let (old, new) = (old.loaded(dialect)?, new.loaded(dialect)?);
    let has = |schema: &Schema, number: Option<u32>| {
        let mut fields = schema.fields().iter();
        fields.any(|field| Some(field.number()) == number)
    };
    // The members of what is no message are seen in the fields of what holds it.
    let is_held = is_holder(old) || is_holder(new);
    let is_there = !is_held && (has(old, focus.0) || has(new, focus.1));
    let (old_focus, new_focus) = if is_there { focus } else { (None, None) };
    Ok(Case {
        old,
        new,
        old_focus,
        new_focus,
        validates,
    })
}
