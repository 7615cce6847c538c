//! Groups: all libraries at one operation on one data set and one wire, measured in turns.

use everwire::Wire;

use crate::allocation::{self, Allocations};
use crate::cell::Cells;
use crate::data::{Set, Size};
use crate::measure::times;
use crate::operation::{Operation, baseline};
use crate::peer::Result;

/// What was measured of a group.
pub struct Group {
    pub set: &'static str,
    pub size: Size,
    pub wire: Wire,
    pub operation: Operation,
    /// How many records a run goes through.
    pub records: usize,
    pub rows: Vec<Row>,
}

/// What was measured of a library.
pub struct Row {
    pub library: &'static str,
    /// Bytes of each record, where the library encodes or decodes them.
    pub bytes: f64,
    /// Seconds for each record.
    pub time: f64,
    /// How many times as fast as the baseline.
    pub ratio: f64,
    /// How many times as fast as Everwire.
    pub of_everwire: f64,
    pub allocations: Allocations,
}

/// The name of the library that this is about.
pub const EVERWIRE: &str = "everwire";
/// The names of the limits.
pub const LIMITS: [&str; 2] = ["memcpy", "clone"];

impl Group {
    /// Checks and measures a group.
    ///
    /// # Errors
    ///
    /// Where a library fails or changes the data.
    pub fn measure<S: Set>(
        data: &crate::data::Data<S>,
        size: Size,
        wire: Wire,
        operation: Operation,
        rounds: usize,
    ) -> Result<Self> {
        let mut cells = Cells::of(data, wire, operation)?.0;
        let allocations: Vec<Allocations> = cells
            .iter_mut()
            .map(allocation::count)
            .collect::<Result<_>>()?;
        let times = times(&mut cells, rounds)?;
        let index = |name: &str| cells.iter().position(|cell| cell.library == name);
        let own = index(EVERWIRE).ok_or("a group is without everwire")?;
        let base = index(baseline(wire));
        let per_record = data.records as f64;
        let rows = cells
            .iter()
            .zip(&times)
            .zip(allocations)
            .map(|((cell, time), allocations)| Row {
                library: cell.library,
                bytes: cell.bytes as f64 / per_record,
                time: time.median() / per_record,
                ratio: base.map_or(f64::NAN, |base| time.faster_than(&times[base])),
                of_everwire: time.faster_than(&times[own]),
                allocations,
            });
        Ok(Self {
            set: S::NAME,
            size,
            wire,
            operation,
            records: data.records,
            rows: rows.collect(),
        })
    }

    /// Everwire's row.
    pub fn own(&self) -> &Row {
        &self.rows[self
            .rows
            .iter()
            .position(|row| row.library == EVERWIRE)
            .unwrap_or(0)]
    }

    /// The fastest other library, where there is one.
    pub fn fastest_peer(&self) -> Option<&Row> {
        self.rows
            .iter()
            .filter(|row| !row.library.starts_with(EVERWIRE) && !LIMITS.contains(&row.library))
            .max_by(|one, other| one.of_everwire.total_cmp(&other.of_everwire))
    }

    /// The limit, where there is one.
    pub fn limit(&self) -> Option<&Row> {
        self.rows.iter().find(|row| LIMITS.contains(&row.library))
    }

    pub fn name(&self) -> String {
        format!(
            "{} {} {} {}",
            self.wire,
            self.operation.name(),
            self.set,
            self.size.name()
        )
    }
}
