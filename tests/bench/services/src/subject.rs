//! What is measured, in every size and on every way.

use axum::Router;

use crate::Result;
use crate::load::{self, Kind, Protocol, Target, Way};
use crate::messages::SIZES;
use crate::table;

/// A router, and what is asked of it.
#[derive(Clone, Copy)]
pub struct Subject {
    pub protocol: Protocol,
    pub router: fn() -> Router,
    /// What is compared, with orders of so many lines.
    pub targets: fn(u32) -> Result<Vec<Target>>,
}

impl Subject {
    /// Prints a table for each way that requests take.
    pub fn measure(&self, only: &str, rounds: usize) -> Result<()> {
        for way in [Way::Loopback, Way::Memory, Way::Call] {
            let mut rows = Vec::new();
            for (size, lines) in SIZES.into_iter().filter(|(size, _)| size.contains(only)) {
                let targets = (self.targets)(lines)?;
                let kind = Kind {
                    way,
                    protocol: self.protocol,
                    rounds,
                    count: if lines > 1000 { 200 } else { 2000 },
                };
                let times = load::measure((self.router)(), &targets, kind)?;
                rows.push((size, times, targets));
            }
            print!("{}", table::markdown(way, self.protocol, &rows));
        }
        Ok(())
    }

    /// Serves one target again and again.
    pub fn profile(&self, only: &str, cell: usize, count: usize) -> Result<()> {
        for (_, lines) in SIZES.into_iter().filter(|(size, _)| size.contains(only)) {
            let targets = (self.targets)(lines)?;
            let kind = Kind {
                way: Way::Call,
                protocol: self.protocol,
                rounds: 1,
                count,
            };
            load::measure((self.router)(), &targets[cell..=cell], kind)?;
        }
        Ok(())
    }
}
