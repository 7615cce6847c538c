//! What was measured, as tables in Markdown.

use std::fmt::Write;

use crate::cell::LIBRARIES;
use crate::group::{Group, Row};
use crate::measure::geometric_mean;

/// All tables.
pub fn all(messages: &[Group], rules: &[Group]) -> String {
    let mut text = String::new();
    section(&mut text, "Messages", "message", messages);
    decoding(&mut text, messages);
    section(&mut text, "Rules", "rule", rules);
    text
}

fn section(text: &mut String, title: &str, of: &str, groups: &[Group]) {
    if groups.is_empty() {
        return;
    }
    table(
        text,
        &format!("{title}, of values that hold"),
        of,
        groups,
        |group| &group.valid,
    );
    table(
        text,
        &format!("{title}, of values that do not"),
        of,
        groups,
        |group| &group.invalid,
    );
}

// Writing to a string does not fail.
fn table(text: &mut String, title: &str, of: &str, groups: &[Group], rows: fn(&Group) -> &[Row]) {
    let _ = writeln!(text, "## {title}\n\n| {of} | {} |", LIBRARIES.join(" | "));
    let _ = writeln!(text, "|---|{}", "---:|".repeat(LIBRARIES.len()));
    let cell = |group: &Group, library: &str| {
        let row = rows(group).iter().find(|row| row.library == library);
        match row {
            Some(row) if library == LIBRARIES[0] => format!("{} ns", number(row.nanoseconds)),
            Some(row) => format!("{} ns, {}×", number(row.nanoseconds), number(row.ratio)),
            None => "–".to_owned(),
        }
    };
    for group in groups {
        let cells: Vec<String> = LIBRARIES
            .iter()
            .map(|library| cell(group, library))
            .collect();
        let _ = writeln!(text, "| {} | {} |", group.name, cells.join(" | "));
    }
    let mean = |library: &&str| {
        let ratios = groups
            .iter()
            .filter_map(|group| rows(group).iter().find(|row| row.library == *library))
            .map(|row| row.ratio);
        format!("{}×", number(geometric_mean(ratios)))
    };
    let means: Vec<String> = LIBRARIES[1..].iter().map(mean).collect();
    let _ = writeln!(text, "| geometric mean | | {} |\n", means.join(" | "));
}

fn decoding(text: &mut String, groups: &[Group]) {
    if groups.is_empty() {
        return;
    }
    let _ = writeln!(
        text,
        "## Validation while decoding\n\n| message | {} |",
        everwire::Wire::ALL.map(|wire| wire.to_string()).join(" | ")
    );
    let _ = writeln!(text, "|---|{}", "---:|".repeat(everwire::Wire::ALL.len()));
    for group in groups {
        let cell = |decoding: &crate::group::Decoding| {
            debug_assert!(everwire::Wire::ALL.contains(&decoding.wire));
            format!(
                "{} ns, +{:.0} %",
                number(decoding.nanoseconds),
                decoding.share * 100.0
            )
        };
        let cells: Vec<String> = group.decoding.iter().map(cell).collect();
        let _ = writeln!(text, "| {} | {} |", group.name, cells.join(" | "));
    }
    text.push('\n');
}

/// Two digits of what is small, none behind the point of what is not.
fn number(number: f64) -> String {
    match number {
        ..10.0 => format!("{number:.1}"),
        _ => format!("{number:.0}"),
    }
}
