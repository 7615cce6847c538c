//! All cores of the machine.

use std::num::NonZero;
use std::thread;

/// The stack of a thread, as large as that of a program.
const STACK: usize = 8 << 20;

/// Maps elements on all cores, and keeps their order; fewer than `worth` are not worth a thread.
pub(crate) fn map<T, R>(all: &[T], worth: usize, map: impl Fn(&T) -> R + Sync) -> Vec<R>
where
    T: Sync,
    R: Send,
{
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = all.len().div_ceil(cores).max(worth).max(1);
    let map = |share: &[T]| share.iter().map(&map).collect::<Vec<_>>();
    if all.len() <= share {
        return map(all);
    }
    thread::scope(|scope| {
        let mut shares = all.chunks(share);
        let own = shares.next_back().unwrap_or_default();
        let others: Vec<_> = shares
            .map(|share| {
                let thread = thread::Builder::new().stack_size(STACK);
                let thread = thread.spawn_scoped(scope, move || map(share));
                thread.map_err(|_| share)
            })
            .collect();
        let own = map(own);
        let joined = others.into_iter().flat_map(|other| match other {
            Ok(thread) => thread
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            // There are no more threads to be had.
            Err(share) => map(share),
        });
        joined.chain(own).collect()
    })
}

/// Frees a value beside what goes on: trees of a hundred thousand small parts take a while.
pub(crate) fn free<T: Send + 'static>(value: T) {
    // Where there is no thread to be had, the value is freed here.
    drop(thread::Builder::new().spawn(move || drop(value)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_kept() {
        for (count, worth) in [(0, 1), (1, 1), (7, 2), (1000, 1), (1000, 600), (3, 0)] {
            let all: Vec<usize> = (0..count).collect();
            let twice: Vec<usize> = all.iter().map(|one| one * 2).collect();
            assert_eq!(map(&all, worth, |one| one * 2), twice, "{count} by {worth}");
        }
    }
}
