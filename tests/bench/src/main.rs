//! Everwire beside the fastest libraries of its three wires, and beside the limits.
//!
//! 1. `data` makes the sets; each has types for every library.
//! 2. `cell` has one library do one operation, after a check that it gives the data back; `peer` has the libraries.
//! 3. `group` measures all libraries of an operation in turns, by `measure` and `allocation`.
//! 4. `table`, `chart` and `report` show what was measured.

#![cfg_attr(
    not(feature = "all"),
    allow(dead_code, reason = "some of it is for sets that are left out")
)]

mod allocation;
mod arguments;
mod cell;
mod chart;
mod data;
mod group;
mod measure;
mod one;
mod operation;
mod peer;
mod report;
mod table;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use data::{Set, Visitor};
use group::Group;
use peer::Result;
use table::Form;

#[global_allocator]
static ALLOCATOR: allocation::Counting = allocation::Counting;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.cell {
        Some(name) => one::run(name, arguments.iterations),
        None => compare(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures what was chosen, and shows it.
fn compare(arguments: &Arguments) -> Result<()> {
    let mut measuring = Measuring {
        arguments,
        groups: Vec::new(),
    };
    for name in arguments.data() {
        if arguments.data.is_empty() && data::is_missing(name) {
            eprintln!("left out: {name}, since EVERWIRE_TEST_DATA does not name its folder");
            continue;
        }
        data::visit(name, &mut measuring)?;
    }
    let groups = measuring.groups;
    if let Some(file) = &arguments.chart {
        chart::draw(&groups, file)?;
    }
    if arguments.json {
        println!("{}", report::json(&groups)?);
        return Ok(());
    }
    let form = if arguments.markdown {
        Form::Markdown
    } else {
        Form::Terminal
    };
    let details: Vec<String> = table::details(&groups, form)
        .into_iter()
        .map(|(title, table)| format!("{}\n\n{CELLS}\n\n{table}\n", form.heading(&title)))
        .collect();
    let summary = format!(
        "{}\n\n{}\n\n{}",
        form.heading("Geometric means over data sets and sizes"),
        table::summary(&groups, form),
        table::behind(&groups, form)
    );
    // Who scrolls up has the summary before the eyes; who reads a page begins with it.
    match form {
        Form::Terminal => println!("{}\n{summary}", details.join("\n")),
        Form::Markdown => println!("{summary}\n{}", details.join("\n")),
    }
    Ok(())
}

/// What stands in a cell of a table.
const CELLS: &str = "Time for each record and times as fast as the baseline; allocations and peak bytes for each record.";

struct Measuring<'a> {
    arguments: &'a Arguments,
    groups: Vec<Group>,
}

impl Visitor for Measuring<'_> {
    fn visit<S: Set>(&mut self) -> Result<()> {
        for size in self.arguments.sizes() {
            if !S::SIZES.contains(&size) {
                continue;
            }
            let data = S::make(size)?;
            for wire in self.arguments.wires() {
                for operation in self.arguments.operations() {
                    if std::io::stderr().is_terminal() {
                        eprintln!("{wire} {} {} {}", operation.name(), S::NAME, size.name());
                    }
                    self.groups.push(Group::measure(
                        &data,
                        size,
                        wire,
                        operation,
                        self.arguments.rounds,
                    )?);
                }
            }
        }
        Ok(())
    }
}
