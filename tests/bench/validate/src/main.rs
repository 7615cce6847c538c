//! Everwire's validation beside prost-protovalidate, garde and validator: the same values, in one process, in turns.
//!
//! 1. `rules` has a message for each rule, `messages` some as services have them; `peer` has them as prost does.
//! 2. `cell` has one library validate a set of values, after a check that all say the same of them.
//! 3. `group` measures all libraries in turns, by the benchmark's own `measure`.
//! 4. `table` shows what was measured.

mod cell;
mod group;
#[path = "../../src/measure.rs"]
mod measure;
mod messages;
mod peer;
mod rules;
mod table;

use std::process::ExitCode;

use clap::Parser;
use group::Measure;

/// Everwire's validation beside prost-protovalidate, garde and validator.
#[derive(Parser)]
struct Arguments {
    /// What a name has to contain, of a rule or a message
    #[arg(long, default_value = "")]
    only: String,
    /// Rounds at most
    #[arg(long, default_value_t = 101)]
    rounds: usize,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> peer::Result<()> {
    let mut measure = Measure::new(arguments.rounds, arguments.only);
    let messages = messages::measure(&mut measure)?;
    let rules = rules::measure(&mut measure)?;
    print!("{}", table::all(&messages, &rules));
    Ok(())
}
