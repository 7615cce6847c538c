//! The choice beside one that is made in another way, and whatever bytes come.

use super::{ALL, Offer, answer};
use crate::axum::accept::element::elements;

/// Every list of up to three ranges out of twelve, with four weights, beside a reading of the rules that searches for each answer anew.
#[test]
fn every_short_list_is_read_as_the_rules_say() {
    const RANGES: [&str; 12] = [
        "*/*",
        "application/*",
        "text/*",
        "application/json",
        "application/json;charset=utf-8",
        "application/json;version=2",
        "text/json",
        "application/msgpack",
        "application/x-msgpack",
        "application/protobuf",
        "image/png",
        "image/*",
    ];
    const WEIGHTS: [(&str, u16); 4] = [("", 1000), (";q=0", 0), (";q=0.25", 250), (";q=0.5", 500)];
    let all: Vec<(String, &str, u16)> = RANGES
        .iter()
        .flat_map(|range| {
            let weighed = |(text, weight)| (format!("{range}{text}"), *range, weight);
            WEIGHTS.map(weighed)
        })
        .collect();
    let mut count = 0;
    for (i, first) in all.iter().enumerate() {
        for (j, second) in all.iter().enumerate() {
            let two = format!("{}, {}", first.0, second.0);
            let expected = by_search(&[(first.1, first.2), (second.1, second.2)]);
            assert_eq!(answer(&[&two]), expected, "{two}");
            for third in all.iter().skip((i + j) % 3).step_by(3) {
                let ranges = [(first.1, first.2), (second.1, second.2), (third.1, third.2)];
                let lines = [&*second.0, &*third.0, &*first.0];
                assert_eq!(answer(&lines), by_search(&ranges), "{lines:?}");
                count += 1;
            }
        }
    }
    assert_eq!(count, 48 * 48 * 16);
}

/// The answer, found by asking of each name which of the ranges that may mean it is the most specific.
fn by_search(ranges: &[(&str, u16)]) -> Option<&'static str> {
    let heaviest = |wanted: &&str| {
        let same = ranges.iter().filter(|(range, _)| range == wanted);
        same.map(|(_, weight)| *weight).max()
    };
    // Best first, of each wire; of each name the ranges, the most specific first, and how many of them have its name.
    let names: [(&str, &[&str], usize); 5] = [
        (
            "application/json",
            &[
                "application/json;charset=utf-8",
                "application/json",
                "application/*",
                "*/*",
            ],
            2,
        ),
        ("text/json", &["text/json", "text/*"], 1),
        (
            "application/msgpack",
            &["application/msgpack", "application/*", "*/*"],
            1,
        ),
        ("application/x-msgpack", &["application/x-msgpack"], 1),
        (
            "application/protobuf",
            &["application/protobuf", "application/*", "*/*"],
            1,
        ),
    ];
    let wanted = names.map(|(name, ranges, named)| {
        let found = ranges.iter().position(|range| heaviest(range).is_some());
        let weight = found.and_then(|at| heaviest(&ranges[at])).unwrap_or(0);
        (weight, found.is_some_and(|at| at < named), name)
    });
    let most = wanted.iter().map(|(weight, ..)| *weight).max()?;
    // The first wire that is wanted most, and of its names the one that was asked for.
    let wires = [&wanted[..2], &wanted[2..4], &wanted[4..]];
    let wire = wires
        .into_iter()
        .find(|wire| wire.iter().any(|(weight, ..)| *weight == most));
    let mut names = wire?
        .iter()
        .filter(|(weight, ..)| *weight == most && most > 0);
    let first = names.clone().next()?;
    Some(names.find(|(_, named, _)| *named).unwrap_or(first).2)
}

/// Bytes of any kind are passed over or read, and order says nothing.
#[test]
fn any_bytes_are_read_without_harm_in_any_order() {
    const BYTES: &[u8] = b"*/;,=q\"\\. 01a\xff";
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % bound as u64).unwrap()
    };
    for _ in 0..200_000 {
        let len = next(24);
        let line: Vec<u8> = (0..len).map(|_| BYTES[next(BYTES.len())]).collect();
        let mut ranges: Vec<&[u8]> = elements(&line).collect();
        let offer = Offer {
            own: || None,
            wires: ALL,
        };
        let forwards = offer.choose(|| [&*line].into_iter());
        ranges.reverse();
        // An open quote holds all that is behind it, so each element is a line of its own here.
        assert_eq!(
            forwards,
            offer.choose(|| ranges.iter().copied()),
            "{:?}",
            line.escape_ascii().to_string()
        );
    }
}
