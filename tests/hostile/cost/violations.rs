//! Values that break rules in many places.

use std::collections::BTreeMap;
use std::time::Instant;

use everwire::{Codec, Wire};

use super::{MANY, PATIENCE};
use crate::memory::peak;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Ruled {
    #[codec(1, items(gt = 5))]
    list: Vec<u32>,
    #[codec(2, unique)]
    unique: Vec<u32>,
    #[codec(3)]
    named: BTreeMap<String, Ruled>,
}

#[test]
fn violations_take_no_more_than_the_input_may_cost() {
    let key = "k".repeat(MANY);
    let zeros = "0,".repeat(MANY);
    for json in [
        format!(r#"{{"list":[{zeros}0]}}"#),
        format!(r#"{{"named":{{"{key}":{{"list":[{zeros}0]}}}}}}"#),
        format!(r#"{{"unique":[{zeros}0]}}"#),
    ] {
        let start = Instant::now();
        let (held, result) = peak(|| Wire::Json.decode::<Ruled>(json.as_bytes()));
        let error = result.unwrap_err();
        assert!(error.is_validation());
        assert!(
            held <= 3 * 32 * json.len() + 100_000,
            "{held} bytes for {}",
            json.len()
        );
        assert!(start.elapsed() < PATIENCE);
    }
    let zeros = "0,".repeat(300);
    let error = Wire::Json
        .decode::<Ruled>(format!(r#"{{"list":[{zeros}0]}}"#).as_bytes())
        .unwrap_err();
    assert_eq!(
        error.violations().unwrap().len(),
        301,
        "all of them, where they fit"
    );
}
