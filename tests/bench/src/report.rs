//! Everything that was measured, as JSON.

use serde::Serialize;

use crate::group::Group;

#[derive(Serialize)]
struct Cell<'a> {
    data: &'a str,
    size: &'a str,
    wire: &'a str,
    operation: &'a str,
    library: &'a str,
    records: usize,
    bytes_per_record: f64,
    nanoseconds_per_record: f64,
    /// Absent where the baseline does not do this.
    times_baseline: Option<f64>,
    allocations_per_record: f64,
    peak_bytes_per_record: f64,
}

/// The text, one object for each cell.
///
/// # Errors
///
/// serde_json's.
pub fn json(groups: &[Group]) -> serde_json::Result<String> {
    let mut cells = Vec::new();
    for group in groups {
        let wire = group.wire.to_string();
        let records = group.records as f64;
        for row in &group.rows {
            cells.push(serde_json::to_value(Cell {
                data: group.set,
                size: group.size.name(),
                wire: &wire,
                operation: group.operation.name(),
                library: row.library,
                records: group.records,
                bytes_per_record: row.bytes,
                nanoseconds_per_record: row.time * 1e9,
                times_baseline: Some(row.ratio).filter(|ratio| ratio.is_finite()),
                allocations_per_record: row.allocations.calls as f64 / records,
                peak_bytes_per_record: row.allocations.peak as f64 / records,
            })?);
        }
    }
    serde_json::to_string_pretty(&cells)
}
