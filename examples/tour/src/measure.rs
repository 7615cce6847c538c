//! Times of several ways to do one thing: in one process, in turns.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How often all of them take their turn.
const ROUNDS: usize = 41;
/// How long one turn lasts, about.
const TURN: Duration = Duration::from_millis(3);

/// Something to be timed; what it returns is looked at, so that it is not left out.
pub type Task<'a> = Box<dyn FnMut() -> usize + 'a>;

/// How long one run of a task took, round by round.
pub struct Times(Vec<Duration>);

impl Times {
    /// The median of the rounds.
    pub fn median(&self) -> Duration {
        let mut rounds = self.0.clone();
        rounds.sort_unstable();
        rounds[rounds.len() / 2]
    }

    /// How many times as fast this was as the other: the median of the ratios in each round, so that a machine that
    /// slows down for a while slows down both.
    pub fn faster_than(&self, other: &Self) -> f64 {
        let mut ratios: Vec<f64> = self
            .0
            .iter()
            .zip(&other.0)
            .map(|(own, other)| other.as_secs_f64() / own.as_secs_f64())
            .collect();
        ratios.sort_unstable_by(f64::total_cmp);
        ratios[ratios.len() / 2]
    }
}

/// The times that each task takes.
pub fn times<const N: usize>(mut tasks: [Task<'_>; N]) -> [Times; N] {
    let turns: Vec<u32> = tasks.iter_mut().map(|task| runs_in(TURN, task)).collect();
    let mut times = std::array::from_fn(|_| Times(Vec::with_capacity(ROUNDS)));
    for _ in 0..ROUNDS {
        for ((task, runs), Times(rounds)) in tasks.iter_mut().zip(&turns).zip(&mut times) {
            let start = Instant::now();
            for _ in 0..*runs {
                black_box(task());
            }
            rounds.push(start.elapsed() / *runs);
        }
    }
    times
}

/// How many runs fill the time.
fn runs_in(time: Duration, task: &mut Task<'_>) -> u32 {
    black_box(task());
    let start = Instant::now();
    black_box(task());
    let once = start.elapsed().max(Duration::from_nanos(1));
    u32::try_from(time.as_nanos() / once.as_nanos())
        .unwrap_or(u32::MAX)
        .max(1)
}
