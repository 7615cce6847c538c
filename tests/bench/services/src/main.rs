//! Services with Everwire beside what they use otherwise: same handler, same client, same machine, in turns.
//!
//! 1. `messages` has the messages, `http` and `grpc` the services and requests.
//! 2. `subject` is what both have in common; `load` sends requests, over connections of this machine, through memory, or to the service itself, and takes times.
//! 3. `table` shows them.

mod grpc;
mod http;
mod load;
mod messages;
mod subject;
mod table;

use clap::Parser;

/// What goes wrong here ends the program.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Services with Everwire beside what they use otherwise.
#[derive(Parser)]
struct Arguments {
    /// Which services: http, grpc
    #[arg(long, default_value = "")]
    service: String,
    /// What a message's size has to contain: small, middle, large
    #[arg(long, default_value = "")]
    only: String,
    /// Rounds
    #[arg(long, default_value_t = 21)]
    rounds: usize,
    /// Serves one kind of request in memory, that many times, and nothing else: for a profiler
    #[arg(long)]
    profile: Option<usize>,
    /// Which one that is
    #[arg(long, default_value_t = 1)]
    cell: usize,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let Arguments {
        service,
        only,
        rounds,
        profile,
        cell,
    } = arguments;
    for (name, subject) in [("http", http::SUBJECT), ("grpc", grpc::SUBJECT)] {
        match profile {
            _ if !name.contains(&service) => {}
            Some(count) => subject.profile(&only, cell, count)?,
            None => subject.measure(&only, rounds)?,
        }
    }
    Ok(())
}
