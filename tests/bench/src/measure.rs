//! Times of all cells of a group: in one process, in turns, round by round.
//!
//! The clock is the thread's processor time, so that what else runs on the machine costs caches at most.

use std::time::Duration;

use cpu_time::ThreadTime;

use crate::cell::Cell;
use crate::peer::Result;

/// How long one turn lasts, about; a run that takes longer is a turn of its own.
const TURN: Duration = Duration::from_millis(2);
/// How long all rounds of a group last at most, as long as there are `FEWEST`.
const GROUP: Duration = Duration::from_secs(3);
const FEWEST: usize = 7;

/// How long one run of a cell took, in seconds, round by round.
pub struct Times(Vec<f64>);

impl Times {
    /// The median of the rounds.
    pub fn median(&self) -> f64 {
        median(self.0.clone())
    }

    /// How many times as fast this was as the other: the median of the ratios within the rounds, so that a machine that slows
    /// down for a while slows down both.
    pub fn faster_than(&self, other: &Self) -> f64 {
        median(
            self.0
                .iter()
                .zip(&other.0)
                .map(|(own, other)| other / own)
                .collect(),
        )
    }
}

/// The times of each cell.
///
/// # Errors
///
/// Where a library fails.
pub fn times(cells: &mut [Cell], rounds: usize) -> Result<Vec<Times>> {
    let mut runs = Vec::with_capacity(cells.len());
    let mut round = Duration::ZERO;
    for cell in cells.iter_mut() {
        let (count, turn) = runs_in_a_turn(cell)?;
        runs.push(count);
        round += turn;
    }
    let affordable = (GROUP.as_secs_f64() / round.as_secs_f64()) as usize;
    let rounds = rounds.min(affordable.max(FEWEST));
    let mut times: Vec<Times> = cells
        .iter()
        .map(|_| Times(Vec::with_capacity(rounds)))
        .collect();
    for round in 0..rounds {
        for turn in 0..cells.len() {
            let index = (turn + round) % cells.len();
            let (cell, runs) = (&mut cells[index], runs[index]);
            let start = ThreadTime::now();
            for _ in 0..runs {
                (cell.run)()?;
            }
            times[index]
                .0
                .push(start.elapsed().as_secs_f64() / f64::from(runs));
        }
    }
    Ok(times)
}

/// How many runs fill a turn, and how long they take.
fn runs_in_a_turn(cell: &mut Cell) -> Result<(u32, Duration)> {
    (cell.run)()?;
    let mut runs = 1;
    loop {
        let start = ThreadTime::now();
        for _ in 0..runs {
            (cell.run)()?;
        }
        let took = start.elapsed();
        if took * 2 >= TURN {
            return Ok((runs, took));
        }
        runs *= 2;
    }
}

/// The middle of the numbers.
pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    match numbers.len() {
        0 => f64::NAN,
        length if length % 2 == 0 => (numbers[middle - 1] + numbers[middle]) / 2.0,
        _ => numbers[middle],
    }
}

/// The geometric mean of ratios.
pub fn geometric_mean(ratios: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0);
    for ratio in ratios {
        sum += ratio.ln();
        count += 1;
    }
    (sum / f64::from(count)).exp()
}

#[cfg(test)]
mod tests {
    use super::{Times, geometric_mean, median};

    #[test]
    fn the_median_is_the_middle_or_between_both() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median(Vec::new()).is_nan());
    }

    #[test]
    fn a_ratio_is_taken_within_rounds() {
        let (own, other) = (Times(vec![1.0, 10.0, 2.0]), Times(vec![2.0, 20.0, 8.0]));
        assert_eq!(own.faster_than(&other), 2.0);
    }

    #[test]
    fn means_of_ratios_are_geometric() {
        assert!((geometric_mean([0.5, 2.0]) - 1.0).abs() < 1e-12);
    }
}
