//! What an answer goes by, where it is made.
//!
//! axum makes a response of what a handler returns without the request. What was negotiated is therefore held by the thread while it polls the
//! inner service of [`negotiate`](super::negotiate()), and by the future of that service in between; so an answer is written once, where it is made.

use std::sync::Arc;

use core::cell::Cell;

use super::accept::Chosen;
use super::settings::Settings;

/// What was negotiated for a request.
#[derive(Clone)]
pub(super) struct Exchange {
    /// None where nothing is acceptable, and the method is one that is served all the same.
    pub(super) chosen: Option<Chosen>,
    pub(super) settings: Arc<Settings>,
}

thread_local! {
    static CURRENT: Cell<Option<Exchange>> = const { Cell::new(None) };
}

/// That of the service that this thread polls, the innermost.
pub(super) fn current() -> Option<Exchange> {
    let current = CURRENT.try_with(|current| {
        let held = current.take();
        current.set(held.clone());
        held
    });
    current.ok().flatten()
}

/// Does something during an exchange, which is where it was afterwards, and so is the one around it.
pub(super) fn during<R>(held: &mut Option<Exchange>, act: impl FnOnce() -> R) -> R {
    let _swapped = Swapped::new(held);
    act()
}

/// The thread's exchange in place of what is held here; they change places again in the end, even if it is a panic.
struct Swapped<'a>(&'a mut Option<Exchange>);

impl<'a> Swapped<'a> {
    fn new(held: &'a mut Option<Exchange>) -> Self {
        swap(held);
        Self(held)
    }
}

impl Drop for Swapped<'_> {
    fn drop(&mut self) {
        swap(self.0);
    }
}

fn swap(held: &mut Option<Exchange>) {
    // A thread that ends has none any more; what is held then stays where it is.
    let _ = CURRENT.try_with(|current| *held = current.replace(held.take()));
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use crate::Wire;

    fn of(wire: Wire) -> Option<Exchange> {
        Some(Exchange {
            chosen: Some(wire.into()),
            settings: Arc::new(Settings::DEFAULT),
        })
    }

    fn wire() -> Option<Wire> {
        current()?.chosen.map(|chosen| chosen.wire)
    }

    #[test]
    fn the_innermost_holds_and_the_outer_is_there_again() {
        let (mut outer, mut inner) = (of(Wire::Json), of(Wire::MsgPack));
        assert_eq!(wire(), None);
        during(&mut outer, || {
            assert_eq!(wire(), Some(Wire::Json));
            during(&mut inner, || assert_eq!(wire(), Some(Wire::MsgPack)));
            assert_eq!(wire(), Some(Wire::Json));
            let mut none = None;
            during(&mut none, || assert_eq!(wire(), None));
            assert_eq!(wire(), Some(Wire::Json));
        });
        assert_eq!(wire(), None);
        assert!(outer.is_some() && inner.is_some());
    }

    #[test]
    fn a_panic_leaves_none_behind() {
        let mut held = of(Wire::Json);
        let panicked = catch_unwind(AssertUnwindSafe(|| {
            during(&mut held, || panic!("in a handler"));
        }));
        assert!(panicked.is_err() && held.is_some());
        assert_eq!(wire(), None);
    }
}
