//! Items that look wrong and are right: names that generated code could need itself, parameters that only some variants use.

use std::fmt::Debug;

use everwire::{Codec, Decode, Wire};

/// Checks that every wire gives the value back.
fn survives<'de, T: Codec + Decode<'de> + PartialEq + Debug>(value: &T) {
    for wire in Wire::ALL {
        let bytes: &'static [u8] = wire.encode(value).unwrap().leak();
        assert_eq!(&wire.decode::<T>(bytes).unwrap(), value, "{wire}");
    }
}

#[test]
fn parameters_may_have_the_names_of_the_generated_ones() {
    #[derive(Codec, Debug, PartialEq)]
    struct Four<R, W, P, C> {
        reader: R,
        writer: W,
        place: Option<P>,
        checker: Vec<C>,
    }
    survives(&Four {
        reader: 1_u32,
        writer: "w".to_owned(),
        place: Some(true),
        checker: vec![1.5],
    });
}

#[test]
fn a_lifetime_may_have_the_name_of_the_generated_one() {
    #[derive(Codec, Debug, PartialEq)]
    struct Borrowed<'de> {
        text: &'de str,
    }
    survives(&Borrowed { text: "plain" });

    #[derive(Codec, Debug, PartialEq)]
    enum Part<'payload> {
        #[codec(1)]
        Text { text: &'payload str },
        #[codec(2)]
        Nothing {},
    }
    survives(&Part::Text { text: "plain" });
    survives(&Part::Nothing {});
}

#[test]
fn types_may_have_the_names_of_the_generated_parameters() {
    #[derive(Codec, Debug, PartialEq)]
    struct R {
        #[codec(required)]
        w: W,
        p: Option<Box<R>>,
    }
    #[derive(Codec, Debug, PartialEq)]
    enum W {
        #[codec(1)]
        P(u32),
        #[codec(2)]
        C { r: Vec<R> },
    }
    #[derive(Codec, Debug, PartialEq)]
    struct C {
        #[codec(1, required)]
        r: R,
        #[codec(oneof(2, 3))]
        w: Option<P>,
    }
    #[derive(Codec, Debug, PartialEq)]
    enum P {
        #[codec(2)]
        R(R),
        #[codec(3)]
        Option,
    }
    let leaf = || R {
        w: W::P(1),
        p: None,
    };
    survives(&leaf_list(leaf()));
    survives(&C {
        r: leaf(),
        w: Some(P::R(leaf())),
    });
    survives(&C {
        r: leaf(),
        w: Some(P::Option),
    });

    fn leaf_list(leaf: R) -> R {
        R {
            w: W::C { r: vec![leaf] },
            p: None,
        }
    }
}

#[test]
fn a_variant_may_leave_parameters_to_others() {
    #[derive(Codec, Debug, PartialEq)]
    enum Either<'a, L, R, const N: usize>
    where
        L: Clone,
        R: PartialEq<R>,
    {
        #[codec(1)]
        Left { left: L },
        #[codec(2)]
        Right { right: R, why: &'a str },
        #[codec(3)]
        Hash { hash: [u8; N] },
    }
    type Sides = Either<'static, u32, String, 2>;
    survives(&Sides::Left { left: 7 });
    survives(&Sides::Right {
        right: "r".to_owned(),
        why: "plain",
    });
    survives(&Sides::Hash { hash: [1, 2] });
}
