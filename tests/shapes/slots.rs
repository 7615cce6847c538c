//! Messages that hold one shape in each way that a message can, and messages that hold many shapes.

/// For each `name: Type, strategy;` a test that a message which holds the type plain, in an `Option`, a list, a map and a
/// oneof comes back from every wire.
///
/// `nil` marks what nil stands for, which neither an `Option` nor a variant holds; `required` what has no wire default.
macro_rules! shapes {
    ($($name:ident $([$kind:ident])?: $ty:ty, $strategy:expr;)*) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            use std::collections::BTreeMap;
            use everwire::Codec;
            use everwire_tests::{for_all, survives, values};
            #[allow(unused_imports)]
            use proptest::prelude::*;

            fn one() -> BoxedStrategy<$ty> {
                ($strategy).boxed()
            }

            fn several() -> BoxedStrategy<Vec<$ty>> {
                values::list(one()).boxed()
            }

            fn named() -> BoxedStrategy<BTreeMap<String, $ty>> {
                proptest::collection::btree_map(values::text(), one(), 0..3).boxed()
            }

            shapes!(@test ($($kind)?) $ty);
        }
    )*};
    (@test () $ty:ty) => {
        #[derive(Codec, Clone, Debug, PartialEq)]
        pub struct Slots {
            #[codec(1)] plain: $ty,
            #[codec(2)] option: Option<$ty>,
            #[codec(3)] list: Vec<$ty>,
            #[codec(4)] map: BTreeMap<String, $ty>,
            #[codec(oneof(6, 7))] choice: Option<Choice>,
        }

        shapes!(@choice $ty);
    };
    (@test (required) $ty:ty) => {
        #[derive(Codec, Clone, Debug, PartialEq)]
        pub struct Slots {
            #[codec(1, required)] plain: $ty,
            #[codec(2)] option: Option<$ty>,
            #[codec(3)] list: Vec<$ty>,
            #[codec(4)] map: BTreeMap<String, $ty>,
            #[codec(oneof(6, 7))] choice: Option<Choice>,
        }

        shapes!(@choice $ty);
    };
    (@test (nil) $ty:ty) => {
        #[derive(Codec, Clone, Debug, PartialEq)]
        pub struct Slots {
            #[codec(1)] plain: $ty,
            #[codec(3)] list: Vec<$ty>,
            #[codec(4)] map: BTreeMap<String, $ty>,
        }

        #[test]
        fn comes_back() {
            let slots = (one(), several(), named()).prop_map(|(plain, list, map)| Slots { plain, list, map });
            for_all(32, &(slots.boxed(), one()), |(slots, other)| {
                survives(&slots, &Slots { plain: other.clone(), list: vec![other; 2], map: BTreeMap::new() });
            });
        }
    };
    (@choice $ty:ty) => {
        #[derive(Codec, Clone, Debug, PartialEq)]
        pub enum Choice {
            #[codec(6)] Held($ty),
            #[codec(7)] Nothing,
        }

        #[test]
        fn comes_back() {
            let choice = prop_oneof![
                Just(None),
                one().prop_map(|value| Some(Choice::Held(value))),
                Just(Some(Choice::Nothing)),
            ];
            let slots = (one(), proptest::option::of(one()), several(), named(), choice)
                .prop_map(|(plain, option, list, map, choice)| Slots { plain, option, list, map, choice });
            for_all(32, &(slots.boxed(), one()), |(slots, other)| {
                let other = Slots {
                    plain: other.clone(),
                    option: Some(other.clone()),
                    list: vec![other.clone(); 2],
                    map: BTreeMap::new(),
                    choice: Some(Choice::Held(other)),
                };
                survives(&slots, &other);
            });
        }
    };
}

/// For each `name: Type, strategy;` a field of one message, and a test that this message comes back from every wire.
macro_rules! variations {
    ($($name:ident $([$required:ident])?: $ty:ty, $strategy:expr;)*) => {
        mod variations {
            #[allow(unused_imports)]
            use super::*;
            #[allow(unused_imports)]
            use std::collections::BTreeMap;
            use everwire::Codec;
            use everwire_tests::{sample, sampler, survives};
            #[allow(unused_imports)]
            use proptest::prelude::*;

            #[derive(Codec, Clone, Debug, PartialEq)]
            struct Variations {
                $($(#[codec($required)])? $name: $ty,)*
            }

            #[test]
            fn come_back() {
                let mut runner = sampler();
                let mut one = || Variations {
                    $($name: sample(&mut runner, &($strategy)),)*
                };
                let mut other = one();
                for _ in 0..64 {
                    let value = one();
                    survives(&value, &other);
                    other = value;
                }
            }
        }
    };
}
