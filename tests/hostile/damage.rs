//! Good bytes that were damaged on the way, and bytes that never were good.

use everwire::{Codec, Decode, Wire};
use everwire_tests::show;

use super::check;
use super::random::Random;
use super::shapes::{
    Borrowed, Event, Everything, Inner, Keyed, Shape, borrowed, everything, keyed,
};

/// The value on a wire.
fn sample<T: Codec>(wire: Wire, value: &T) -> Vec<u8> {
    wire.encode(value).unwrap()
}

#[test]
fn input_cut_short_is_an_error_and_in_protobuf_perhaps_a_shorter_message() {
    fn cut<T: for<'de> Decode<'de>>(value: &T) {
        for wire in Wire::ALL {
            let bytes = sample(wire, value);
            for end in 0..bytes.len() {
                let part = &bytes[..end];
                match wire.decode::<T>(part) {
                    Ok(_) => assert_eq!(wire, Wire::Protobuf, "{}", show(wire, part)),
                    Err(error) => {
                        super::check_error::<T>(wire, part, &error);
                        let split = wire == Wire::Json && std::str::from_utf8(part).is_err();
                        assert!(error.is_truncated() || split, "{wire}: {error}");
                    }
                }
            }
        }
    }
    cut(&everything());
    cut(&keyed());
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        let bytes = sample(wire, &borrowed());
        for end in 0..bytes.len() {
            let is_value = check::<Borrowed<'_>>(wire, &bytes[..end], &Borrowed::default());
            assert!(
                !is_value || wire == Wire::Protobuf,
                "{}",
                show(wire, &bytes[..end])
            );
        }
    }
}

#[test]
fn a_flipped_bit_is_another_value_or_an_error() {
    macro_rules! flip {
        ($ty:ty, $value:expr) => {
            for wire in Wire::ALL {
                let good = sample(wire, &$value);
                let (mut values, mut bytes) = (0, good.clone());
                for bit in 0..good.len() * 8 {
                    bytes[bit / 8] ^= 1 << (bit % 8);
                    values += u32::from(check::<$ty>(wire, &bytes, &$value));
                    bytes[bit / 8] = good[bit / 8];
                }
                assert!(values > 0, "{wire}: some flips are harmless");
            }
        };
    }
    flip!(Everything, everything());
    flip!(Borrowed<'_>, borrowed());
    flip!(Keyed, keyed());
}

#[test]
fn random_bytes_are_a_value_or_an_error() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut values = 0;
    for _ in 0..12_000 {
        let len = random.below(24);
        let bytes = random.bytes(len);
        for wire in Wire::ALL {
            values += u32::from(check::<Inner>(wire, &bytes, &Inner::default()));
            values += u32::from(check::<Shape>(wire, &bytes, &Shape::Empty));
            values += u32::from(check::<Vec<Event>>(wire, &bytes, &Vec::new()));
        }
    }
    assert!(values > 100, "{values}");
}

/// Changes a few places: another byte, one that begins something, a part left out, doubled, or put elsewhere.
fn mutate(random: &mut Random, bytes: &mut Vec<u8>) {
    const AWKWARD: [u8; 24] = [
        0, 1, 0x7f, 0x80, 0xff, 0xc0, 0xc1, 0x90, 0x9f, 0xdc, 0xdd, 0xde, 0xdf, 0xdb, 0xc6, 0xc9,
        b'"', b'\\', b'{', b'}', b'[', b']', b',', b':',
    ];
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len());
        let end = at + random.below((bytes.len() - at).min(12) + 1);
        match random.below(5) {
            0 => bytes[at] = random.next() as u8,
            1 => bytes[at] = AWKWARD[random.below(AWKWARD.len())],
            2 => drop(bytes.drain(at..end)),
            3 => bytes.extend_from_within(at..end),
            _ => {
                let part = bytes[at..end].to_vec();
                let to = random.below(bytes.len());
                bytes.splice(to..to, part);
            }
        }
        if bytes.is_empty() {
            bytes.push(0);
        }
    }
}

#[test]
fn mutated_bytes_are_a_value_or_an_error() {
    fn mutated<'de, T: Decode<'de> + Clone>(
        value: &T,
        rounds: usize,
        arena: &'de mut Vec<(Wire, Vec<u8>)>,
    ) {
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        for wire in Wire::ALL {
            let good = sample(wire, value);
            for _ in 0..rounds {
                let mut bytes = good.clone();
                mutate(&mut random, &mut bytes);
                arena.push((wire, bytes));
            }
        }
        let values = arena
            .iter()
            .filter(|(wire, bytes)| check(*wire, bytes, value))
            .count();
        assert!(values > rounds / 10, "{values} of {rounds}");
    }
    mutated(&everything(), 4_000, &mut Vec::new());
    mutated(&borrowed(), 6_000, &mut Vec::new());
    mutated(&keyed(), 6_000, &mut Vec::new());
}

#[test]
fn every_byte_may_follow_a_good_beginning() {
    fn next<T: Codec + Clone + for<'de> Decode<'de>>(value: &T) {
        for wire in Wire::ALL {
            let good = sample(wire, value);
            for at in 0..good.len().min(120) {
                let mut bytes = good[..=at].to_vec();
                for byte in 0..=255 {
                    bytes[at] = byte;
                    check::<T>(wire, &bytes, value);
                }
            }
        }
    }
    next(&keyed());
}
