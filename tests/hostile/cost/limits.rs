//! Limits that a caller sets.

use everwire::{Limits, UnknownFields, Wire};

use super::Keeper;
use crate::shapes::Closed;

#[test]
fn limits_of_ones_own_hold() {
    let decode = |limits: Limits, wire: Wire, bytes: &[u8]| {
        let decoded = everwire::Options::new()
            .limits(limits)
            .decode::<Keeper>(wire, bytes);
        decoded.map(|_| ()).map_err(|error| error.to_string())
    };
    let keeper = Keeper {
        id: 1,
        closed: Closed::One,
        list: vec![Closed::One; 3],
        names: vec!["abcdef".into()],
        unknown: UnknownFields::new(),
    };
    for wire in Wire::ALL {
        let bytes = wire.encode(&keeper).unwrap();
        let limit = |name: &str, value: usize| {
            let limits = Limits::default();
            let limits = match name {
                "message" => Limits {
                    message: value,
                    ..limits
                },
                "elements" => Limits {
                    elements: value,
                    ..limits
                },
                "string" => Limits {
                    string: value,
                    ..limits
                },
                _ => Limits {
                    depth: value,
                    ..limits
                },
            };
            decode(limits, wire, &bytes)
        };
        let depth = usize::from(wire != Wire::Protobuf);
        for (name, enough) in [
            ("message", bytes.len()),
            ("elements", 4),
            ("string", 6),
            ("depth", depth),
        ] {
            assert_eq!(limit(name, enough), Ok(()), "{wire}");
            let Some(less) = enough.checked_sub(1) else {
                continue;
            };
            let error = limit(name, less).unwrap_err();
            let expected =
                format!("the limit `{name}` of {less} is reached; raise it with `Options::limits`");
            assert!(error.contains(&expected), "{wire}: {error}");
        }
        assert_eq!(
            decode(
                Limits {
                    ratio: 0,
                    ..Limits::default()
                },
                wire,
                &bytes
            ),
            Ok(()),
            "slower, that is all"
        );
    }
}
