//! Times of several ways to do one thing: in one process, in turns, the median of the rounds.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How often all of them take their turn.
const ROUNDS: usize = 41;
/// How long one turn lasts, about.
const TURN: Duration = Duration::from_millis(3);

/// Something to be timed; what it returns is looked at, so that it is not left out.
pub type Task<'a> = Box<dyn FnMut() -> usize + 'a>;

/// The time that each task takes, once.
pub fn times(mut tasks: Vec<Task<'_>>) -> Vec<Duration> {
    let turns: Vec<u32> = tasks.iter_mut().map(|task| runs_in(TURN, task)).collect();
    let mut rounds: Vec<Vec<Duration>> = tasks.iter().map(|_| Vec::with_capacity(ROUNDS)).collect();
    for _ in 0..ROUNDS {
        for ((task, runs), times) in tasks.iter_mut().zip(&turns).zip(&mut rounds) {
            let start = Instant::now();
            for _ in 0..*runs {
                black_box(task());
            }
            times.push(start.elapsed() / *runs);
        }
    }
    rounds.into_iter().map(median).collect()
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

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
