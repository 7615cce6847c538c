//! Protovalidate's conformance cases: what each type answers, beside what is wanted.
//!
//! 1. `cases` reads the data, with types that `codegen` made of its schema;
//! 2. `answer` asks the message of a case, compiled and as data;
//! 3. `compare` holds an answer against what is wanted, as protovalidate's own harness does;
//! 4. `tally` counts, and shows.

#[cfg(has_data)]
mod answer;
#[cfg(has_data)]
mod cases;
#[cfg(has_data)]
mod compare;
#[cfg(has_data)]
mod show;
#[cfg(has_data)]
mod tally;

use std::process::ExitCode;

#[cfg(not(has_data))]
fn main() -> ExitCode {
    println!(
        "skipped: protovalidate's conformance cases, since EVERWIRE_TEST_DATA does not name their folder"
    );
    ExitCode::SUCCESS
}

#[cfg(has_data)]
fn main() -> ExitCode {
    let suites = cases::suites();
    let now = cases::made_at(&suites);
    let mut tally = tally::Tally::default();
    for suite in &suites {
        for case in &suite.cases {
            tally.add(&suite.name, case, now);
        }
    }
    print!("{tally}");
    if tally.is_whole() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
