//! Types of every shape that a wire has, with their values at the edges; `protos/shapes.proto`, `server/arrays.py` and `server/objects.py` say them again, each in its words.

pub mod compiled;
pub mod containers;
pub mod enums;
pub mod scalars;
pub mod shapes;
pub mod times;
pub mod versions;

use everwire_tests::sampler;
use proptest::test_runner::TestRunner;

/// How many values are drawn for each type beside those at the edges.
const DRAWN: usize = 16;

pub trait Sample: Sized {
    /// Values at the edges.
    fn edges() -> Vec<Self>;

    /// Any value.
    fn drawn(runner: &mut TestRunner) -> Self;

    /// The values of a test, the same ones in every run.
    fn samples() -> Vec<Self> {
        let mut runner = sampler();
        let mut samples = Self::edges();
        samples.extend((0..DRAWN).map(|_| Self::drawn(&mut runner)));
        samples
    }
}
