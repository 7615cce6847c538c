//! Values of any kind, and two messages one behind the other, which are merged.

use std::collections::HashMap;
use std::fmt::Debug;

use everwire::{Codec, DecodeOwned};
use proptest::collection::{hash_map, vec};
use proptest::option;
use proptest::prelude::*;
use prost::Message;
use prost_upgrade::kinds::v1::{Choice, Leaf, Maps, Optional, Repeated, Singular, choice::Kind};

use super::{agree, read_alike};

/// One map has one entry at most, since prost writes entries in no order.
fn entry<V: Debug + Clone>(
    value: impl Strategy<Value = V>,
) -> impl Strategy<Value = HashMap<String, V>> {
    hash_map(".{0,3}", value, 0..=1)
}

fn leaf() -> impl Strategy<Value = Leaf> {
    (".{0,5}", vec(any::<u32>(), 0..4)).prop_map(|(text, numbers)| Leaf { text, numbers })
}

fn float() -> impl Strategy<Value = f64> {
    prop::num::f64::POSITIVE | prop::num::f64::NEGATIVE | prop::num::f64::INFINITE
}

prop_compose! {
    fn singular()(
        (double_value, float_value) in (float(), prop::num::f32::NORMAL),
        (int32_value, int64_value, uint32_value, uint64_value) in any::<(i32, i64, u32, u64)>(),
        (sint32_value, sint64_value, fixed32_value, fixed64_value) in any::<(i32, i64, u32, u64)>(),
        (sfixed32_value, sfixed64_value, bool_value, colour) in any::<(i32, i64, bool, i32)>(),
        string_value in ".{0,20}",
        bytes_value in vec(any::<u8>(), 0..20),
        leaf in option::of(leaf()),
    ) -> Singular {
        Singular {
            double_value, float_value, int32_value, int64_value, uint32_value, uint64_value, sint32_value, sint64_value, fixed32_value,
            fixed64_value, sfixed32_value, sfixed64_value, bool_value, colour, string_value, bytes_value, leaf, ..Singular::default()
        }
    }
}

prop_compose! {
    fn optional()(
        (double_value, int32_value, int64_value) in (option::of(float()), any::<Option<i32>>(), any::<Option<i64>>()),
        (sint32_value, sfixed64_value, colour) in any::<(Option<i32>, Option<i64>, Option<i32>)>(),
        string_value in option::of(".{0,20}"),
        leaf in option::of(leaf()),
    ) -> Optional {
        Optional { double_value, int32_value, int64_value, sint32_value, sfixed64_value, colour, string_value, leaf, ..Optional::default() }
    }
}

prop_compose! {
    fn repeated()(
        (double_value, int32_value, uint64_value) in (vec(float(), 0..4), vec(any::<i32>(), 0..9), vec(any::<u64>(), 0..4)),
        (sint64_value, fixed32_value, bool_value) in (vec(any::<i64>(), 0..4), vec(any::<u32>(), 0..4), vec(any::<bool>(), 0..4)),
        (colour, unpacked, unpacked_colour) in (vec(any::<i32>(), 0..9), vec(any::<i32>(), 0..4), vec(any::<i32>(), 0..4)),
        (string_value, leaf) in (vec(".{0,9}", 0..4), vec(leaf(), 0..4)),
    ) -> Repeated {
        Repeated {
            double_value, int32_value, uint64_value, sint64_value, fixed32_value, bool_value, colour, unpacked, unpacked_colour,
            string_value, leaf, ..Repeated::default()
        }
    }
}

prop_compose! {
    fn maps()(
        (strings, colours, leaves) in (entry(".{0,9}"), entry(any::<i32>()), entry(leaf())),
        (bytes, doubles, wrapped) in (entry(vec(any::<u8>(), 0..5)), entry(float()), entry(".{0,9}")),
        sint32s in hash_map(any::<i32>(), any::<i32>(), 0..=1),
    ) -> Maps {
        Maps { strings, colours, leaves, bytes, doubles, wrapped, sint32s, ..Maps::default() }
    }
}

fn choice() -> impl Strategy<Value = Choice> {
    let kind = prop_oneof![
        float().prop_map(Kind::DoubleValue),
        any::<i32>().prop_map(Kind::Sint32Value),
        any::<i32>().prop_map(Kind::Colour),
        any::<i32>().prop_map(Kind::Wrapped),
        ".{0,9}".prop_map(Kind::StringValue),
        leaf().prop_map(Kind::Leaf),
        Just(Kind::Nothing(())),
    ];
    (option::of(kind), ".{0,5}").prop_map(|(kind, beside)| Choice { kind, beside })
}

/// Two messages one behind the other are one, merged.
fn joined<M>(one: &M, other: &M)
where
    M: Message + Default + Codec + DecodeOwned + PartialEq + Debug,
{
    let mut bytes = one.encode_to_vec();
    bytes.extend(other.encode_to_vec());
    read_alike::<M>(&bytes);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_of_any_kind(one in singular(), two in optional(), three in repeated(), four in maps(), five in choice()) {
        agree(&one);
        agree(&two);
        agree(&three);
        agree(&four);
        agree(&five);
    }

    #[test]
    fn messages_are_merged_alike(
        one in (singular(), singular()),
        two in (optional(), optional()),
        three in (repeated(), repeated()),
        four in (maps(), maps()),
        five in (choice(), choice()),
    ) {
        joined(&one.0, &one.1);
        joined(&two.0, &two.1);
        joined(&three.0, &three.1);
        joined(&four.0, &four.1);
        joined(&five.0, &five.1);
    }

    #[test]
    fn what_prost_reads_of_damaged_bytes_everwire_reads(
        value in singular(),
        damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = value.encode_to_vec();
        if bytes.is_empty() {
            return Ok(());
        }
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(theirs) = <Singular as Message>::decode(&*bytes) {
            let ours = everwire::protobuf::from_slice::<Singular>(&bytes);
            let ours = ours.map(|ours| ours.encode_to_vec());
            prop_assert_eq!(ours.ok(), Some(theirs.encode_to_vec()));
        }
    }
}
