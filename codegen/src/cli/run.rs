//! The verbs.

use std::fmt::Write;

use super::arguments::{Arguments, Format};
use super::{declared, shown};
use crate::render::Failure;
use crate::{disk, engine, explain};

/// What a verb prints, and its exit code.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) code: u8,
    /// For stdout.
    pub(super) output: String,
    /// For stderr.
    pub(super) notes: String,
}

/// Compiles, and writes or compares.
pub(super) fn generate(arguments: Arguments) -> Result<Outcome, Failure> {
    let Some(directory) = arguments.out_dir.clone() else {
        return Err(Failure::run(
            "there is no output directory",
            "name it: `codegen schemas/ -o src/gen`",
        ));
    };
    let (check, format) = (arguments.check, arguments.format);
    let plan = engine::compile(&arguments.options())?;
    let state = disk::compare(&directory, &plan.files)?;
    let is_first = !directory.join("mod.rs").exists();
    let mut outcome = Outcome::default();
    if !plan.warnings.findings.is_empty() {
        let warned = shown(&plan.warnings, format);
        match format {
            Format::Text => outcome.notes += &warned,
            Format::Json | Format::Github => outcome.output += &warned,
        }
    }
    if check {
        outcome.output += &disk::diff(&directory, &plan.files, &state);
        outcome.code = u8::from(!state.changed.is_empty() || !state.stale.is_empty());
        let _ = writeln!(
            outcome.notes,
            "{} would change, {} unchanged{}",
            files(state.changed.len()),
            state.unchanged,
            removed(&state, "would be removed")
        );
        return Ok(outcome);
    }
    disk::write(&directory, &plan.files, &state)?;
    let _ = writeln!(
        outcome.notes,
        "wrote {}, {} unchanged{}",
        files(state.changed.len()),
        state.unchanged,
        removed(&state, "removed")
    );
    if is_first {
        let _ = writeln!(outcome.notes, "{}", declared::line(&directory));
    }
    Ok(outcome)
}

/// Prints the page of a rule, or the list of all.
pub(super) fn explain(id: Option<&str>) -> Result<Outcome, Failure> {
    let output = match id {
        None => explain::list(),
        Some(id) => match explain::page(id) {
            Some(page) => page,
            None => {
                return Err(Failure::run(
                    format!("there is no rule `{id}`"),
                    "run `codegen explain` for the list of all",
                ));
            }
        },
    };
    Ok(Outcome {
        output,
        ..Outcome::default()
    })
}

fn removed(state: &disk::State, what: &str) -> String {
    match state.stale.len() {
        0 => String::new(),
        count => format!(", {} {what}", files(count)),
    }
}

fn files(count: usize) -> String {
    if count == 1 {
        "1 file".to_owned()
    } else {
        format!("{count} files")
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::Parser;

    use super::*;
    use crate::disk::scratch;

    fn run(words: &[&str]) -> Outcome {
        let words = std::iter::once("codegen").chain(words.iter().copied());
        generate(Arguments::try_parse_from(words).unwrap()).unwrap()
    }

    #[test]
    fn writing_is_quiet_and_checking_shows_a_diff() {
        let directory = scratch("cli");
        let (schemas, out) = (directory.join("schemas"), directory.join("gen"));
        fs::create_dir_all(&schemas).unwrap();
        fs::write(
            schemas.join("a.proto"),
            "syntax = \"proto3\"; package a; message M {}",
        )
        .unwrap();
        let (schemas, shown) = (schemas.to_str().unwrap(), out.to_str().unwrap());
        let before = run(&[schemas, "-o", shown, "--check"]);
        assert_eq!(
            (before.code, before.notes.as_str()),
            (1, "2 files would change, 0 unchanged\n")
        );
        assert!(
            before.output.contains("+pub struct M {"),
            "{}",
            before.output
        );
        let first = run(&[schemas, "-o", shown]);
        assert_eq!((first.code, first.output.as_str()), (0, ""));
        let line = format!(
            "wrote 2 files, 0 unchanged\nadd to your crate: #[path = \"{shown}/mod.rs\"] mod generated;\n"
        );
        assert_eq!(first.notes, line);
        let second = run(&[schemas, "-o", shown]);
        assert_eq!(second.notes, "wrote 0 files, 2 unchanged\n");
        let check = run(&[schemas, "-o", shown, "--check"]);
        assert_eq!(
            (check.code, check.output.as_str(), check.notes.as_str()),
            (0, "", "0 files would change, 2 unchanged\n")
        );
        fs::write(
            directory.join("schemas/a.proto"),
            "syntax = \"proto3\"; package b; message M {}",
        )
        .unwrap();
        let check = run(&[schemas, "-o", shown, "--check"]);
        assert_eq!(
            (check.code, check.notes.as_str()),
            (
                1,
                "2 files would change, 0 unchanged, 1 file would be removed\n"
            )
        );
        let moved = run(&[schemas, "-o", shown]);
        assert_eq!(
            (moved.code, moved.notes.as_str()),
            (0, "wrote 2 files, 0 unchanged, 1 file removed\n")
        );
        assert_eq!(run(&[schemas, "-o", shown, "--check"]).code, 0);
        fs::remove_dir_all(directory).unwrap();
    }

    #[test]
    fn unknown_rules_and_missing_directories_are_told() {
        let failure = explain(Some("nope")).unwrap_err();
        assert_eq!(
            failure.to_string(),
            "error: there is no rule `nope`\nhelp: run `codegen explain` for the list of all"
        );
        assert!(
            explain(Some("proto-import"))
                .unwrap()
                .output
                .starts_with("`proto-import`: ")
        );
        let arguments = Arguments::try_parse_from(["codegen", "schemas"]).unwrap();
        assert_eq!(
            generate(arguments).unwrap_err().to_string(),
            "error: there is no output directory\nhelp: name it: `codegen schemas/ -o src/gen`"
        );
    }
}
