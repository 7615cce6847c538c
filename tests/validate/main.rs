//! Validation: the rules of attributes, by their ids and paths, on every wire.

mod foreign;
mod hooks;
mod paths;
mod reports;
mod rules;
mod walk;

use everwire::{Codec, DecodeOwned, Options, Violations, Wire};

/// Each violation as `path: rule`, a `!` before it where it is a map's key that broke the rule.
fn listed(violations: &Violations) -> Vec<String> {
    let line = |v: &everwire::Violation| {
        let key = if v.for_key { "!" } else { "" };
        format!("{key}{}: {}", v.path, v.rule_id)
    };
    violations.iter().map(line).collect()
}

/// Checks that a value breaks these rules, in this order: by itself, and on every wire unless the options turn it off.
#[track_caller]
fn breaks<T: Codec + DecodeOwned>(value: &T, expected: &[&str]) {
    let found = value
        .validate()
        .map_or_else(|all| listed(&all), |()| Vec::new());
    assert_eq!(found, expected);
    for wire in Wire::ALL {
        let bytes = wire.encode(value).unwrap();
        match wire.decode::<T>(&bytes) {
            Ok(_) => assert!(expected.is_empty(), "{wire}"),
            Err(error) => {
                assert!(error.is_validation(), "{wire}: {error}");
                assert_eq!(listed(error.violations().unwrap()), expected, "{wire}");
            }
        }
        assert!(
            Options::new()
                .validate(false)
                .decode::<T>(wire, &bytes)
                .is_ok(),
            "{wire}"
        );
        let strict = Options::new().validate_on_encode(true).encode(wire, value);
        assert_eq!(strict.is_ok(), expected.is_empty(), "{wire}");
    }
}
