//! The page `everwire::docs::matrix`, printed from what was executed.

use std::fmt::Write;
use std::path::Path;

use everwire::Wire;
use everwire_codegen::prove::{Direction, Outcome};

use super::{Case, Executed, cases};

const HEAD: &str = "\
# What each kind of change does

Every line was executed: boundary values of the old type are written and read by the new one, values of the new type are read by the old one, and
values of the new type go *through* a program of the old one, which reads them, changes another field and writes them. `codegen check` does the same with
your types, and shows the bytes.

- **same**: every value is read as itself. What is absent is what the reader takes it for, and what only the writer knows is not asked for.
- **depends**: some values are, others are not.
- **lossy**: what says something is read as something else; nothing tells.
- **error**: what says something is refused.

A cell has the outcome where new programs read old bytes, then where old programs read new ones. Below it, where it is another than the rest of the
cell lets expect, is what a value of the new type becomes through an old program.

";

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Same => "same",
        Outcome::Unproved => "not proved",
        Outcome::Depends => "depends",
        Outcome::Lossy => "**lossy**",
        Outcome::Error => "**error**",
    }
}

fn cell(executed: &Executed, wire: Wire) -> String {
    let [new, old, through] = [
        Direction::NewReadsOld,
        Direction::OldReadsNew,
        Direction::ThroughOld,
    ]
    .map(|direction| executed.outcome(wire, direction));
    let mut text = match (new, old) {
        (Outcome::Same, Outcome::Same) => "same".to_owned(),
        (new, old) => format!("{} / {}", word(new), word(old)),
    };
    if (new, old) == (Outcome::Same, Outcome::Same) && through != Outcome::Same {
        let _ = write!(text, "<br>through: {}", word(through));
    }
    text
}

/// Whom to deploy first.
fn order(executed: &Executed) -> &'static str {
    let breaks = |direction| {
        Wire::ALL
            .into_iter()
            .any(|wire| executed.outcome(wire, direction) != Outcome::Same)
    };
    match (
        breaks(Direction::NewReadsOld),
        breaks(Direction::OldReadsNew),
    ) {
        (false, false) => "any",
        (false, true) => "readers",
        (true, false) => "writers",
        (true, true) => "none is safe",
    }
}

/// Code as the cases have it, on one line of a table.
fn code(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text
        .replace("#[derive(Codec)] ", "")
        .replace("pub ", "")
        .replace('|', "\\|");
    format!("`{text}`")
}

fn row(case: &Case, page: &mut String) {
    let executed = Executed::of(case);
    let (old, new) = case.shown;
    let cells = Wire::ALL.map(|wire| cell(&executed, wire)).join(" | ");
    let _ = writeln!(
        page,
        "| {}<br>{}<br>{} | {cells} | {} |",
        case.name,
        code(old),
        code(new),
        order(&executed)
    );
}

fn page() -> String {
    let mut page = String::from(HEAD);
    let mut part = "";
    for case in cases::all() {
        if case.part != part {
            part = case.part;
            let _ = write!(
                page,
                "\n## {part}\n\n| change | protobuf | MessagePack | JSON | first |\n|---|---|---|---|---|\n"
            );
        }
        row(&case, &mut page);
    }
    page
}

#[test]
fn the_page_is_what_was_executed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/docs/matrix.md");
    let page = page();
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&path, page).unwrap();
        return;
    }
    assert!(
        std::fs::read_to_string(&path).unwrap_or_default() == page,
        "the page is stale: run the test with `UPDATE=1`"
    );
}
