//! The tables: a summary against the bar, one table for each wire and operation, and the lists of what is behind.

use comfy_table::presets::{ASCII_MARKDOWN, UTF8_HORIZONTAL_ONLY};
use comfy_table::{CellAlignment, Table};
use everwire::Wire;

use crate::group::{EVERWIRE, Group, LIMITS, Row};
use crate::measure::geometric_mean;
use crate::operation::{Operation, baseline};

/// How near to its limit a cell need not be faster.
const NEAR: f64 = 1.15;
/// How far ahead of the fastest peer most cells are to be.
const AHEAD: f64 = 1.1;

/// What tables are written as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Terminal,
    Markdown,
}

impl Form {
    fn table<T: ToString>(self, header: impl IntoIterator<Item = T>) -> Table {
        let mut table = Table::new();
        table.load_preset(match self {
            Self::Terminal => UTF8_HORIZONTAL_ONLY,
            Self::Markdown => ASCII_MARKDOWN,
        });
        table.set_header(header.into_iter().map(|title| title.to_string()));
        table
    }

    /// What stands above a table.
    pub fn heading(self, text: &str) -> String {
        match self {
            Self::Terminal => text.to_owned(),
            Self::Markdown => format!("## {text}"),
        }
    }

    /// A list under a line of its own.
    fn list(self, line: &str, items: &[String]) -> String {
        let (gap, bullet) = match self {
            Self::Terminal => ("", "  "),
            Self::Markdown => ("\n", "- "),
        };
        let items: String = items
            .iter()
            .map(|item| format!("{bullet}{item}\n"))
            .collect();
        format!("{line}\n{gap}{items}{gap}")
    }

    /// Two lines of one cell.
    fn lines(self, first: &str, second: &str) -> String {
        match self {
            Self::Terminal => format!("{first}\n{second}"),
            Self::Markdown => format!("{first}<br>{second}"),
        }
    }
}

/// The geometric means of the ratios to the baselines, in the shape of the bar.
pub fn summary(groups: &[Group], form: Form) -> Table {
    let mut table = form.table([
        "times as fast as",
        "library",
        "encode, kept",
        "fresh",
        "owned",
        "borrowed",
        "into",
    ]);
    for wire in wires(groups) {
        for library in libraries(groups, wire) {
            if library == baseline(wire) || library.contains(',') || LIMITS.contains(&library) {
                continue;
            }
            let mut cells = vec![format!("{wire}: {}", baseline(wire)), library.to_owned()];
            for operation in Operation::ALL {
                cells.push(mean_and_bar(groups, wire, operation, library));
            }
            table.add_row(cells);
        }
    }
    right(&mut table, 2);
    table
}

/// A library's mean, and for Everwire the bar and whether it is reached.
fn mean_and_bar(groups: &[Group], wire: Wire, operation: Operation, library: &str) -> String {
    let ratios: Vec<f64> = of(groups, wire, operation)
        .filter_map(|group| group.rows.iter().find(|row| row.library == library))
        .map(|row| row.ratio)
        .filter(|ratio| ratio.is_finite())
        .collect();
    if ratios.is_empty() {
        return String::new();
    }
    let mean = geometric_mean(ratios);
    match operation.bar(wire).filter(|_| library == EVERWIRE) {
        Some(bar) if mean >= bar => format!("{mean:.2} ≥ {bar:.1} ✓"),
        Some(bar) => format!("{mean:.2} < {bar:.1} ✗"),
        None => format!("{mean:.2}"),
    }
}

/// One table for each wire and operation, with its title.
pub fn details(groups: &[Group], form: Form) -> Vec<(String, Table)> {
    let mut tables = Vec::new();
    for wire in wires(groups) {
        for operation in Operation::ALL {
            let of: Vec<&Group> = of(groups, wire, operation).collect();
            if of.is_empty() {
                continue;
            }
            let libraries = libraries_of(&of);
            let header = ["data", "bytes"]
                .into_iter()
                .chain(libraries.iter().copied());
            let mut table = form.table(header);
            for group in of {
                let title = form.lines(group.set, group.size.name());
                let mut cells = vec![title, format!("{:.1}", group.own().bytes)];
                for library in &libraries {
                    let row = group.rows.iter().find(|row| row.library == *library);
                    cells.push(row.map_or_else(String::new, |row| times(group, row, form)));
                }
                table.add_row(cells);
            }
            right(&mut table, 1);
            tables.push((format!("{wire}, {}", operation.title()), table));
        }
    }
    tables
}

/// Time and ratio to the baseline; allocations and peak of bytes; all for each record. Of a limit, its time and how many times
/// as long Everwire takes.
fn times(group: &Group, row: &Row, form: Form) -> String {
    let time = duration(row.time);
    if LIMITS.contains(&row.library) {
        return form.lines(&time, &format!("everwire {:.2}×", row.of_everwire));
    }
    let records = group.records as f64;
    let ratio = if row.ratio.is_finite() {
        format!(" {:.2}×", row.ratio)
    } else {
        String::new()
    };
    form.lines(
        &format!("{time}{ratio}"),
        &format!(
            "{} a {} B",
            short(row.allocations.calls as f64 / records),
            short(row.allocations.peak as f64 / records)
        ),
    )
}

/// The cells in which a peer is faster, and those near to a limit, a line each.
pub fn behind(groups: &[Group], form: Form) -> String {
    let (mut cells, mut ahead, mut lines) = (0, 0, Vec::new());
    for group in groups {
        let Some(peer) = group.fastest_peer() else {
            continue;
        };
        cells += 1;
        let exempt = group.limit().is_some_and(|limit| limit.of_everwire < NEAR);
        if peer.of_everwire * AHEAD <= 1.0 || exempt {
            ahead += 1;
        }
        if peer.of_everwire > 1.0 {
            let limit = if exempt { ", near its limit" } else { "" };
            lines.push((
                peer.of_everwire,
                format!(
                    "{}: {} is {:.2}× as fast{limit}",
                    group.name(),
                    peer.library,
                    peer.of_everwire
                ),
            ));
        }
    }
    lines.sort_by(|one, other| other.0.total_cmp(&one.0));
    let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    let near: Vec<String> = groups
        .iter()
        .filter_map(|group| {
            let limit = group.limit().filter(|limit| limit.of_everwire < NEAR)?;
            let name = group.name();
            Some(format!(
                "{name}: {} is {:.2}× as fast",
                limit.library, limit.of_everwire
            ))
        })
        .collect();
    let title = format!(
        "Behind the fastest peer in {} of {cells} cells:",
        lines.len()
    );
    let ahead = format!("A tenth ahead, or near the limit, in {ahead} of {cells} cells.");
    let near = form.list(&format!("Within {NEAR}× of the limit:"), &near);
    format!("{}{ahead}\n{near}", form.list(&title, &lines))
}

fn wires(groups: &[Group]) -> impl Iterator<Item = Wire> {
    Wire::ALL
        .into_iter()
        .filter(|wire| groups.iter().any(|group| group.wire == *wire))
}

fn of(groups: &[Group], wire: Wire, operation: Operation) -> impl Iterator<Item = &Group> {
    groups
        .iter()
        .filter(move |group| group.wire == wire && group.operation == operation)
}

fn libraries(groups: &[Group], wire: Wire) -> Vec<&'static str> {
    let of: Vec<&Group> = groups.iter().filter(|group| group.wire == wire).collect();
    libraries_of(&of)
}

/// The names of the libraries, each once, in the order of the longest group.
fn libraries_of(groups: &[&Group]) -> Vec<&'static str> {
    let mut groups = groups.to_vec();
    groups.sort_by_key(|group| std::cmp::Reverse(group.rows.len()));
    let mut names = Vec::new();
    for row in groups.iter().flat_map(|group| &group.rows) {
        if !names.contains(&row.library) {
            names.push(row.library);
        }
    }
    names
}

fn right(table: &mut Table, from: usize) {
    for column in table.column_iter_mut().skip(from) {
        column.set_cell_alignment(CellAlignment::Right);
    }
}

/// A time with three digits that count.
pub fn duration(seconds: f64) -> String {
    let (value, unit) = match seconds {
        s if s < 1e-6 => (s * 1e9, "ns"),
        s if s < 1e-3 => (s * 1e6, "µs"),
        s => (s * 1e3, "ms"),
    };
    format!("{} {unit}", short(value))
}

/// A number with three digits that count, if it is not longer.
fn short(value: f64) -> String {
    match value {
        0.0 => "0".to_owned(),
        v if v < 10.0 => format!("{v:.2}"),
        v if v < 100.0 => format!("{v:.1}"),
        v => format!("{v:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{duration, short};

    #[test]
    fn times_have_three_digits() {
        assert_eq!(duration(1.234e-9), "1.23 ns");
        assert_eq!(duration(45.67e-6), "45.7 µs");
        assert_eq!(duration(0.1234), "123 ms");
        assert_eq!(short(0.0), "0");
    }
}
