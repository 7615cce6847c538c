//! A change as a finding: both places, who breaks, what becomes of which bytes, what to do, and how to accept it.

use everwire::Wire;
use everwire::dynamic::What;

use super::spelling::Spelling;
use super::{Before, Now, Question};
use crate::lock::hex;
use crate::prove::{Direction, Outcome, Proven, Verdict, Witness};
use crate::render::{Finding, Label, Severity};

/// The finding of a change.
pub(super) fn of(
    proven: &Proven,
    before: &Before<'_>,
    now: &Now<'_>,
    question: &Question,
    breaks: bool,
    accepted: Option<&str>,
) -> Finding {
    let change = &proven.change;
    let subject = match &change.name {
        Some(name) => format!("{}.{name}", change.type_name),
        None => change.type_name.clone(),
    };
    let message = match &proven.policy {
        Some(policy) => format!("`{subject}`: {}", policy.message),
        None => format!("`{subject}`: {}", change.text),
    };
    let mut labels: Vec<Label> = now
        .read
        .place(&change.type_name, change.now.or(change.number))
        .or_else(|| now.read.place(&change.type_name, None))
        .into_iter()
        .collect();
    let key = change.text.split(' ').next().unwrap_or_default();
    labels.extend(
        (before.place)(&change.type_name, change.number, key)
            .or_else(|| (before.place)(&change.type_name, None, key)),
    );
    let mut notes = table(&proven.verdicts, question);
    if breaks && proven.policy.is_none() {
        notes.push(order(&proven.verdicts, question).to_owned());
    }
    if change.rule == "rule-unproved" {
        notes.push("could not prove that both accept the same values; no value that was tried shows a difference".to_owned());
    }
    if !proven.is_alone && !proven.verdicts.is_empty() {
        notes.push(
            "it cannot be made alone: what is shown is all that changed in the type".to_owned(),
        );
    }
    let spelling = Spelling::of(labels.first());
    let is_enum = before
        .definitions
        .iter()
        .chain(now.definitions)
        .any(|one| one.is_named(&change.type_name) && matches!(one.what, What::Enum { .. }));
    match (breaks, accepted) {
        (true, Some(reason)) => notes.push(format!("accepted: {reason}")),
        (true, None) if change.rule == "type-removed" => notes.push(format!(
            "to accept it, run `codegen lock` with `--remove {} --reason \"…\"`",
            change.type_name
        )),
        (true, None) => notes.push(format!(
            "to accept it, say {}",
            spelling.accept(change, is_enum)
        )),
        _ => {}
    }
    Finding {
        rule: proven
            .policy
            .as_ref()
            .map_or(change.rule, |policy| policy.rule)
            .to_owned(),
        message,
        labels,
        help: (breaks && accepted.is_none()).then(|| {
            proven.policy.as_ref().map_or_else(
                || fix(proven, spelling, is_enum),
                |policy| policy.help.clone(),
            )
        }),
        severity: match breaks && accepted.is_none() {
            true => Severity::Error,
            false => Severity::Note,
        },
        notes,
        verdicts: proven.verdicts.clone(),
    }
}

/// A line for each wire and direction that is not the same, with the bytes that show it; one line where all are.
pub(super) fn table(verdicts: &[Verdict], question: &Question) -> Vec<String> {
    let asked = |verdict: &&Verdict| question.wires.contains(&verdict.wire);
    let direct = |direction| matches!(direction, Direction::NewReadsOld | Direction::OldReadsNew);
    let mut lines = Vec::new();
    for verdict in verdicts.iter().filter(asked) {
        if verdict.outcome == Outcome::Same {
            continue;
        }
        // What a relay loses is worth a line where both sides read each other well.
        let reads_well = verdicts
            .iter()
            .filter(|other| other.wire == verdict.wire && direct(other.direction))
            .all(|other| other.outcome == Outcome::Same);
        if !direct(verdict.direction) && !reads_well {
            continue;
        }
        let mut shown: Vec<String> = Vec::new();
        shown.extend(verdict.lossy.as_ref().map(|one| witness(one, verdict.wire)));
        shown.extend(verdict.error.as_ref().map(|one| witness(one, verdict.wire)));
        shown.extend(verdict.why.clone());
        lines.push(format!(
            "{}, {}: {}: {}",
            verdict.wire,
            verdict.direction.words(),
            verdict.outcome,
            shown.join("; ")
        ));
    }
    if lines.is_empty() && !verdicts.is_empty() {
        lines.push("the same on every wire, in both directions".to_owned());
    }
    lines
}

/// The bytes that are shown of a witness.
const SHOWN: usize = 24;

fn witness(witness: &Witness, wire: Wire) -> String {
    let bytes = &witness.bytes;
    let text = std::str::from_utf8(bytes)
        .ok()
        .filter(|_| wire == Wire::Json);
    let shown = match text {
        Some(text) if text.chars().count() > 4 * SHOWN => {
            let start: String = text.chars().take(4 * SHOWN).collect();
            format!("{start}… ({} bytes)", bytes.len())
        }
        Some(text) => text.to_owned(),
        None if bytes.len() > SHOWN => format!("{}… ({} bytes)", hex(&bytes[..SHOWN]), bytes.len()),
        None => hex(bytes),
    };
    match &witness.read {
        Ok(read) => format!(
            "{} is written as `{shown}` and reads as {read}",
            witness.written
        ),
        Err(error) => format!(
            "{} is written as `{shown}` and is refused: {error}",
            witness.written
        ),
    }
}

/// Whom to deploy first.
fn order(verdicts: &[Verdict], question: &Question) -> &'static str {
    let breaks = |direction| {
        let mut verdicts = verdicts.iter();
        verdicts.any(|one| {
            question.wires.contains(&one.wire)
                && one.direction == direction
                && one.outcome != Outcome::Same
        })
    };
    match (
        breaks(Direction::NewReadsOld),
        breaks(Direction::OldReadsNew),
    ) {
        (false, false) => "programs may be deployed in any order",
        (false, true) => {
            "deploy what reads first: old programs do not read all that new ones write"
        }
        (true, false) => {
            "convert what is stored first: new programs do not read all that old ones wrote"
        }
        (true, true) => "there is no safe order: neither side reads all that the other writes",
    }
}

/// The next action.
fn fix(proven: &Proven, spelling: Spelling, is_enum: bool) -> String {
    let change = &proven.change;
    let name = change.name.as_deref().unwrap_or_default();
    match change.rule {
        "type-changed" if !proven.breaks(Direction::NewReadsOld) => format!("deploy readers of the new `{name}` everywhere, before anything writes what old ones cannot read; then accept it"),
        "encoding-changed" => format!("keep `{name}` as it was, and add a field with a new number"),
        "type-changed" => format!("keep `{name}` as it was, and add a field with a new number; or read both with {}", spelling.was()),
        "field-renamed" | "value-renamed" | "json-name-changed" => {
            let old = change.removed.first().map_or("", String::as_str);
            format!("let readers find the old name: {}; old programs do not know the new one: rename when JSON is read by none of them", spelling.alias(old, is_enum))
        }
        "field-renumbered" | "value-renumbered" | "slot-changed" => format!("give `{name}` its old place back"),
        "field-removed" => "give readers something to read: keep the field, or deploy readers that do not require it first".to_owned(),
        "field-added" => format!("old bytes have no `{name}`: {}", spelling.optional()),
        "presence-changed" => format!("make the field required only when everything that lacks it is gone; better, check it with {}", spelling.required()),
        "value-added" if !proven.breaks_on(Wire::Protobuf) => "old programs read JSON by names, and know no new one: deploy them first where JSON is in use; otherwise leave it out with `--wire`".to_owned(),
        "value-added" => match spelling {
            Spelling::Rust => "make the enum open with `#[codec(other)]` first, and deploy that everywhere".to_owned(),
            Spelling::Proto => "make the enum open first (`features.enum_type = OPEN`, or proto3), and deploy that everywhere".to_owned(),
        },
        "value-removed" => "keep the value; mark it deprecated".to_owned(),
        "enum-closed" => "keep the enum open".to_owned(),
        "default-changed" => "keep the default: what was not written reads as it".to_owned(),
        "rule-tightened" | "rule-loosened" | "rule-changed" => "loosen the rules on the readers first; tighten them when nothing else is stored or sent any more".to_owned(),
        "combined-change" => "make them one after the other, each in a generation of its own".to_owned(),
        "type-unloadable" => "declare what it holds".to_owned(),
        "layout-changed" => "keep the layout".to_owned(),
        "kind-changed" => "give the new type another name, and use it in a field with a new number".to_owned(),
        _ => "undo it, or make it in steps of which each breaks nothing".to_owned(),
    }
}
