//! What only proto2 has: required fields, defaults and groups.

use everwire::{Codec, Wire};
use everwire_tests::{sample, sampler, values};
use proptest::prelude::*;

use super::{agrees, peer};

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "test.v2.Legacy")]
struct Legacy {
    #[codec(1, required)]
    id: i32,
    #[codec(2, default = "none")]
    name: Option<String>,
    #[codec(3, sint, default = -1)]
    level: Option<i32>,
    #[codec(4, unpacked)]
    unpacked: Vec<i32>,
    #[codec(5)]
    packed: Vec<i32>,
    #[codec(6, group)]
    single: Option<Single>,
    #[codec(7, group)]
    several: Vec<Several>,
    #[codec(8, required)]
    token: Vec<u8>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Single {
    #[codec(1)]
    text: Option<String>,
    #[codec(2)]
    number: Option<u64>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Several {
    #[codec(1, required)]
    key: i32,
    #[codec(2)]
    words: Vec<String>,
}

#[test]
fn proto2_agrees() {
    use proptest::option::of;
    let single =
        (of(values::text()), of(values::u64())).prop_map(|(text, number)| Single { text, number });
    let several = (values::i32(), values::list(values::text()))
        .prop_map(|(key, words)| Several { key, words });
    let several = values::list(several);
    let single = of(single);
    let mut runner = sampler();
    for _ in 0..96 {
        let ours = Legacy {
            id: sample(&mut runner, &values::i32()),
            name: sample(&mut runner, &of(values::text())),
            level: sample(&mut runner, &of(values::i32())),
            unpacked: sample(&mut runner, &values::list(values::i32())),
            packed: sample(&mut runner, &values::list(values::i32())),
            single: sample(&mut runner, &single),
            several: sample(&mut runner, &several),
            token: sample(&mut runner, &values::bytes()),
        };
        let theirs = peer::v2::Legacy {
            id: ours.id,
            name: ours.name.clone(),
            level: ours.level,
            unpacked: ours.unpacked.clone(),
            packed: ours.packed.clone(),
            single: ours.single.clone().map(|single| peer::v2::legacy::Single {
                text: single.text,
                number: single.number,
            }),
            several: ours
                .several
                .iter()
                .cloned()
                .map(|several| peer::v2::legacy::Several {
                    key: several.key,
                    words: several.words,
                })
                .collect(),
            token: ours.token.clone(),
        };
        agrees(&ours, &theirs);
    }
}

#[test]
fn an_absent_required_field_is_an_error_and_an_absent_default_stays_none() {
    let error = Wire::Protobuf.decode::<Legacy>(b"\x08\x01").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("Legacy.token: the field is required, and absent"),
        "{error}"
    );
    let read: Legacy = Wire::Protobuf.decode(b"\x08\x01\x42\x00").unwrap();
    assert_eq!((read.name, read.level), (None, None));
}
