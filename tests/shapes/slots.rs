//! A message that holds one shape in each way that a message can.

/// For each `name: Type, strategy;` a test that a message which holds the type plain, in an `Option`, a list, a map and a
/// oneof comes back from every wire.
///
/// `nil` marks what nil stands for, which no `Option` holds; `required` what has no wire default.
macro_rules! shapes {
    ($($name:ident $([$kind:ident])?: $ty:ty, $strategy:expr;)*) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            use std::collections::BTreeMap;
            use everwire::Codec;
            use proptest::prelude::*;

            shapes!(@define ($($kind)?) $ty);

            #[derive(Codec, Clone, Debug, PartialEq)]
            pub enum Choice {
                #[codec(6)] Held($ty),
                #[codec(7)] Nothing,
                #[codec(8)] Named { #[codec(1)] text: String },
            }

            #[test]
            fn comes_back() {
                let one = || ($strategy).boxed();
                let choice = prop_oneof![
                    Just(None),
                    one().prop_map(|value| Some(Choice::Held(value))),
                    Just(Some(Choice::Nothing)),
                    everwire_tests::values::text().prop_map(|text| Some(Choice::Named { text })),
                ];
                let slots = (
                    one(),
                    proptest::option::of(one()),
                    proptest::collection::vec(one(), 0..4),
                    proptest::collection::btree_map(everwire_tests::values::text(), one(), 0..3),
                    choice,
                );
                let slots = slots.prop_map(|(plain, option, list, map, choice)| Slots::new(plain, option, list, map, choice));
                everwire_tests::for_all(24, &(slots.boxed(), one(), one()), |(slots, value, other)| {
                    everwire_tests::survives(&slots, &Slots::new(other.clone(), Some(value.clone()), vec![other.clone()], BTreeMap::new(), None));
                    everwire_tests::survives(&value, &other);
                });
            }
        }
    )*};
    (@define () $ty:ty) => {
        #[derive(Codec, Clone, Debug, PartialEq)]
        pub struct Slots {
            #[codec(1)] plain: $ty,
            #[codec(2)] option: Option<$ty>,
            #[codec(3)] list: Vec<$ty>,
            #[codec(4)] map: BTreeMap<String, $ty>,
            #[codec(oneof(6, 7, 8))] choice: Option<Choice>,
        }

        shapes!(@new $ty);
    };
    (@define (required) $ty:ty) => {
        #[derive(Codec, Clone, Debug, PartialEq)]
        pub struct Slots {
            #[codec(1, required)] plain: $ty,
            #[codec(2)] option: Option<$ty>,
            #[codec(3)] list: Vec<$ty>,
            #[codec(4)] map: BTreeMap<String, $ty>,
            #[codec(oneof(6, 7, 8))] choice: Option<Choice>,
        }

        shapes!(@new $ty);
    };
    (@new $ty:ty) => {
        impl Slots {
            fn new(plain: $ty, option: Option<$ty>, list: Vec<$ty>, map: BTreeMap<String, $ty>, choice: Option<Choice>) -> Self {
                Self { plain, option, list, map, choice }
            }
        }
    };
    (@define (nil) $ty:ty) => {
        #[derive(Codec, Clone, Debug, PartialEq)]
        pub struct Slots {
            #[codec(1)] plain: $ty,
            #[codec(3)] list: Vec<$ty>,
            #[codec(4)] map: BTreeMap<String, $ty>,
            #[codec(oneof(6, 7, 8))] choice: Option<Choice>,
        }

        impl Slots {
            fn new(plain: $ty, _: Option<$ty>, list: Vec<$ty>, map: BTreeMap<String, $ty>, choice: Option<Choice>) -> Self {
                Self { plain, list, map, choice }
            }
        }
    };
}
