//! What the tests share.

pub mod python;
pub mod twin;
pub mod update;
pub mod values;

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Wire};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Encodes a value on a wire, shows the bytes as hexadecimal digits, and checks that they decode to the value again.
pub fn round_trip<T: Codec + DecodeOwned + PartialEq + Debug>(wire: Wire, value: &T) -> Vec<u8> {
    let bytes = wire
        .encode(value)
        .unwrap_or_else(|error| panic!("{wire}: {value:?}: {error}"));
    match wire.decode::<T>(&bytes) {
        Ok(decoded) => assert_eq!(&decoded, value, "{wire}: {}", show(wire, &bytes)),
        Err(error) => panic!("{wire}: {value:?}: {}: {error}", show(wire, &bytes)),
    }
    twin::agree::<T>(wire, &bytes);
    bytes
}

/// Checks that each wire gives `value` back, also from one wire to the other, and read over `other`.
pub fn survives<T: Codec + DecodeOwned + PartialEq + Debug + Clone>(value: &T, other: &T) {
    for first in Wire::ALL {
        let bytes = round_trip(first, value);
        let mut reused = other.clone();
        if let Err(error) = first.decode_into(&mut reused, &bytes) {
            panic!("{first}: over {other:?}: {}: {error}", show(first, &bytes));
        }
        assert_eq!(
            &reused,
            value,
            "{first}: over {other:?}: {}",
            show(first, &bytes)
        );
        let decoded: T = first.decode(&bytes).unwrap();
        for second in Wire::ALL {
            round_trip(second, &decoded);
        }
    }
}

/// Runs a test over `cases` values, the same ones in every run.
pub fn for_all<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value)) {
    let mut runner = runner(cases);
    if let Err(error) = runner.run(strategy, |value| {
        test(value);
        Ok(())
    }) {
        panic!("{error}");
    }
}

/// What [`sample`] draws from, the same values in every run.
#[must_use]
pub fn sampler() -> TestRunner {
    runner(1)
}

/// One value.
///
/// # Panics
///
/// If the strategy rejects too many.
pub fn sample<S: Strategy>(runner: &mut TestRunner, strategy: &S) -> S::Value {
    strategy.new_tree(runner).unwrap().current()
}

fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

/// Bytes as a person reads them on a wire.
#[must_use]
pub fn show(wire: Wire, bytes: &[u8]) -> String {
    if wire == Wire::Json {
        String::from_utf8_lossy(bytes).into_owned()
    } else {
        hex(bytes)
    }
}

/// Bytes as hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes from hexadecimal digits, blanks left out.
///
/// # Panics
///
/// If there is anything else.
#[must_use]
pub fn unhex(digits: &str) -> Vec<u8> {
    let digits: Vec<u8> = digits
        .bytes()
        .filter(|digit| !digit.is_ascii_whitespace())
        .collect();
    let pairs = digits
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).unwrap());
    pairs
        .map(|pair| u8::from_str_radix(pair, 16).unwrap())
        .collect()
}
