//! A chart of the geometric means: for each wire and operation, how many times as fast as the baseline each library is.

use std::path::Path;

use everwire::Wire;
use plotters::prelude::*;

use crate::group::{EVERWIRE, Group, LIMITS};
use crate::measure::geometric_mean;
use crate::operation::{Operation, baseline};
use crate::peer::Result;

const WIDTH: u32 = 960;
const TITLE: u32 = 40;
const BAR: u32 = 18;
const GAP: u32 = 14;
/// Where bars begin, right of the names.
const LEFT: i32 = 300;

/// One bar.
struct Bar {
    label: String,
    ratio: f64,
    own: bool,
    first: bool,
}

/// Draws the chart as SVG.
///
/// # Errors
///
/// Where the file cannot be written.
pub fn draw(groups: &[Group], file: &Path) -> Result<()> {
    let bars: Vec<(Wire, Vec<Bar>)> = Wire::ALL
        .into_iter()
        .map(|wire| (wire, bars(groups, wire)))
        .collect();
    let longest = bars
        .iter()
        .flat_map(|(_, bars)| bars)
        .map(|bar| bar.ratio)
        .fold(1.0, f64::max);
    let height = bars.iter().map(|(_, bars)| height(bars)).sum();
    let root = SVGBackend::new(file, (WIDTH, height)).into_drawing_area();
    root.fill(&WHITE)?;
    let mut top = 0;
    for (wire, bars) in &bars {
        if bars.is_empty() {
            continue;
        }
        let title = format!("{wire}: times as fast as {}", baseline(*wire));
        root.draw_text(
            &title,
            &("sans-serif", 20).into_font().into_text_style(&root),
            (10, top + 14),
        )?;
        top += TITLE.cast_signed();
        let scale = f64::from(WIDTH.cast_signed() - LEFT - 70) / longest;
        let one = LEFT + scale as i32;
        let start = top;
        for bar in bars {
            if bar.first {
                top += GAP.cast_signed();
            }
            let end = LEFT + (bar.ratio * scale) as i32;
            let color = if bar.own {
                RGBColor(214, 92, 28)
            } else {
                RGBColor(150, 158, 170)
            };
            let corners = [(LEFT, top), (end, top + BAR.cast_signed() - 4)];
            root.draw(&Rectangle::new(corners, color.filled()))?;
            let style = ("sans-serif", 13).into_font().into_text_style(&root);
            root.draw_text(&bar.label, &style, (10, top))?;
            root.draw_text(&format!("{:.2}", bar.ratio), &style, (end + 6, top))?;
            top += BAR.cast_signed();
        }
        root.draw(&PathElement::new(
            vec![(one, start), (one, top)],
            BLACK.mix(0.5),
        ))?;
        top += GAP.cast_signed();
    }
    root.present()?;
    Ok(())
}

/// How high a wire's part of the chart is.
fn height(bars: &[Bar]) -> u32 {
    if bars.is_empty() {
        return 0;
    }
    let (mut height, gaps) = (TITLE + GAP, bars.iter().filter(|bar| bar.first).count());
    for _ in bars {
        height += BAR;
    }
    for _ in 0..gaps {
        height += GAP;
    }
    height
}

/// The bars of a wire: for each operation Everwire first, and the peers as they were measured.
fn bars(groups: &[Group], wire: Wire) -> Vec<Bar> {
    let mut bars = Vec::new();
    for operation in Operation::ALL {
        let of: Vec<&Group> = groups
            .iter()
            .filter(|group| group.wire == wire && group.operation == operation)
            .collect();
        let mut names: Vec<&str> = Vec::new();
        for row in of.iter().flat_map(|group| &group.rows) {
            if !names.contains(&row.library)
                && !LIMITS.contains(&row.library)
                && !row.library.contains(',')
            {
                names.push(row.library);
            }
        }
        for (index, name) in names.iter().enumerate() {
            let rows = of
                .iter()
                .flat_map(|group| &group.rows)
                .filter(|row| row.library == *name);
            let ratios: Vec<f64> = rows
                .map(|row| row.ratio)
                .filter(|ratio| ratio.is_finite())
                .collect();
            if !ratios.is_empty() {
                bars.push(Bar {
                    label: format!("{}: {name}", operation.title()),
                    ratio: geometric_mean(ratios),
                    own: *name == EVERWIRE,
                    first: index == 0,
                });
            }
        }
    }
    bars
}
