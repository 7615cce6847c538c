//! The program `codegen`.

mod arguments;
mod check;
mod data;
mod declared;
mod export;
mod files;
mod run;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::render::{Failure, Report, github, json, text};
use arguments::{Arguments, Command, Format};

/// Runs the program: exit code 0 where all is well, 1 for findings, 2 where it could not run, 3 where nothing breaks but a lock is not up to date.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let format = arguments.format;
    let outcome = match &arguments.command {
        Some(Command::Explain { id }) => run::explain(id.as_deref()),
        Some(Command::Lock(lock)) => check::lock(lock),
        Some(Command::Check(asked)) => check::check(asked, format),
        Some(Command::Convert(arguments)) => data::convert(arguments),
        Some(Command::Inspect(arguments)) => data::inspect(arguments),
        Some(Command::Export(arguments)) => export::export(arguments),
        None => match arguments.meant() {
            Some(failure) => Err(failure),
            None => run::generate(arguments),
        },
    };
    match outcome {
        Ok(outcome) => {
            let _ = write!(std::io::stdout(), "{}", outcome.output);
            let _ = write!(std::io::stderr(), "{}", outcome.notes);
            ExitCode::from(outcome.code)
        }
        Err(Failure::Findings(report)) => {
            let _ = write!(std::io::stdout(), "{}", shown(&report, format));
            ExitCode::from(1)
        }
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "{failure}");
            ExitCode::from(2)
        }
    }
}

/// The findings as they were asked for.
fn shown(report: &Report, format: Format) -> String {
    let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    match format {
        Format::Text => text::render(report, colour),
        Format::Json => json::render(report),
        Format::Github => github::render(report),
    }
}
