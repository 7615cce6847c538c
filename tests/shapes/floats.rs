//! Floats keep their bits, as far as the wire has room for them.

use everwire::{Codec, Wire};
use everwire_tests::{for_all, values};

#[derive(Codec, Clone, Debug)]
struct Floats {
    #[codec(1)]
    double: f64,
    #[codec(2)]
    single: f32,
    #[codec(3)]
    doubles: Vec<f64>,
    #[codec(4)]
    singles: Vec<f32>,
    #[codec(5)]
    optional: Option<f32>,
}

fn floats(double: f64, single: f32) -> Floats {
    Floats {
        double,
        single,
        doubles: vec![double, 1.0],
        singles: vec![single, 1.0],
        optional: Some(single),
    }
}

fn bits(floats: &Floats) -> (u64, u32, Vec<u64>, Vec<u32>, Option<u32>) {
    (
        floats.double.to_bits(),
        floats.single.to_bits(),
        floats.doubles.iter().map(|float| float.to_bits()).collect(),
        floats.singles.iter().map(|float| float.to_bits()).collect(),
        floats.optional.map(f32::to_bits),
    )
}

#[test]
fn every_float_keeps_its_bits() {
    for_all(512, &(values::f64(), values::f32()), |(double, single)| {
        for wire in Wire::ALL {
            let sent = floats(double, single);
            let came: Floats = wire.decode(&wire.encode(&sent).unwrap()).unwrap();
            assert_eq!(bits(&came), bits(&sent), "{wire}: {double:e} {single:e}");
        }
    });
}

#[test]
fn negative_zero_and_infinities_are_no_zeros() {
    for (double, single) in [
        (-0.0, -0.0),
        (f64::INFINITY, f32::NEG_INFINITY),
        (f64::NEG_INFINITY, f32::INFINITY),
    ] {
        for wire in Wire::ALL {
            let sent = floats(double, single);
            let came: Floats = wire.decode(&wire.encode(&sent).unwrap()).unwrap();
            assert_eq!(bits(&came), bits(&sent), "{wire}: {double}");
        }
    }
}

#[test]
fn not_a_number_stays_not_a_number() {
    for wire in Wire::ALL {
        let sent = floats(f64::NAN, f32::NAN);
        let came: Floats = wire.decode(&wire.encode(&sent).unwrap()).unwrap();
        assert!(
            came.double.is_nan()
                && came.single.is_nan()
                && came.doubles[0].is_nan()
                && came.singles[0].is_nan()
        );
        assert!(came.optional.is_some_and(f32::is_nan), "{wire}");
    }
}
