//! The verb `export`.

use std::fmt::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::run::Outcome;
use crate::disk;
use crate::export::Export;
use crate::options::Options;
use crate::render::Failure;

/// `export`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Rust files, `.proto` files, or directories of both
    #[arg(value_name = "SOURCES")]
    sources: Vec<PathBuf>,

    /// What is written
    #[arg(long, value_name = "TARGET")]
    to: Target,

    /// Only the type of this full name and what it holds; more than one may be named
    #[arg(long = "type", value_name = "NAME")]
    names: Vec<String>,

    /// The directory to write to
    #[arg(short, long = "out-dir", value_name = "DIR")]
    out_dir: PathBuf,

    /// A directory in which imports are found, besides SOURCES
    #[arg(short = 'I', long, value_name = "DIR")]
    include: Vec<PathBuf>,

    /// A `FileDescriptorSet` of another compiler, with all imports
    #[arg(long, value_name = "FILE")]
    descriptors: Vec<PathBuf>,

    /// Write nothing; print what would change as a diff, and exit with 1 if anything would
    #[arg(long)]
    check: bool,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Target {
    /// Files of protobuf, which read as the same types again
    Proto,
    /// JSON Schemas (2020-12), with the rules
    JsonSchema,
}

/// Writes schemas.
pub(super) fn export(arguments: &Arguments) -> Result<Outcome, Failure> {
    if arguments.sources.is_empty() && arguments.descriptors.is_empty() {
        return Err(Failure::run(
            "there is nothing to export",
            "name sources: `codegen export src/ --to proto -o schemas`",
        ));
    }
    let options = Options {
        includes: arguments.include.clone(),
        descriptors: arguments.descriptors.clone(),
        ..Options::default()
    };
    let mut export = Export::new().sources(&arguments.sources).options(options);
    for name in &arguments.names {
        export = export.only(name);
    }
    let exported = match arguments.to {
        Target::Proto => export.proto(),
        Target::JsonSchema => export.json_schema(),
    }?;
    let state = disk::compare(&arguments.out_dir, &exported.files)?;
    let mut outcome = Outcome::default();
    for what in &exported.left_out {
        let _ = writeln!(outcome.notes, "note: left out: {what}");
    }
    let (changed, unchanged) = (state.changed.len(), state.unchanged);
    let files = if changed == 1 { "file" } else { "files" };
    if arguments.check {
        outcome.output = disk::diff(&arguments.out_dir, &exported.files, &state);
        outcome.code = u8::from(changed > 0);
        let _ = writeln!(
            outcome.notes,
            "{changed} {files} would change, {unchanged} unchanged"
        );
        return Ok(outcome);
    }
    disk::write(&arguments.out_dir, &exported.files, &state)?;
    let _ = writeln!(
        outcome.notes,
        "wrote {changed} {files}, {unchanged} unchanged"
    );
    Ok(outcome)
}
