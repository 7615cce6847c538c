//! Seeded values: the same in every run.

use std::iter::repeat_with;

use fastrand::Rng;

/// Words that texts are made of.
const WORDS: [&str; 32] = [
    "green", "tea", "kettle", "copper", "morning", "paper", "lantern", "river", "winter", "orange",
    "basket", "wool", "silver", "garden", "stone", "velvet", "ginger", "harbor", "maple",
    "thunder", "cotton", "meadow", "candle", "pepper", "ivory", "saddle", "ribbon", "walnut",
    "crystal", "feather", "café", "größe",
];

/// A generator with the seed of a data set.
pub fn rng(seed: u64) -> Rng {
    Rng::with_seed(0x5EED_0000 + seed)
}

/// One of these.
pub fn pick<'a, T: ?Sized>(rng: &mut Rng, all: &[&'a T]) -> &'a T {
    all[rng.usize(..all.len())]
}

/// That many words.
pub fn words(rng: &mut Rng, count: usize) -> String {
    let mut text = String::new();
    for i in 0..count {
        if i > 0 {
            text.push(' ');
        }
        text.push_str(pick(rng, &WORDS));
    }
    text
}

/// That many bytes.
pub fn bytes(rng: &mut Rng, count: usize) -> Vec<u8> {
    repeat_with(|| rng.u8(..)).take(count).collect()
}

/// A number below the bound, small ones more often: as many bits as chance will have.
pub fn small(rng: &mut Rng, bits: u32) -> u64 {
    let bits = rng.u32(0..=bits);
    rng.u64(..) & ((1 << bits) - 1)
}

/// A value in so many of a hundred cases.
pub fn maybe<T>(rng: &mut Rng, percent: u32, value: impl FnOnce(&mut Rng) -> T) -> Option<T> {
    (rng.u32(..100) < percent).then(|| value(rng))
}
