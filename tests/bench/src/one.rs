//! One cell, run so many times and nothing else: what `count` hands to callgrind.

use clap::ValueEnum;
use everwire::Wire;

use crate::cell::Cells;
use crate::data::{Set, Size, Visitor, visit};
use crate::operation::Operation;
use crate::peer::Result;

/// Runs the cell of this name, `DATA/WIRE/OPERATION/LIBRARY` at the small size, and prints how many records a run goes
/// through.
///
/// # Errors
///
/// Where there is no such cell, and the library's.
pub fn run(name: &str, iterations: u64) -> Result<()> {
    let [data, wire, operation, library] = name.split('/').collect::<Vec<_>>()[..] else {
        return Err(format!("`{name}` is no cell: help: write DATA/WIRE/OPERATION/LIBRARY").into());
    };
    visit(
        data,
        &mut One {
            wire: wire.parse()?,
            operation: Operation::from_str(operation, false)?,
            library,
            iterations,
        },
    )
}

struct One<'a> {
    wire: Wire,
    operation: Operation,
    library: &'a str,
    iterations: u64,
}

impl Visitor for One<'_> {
    fn visit<S: Set>(&mut self) -> Result<()> {
        let data = S::make(Size::Small)?;
        let mut cells = Cells::of(&data, self.wire, self.operation)?.0;
        let cell = cells
            .iter_mut()
            .find(|cell| cell.library == self.library)
            .ok_or_else(|| format!("{} does not do this", self.library))?;
        for _ in 0..self.iterations {
            (cell.run)()?;
        }
        println!("{}", data.records);
        Ok(())
    }
}
