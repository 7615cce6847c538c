//! Where an error says that it is.

use std::collections::BTreeMap;

use everwire::{Codec, Wire};
use everwire_tests::unhex;

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum NoZero {
    #[codec(1)]
    One,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Request {
    #[codec(5)]
    m: BTreeMap<String, NoZero>,
}

#[test]
fn a_map_entry_without_a_value_is_told_by_its_key() {
    for (digits, expected) in [
        ("2a030a016b", "m[\"k\"]"),
        ("2a00", "m[\"\"]"),
        ("2a050a016b1001 2a030a016c", "m[\"l\"]"),
    ] {
        let error = Wire::Protobuf
            .decode::<Request>(&unhex(digits))
            .unwrap_err();
        assert_eq!(error.path(), format!("Request.{expected}"), "{error}");
        assert!(error.is_missing());
    }
    let request: Request = Wire::Protobuf.decode(&unhex("2a021001")).unwrap();
    assert_eq!(request.m, BTreeMap::from([(String::new(), NoZero::One)]));
}
