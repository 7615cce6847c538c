//! What was measured, as Markdown.

use std::fmt::Write;

use crate::load::{Protocol, Target, Times, Way};

/// A table of one way: a line for each size and target, ratios to the first target.
pub fn markdown(way: Way, protocol: Protocol, rows: &[(&str, Vec<Times>, Vec<Target>)]) -> String {
    let mut text = String::new();
    let http = match protocol {
        Protocol::Http1 => "HTTP/1.1",
        Protocol::Http2 => "HTTP/2",
    };
    let title = match way {
        Way::Loopback => "over loopback, 4 connections, server and client on a thread each",
        Way::Memory => "through memory, 4 connections, server and client on one thread",
        Way::Call => "left out, the router alone",
    };
    let _ = writeln!(text, "\n{http} {title}:\n");
    let _ = writeln!(
        text,
        "| message | | bytes | requests per second | ratio | p50 (µs) | ratio | p99 (µs) | ratio | processor time (µs) | ratio |"
    );
    let _ = writeln!(text, "|---|---|---|---|---|---|---|---|---|---|---|");
    for (size, times, targets) in rows {
        let base = &times[0];
        for (own, target) in times.iter().zip(targets) {
            let _ = writeln!(
                text,
                "| {size} | {} | {} | {:.0} | {:.2} | {:.1} | {:.2} | {:.1} | {:.2} | {:.1} | {:.2} |",
                target.name,
                target.request.len(),
                1.0 / median(own.each.clone()),
                ratio(&base.each, &own.each),
                median(own.p50.clone()),
                ratio(&base.p50, &own.p50),
                median(own.p99.clone()),
                ratio(&base.p99, &own.p99),
                median(own.cpu.clone()),
                ratio(&base.cpu, &own.cpu),
            );
        }
    }
    text
}

/// The median of the ratios within rounds: a machine that slows down for a while slows down both.
fn ratio(base: &[f64], own: &[f64]) -> f64 {
    median(base.iter().zip(own).map(|(base, own)| base / own).collect())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
