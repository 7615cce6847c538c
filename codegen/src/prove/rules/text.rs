//! Text and bytes at which rules differ.

use everwire::validate::{Literal, Rule};

use super::{LONGEST_TEXT, counts, literals, pattern};

/// Text of each format.
const FORMATS: &[&str] = &[
    "ann@example.com",
    "example.com",
    "-bad-.example",
    "192.0.2.1",
    "2001:db8::1",
    "https://example.com/a?b#c",
    "../relative",
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    "6ba7b8109dad11d180b400c04fd430c8",
    "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "example.com:80",
    "[2001:db8::1]:80",
    "192.0.2.1/24",
    "192.0.2.0/24",
    "2001:db8::1/64",
    "2001:db8::/64",
    "shop.v1.Order",
    ".shop.v1.Order",
    "X-Header",
    ":authority",
    "value with spaces",
    "line\nbreak",
    "not any of these \u{7}",
    "a@b.co",
    "a.b",
    "1.1.1.1",
    "::1",
    "a:b",
    "a.b:1",
    "1.0.0.0/8",
    "::/0",
];

/// The longest text that is made of all that rules say.
const SHORT: usize = 10_000;

/// Lengths that rules compare with.
fn lengths(rules: &[Rule]) -> Vec<usize> {
    counts(rules, LONGEST_TEXT, |rule| match rule {
        Rule::Len(count) | Rule::MinLen(count) | Rule::MaxLen(count) => Some(*count),
        Rule::LenBytes(count) | Rule::MinBytes(count) | Rule::MaxBytes(count) => Some(*count),
        _ => None,
    })
}

/// Text at which rules differ: of each length, in letters of one byte and of two; with what must be at its ends and within; of each format.
pub(super) fn strings(rules: &[Rule]) -> Vec<String> {
    let mut all: Vec<String> = vec!["a".into(), String::new()];
    for literal in literals(rules) {
        if let Literal::Str(text) = literal {
            all.extend([text.to_owned(), format!("{text}x")]);
        }
    }
    let mut seeds: Vec<String> = Vec::new();
    for rule in rules {
        match rule {
            Rule::Pattern(of) => seeds.extend(pattern::matches(of.pattern().source())),
            Rule::Prefix(Literal::Str(text))
            | Rule::Suffix(Literal::Str(text))
            | Rule::Contains(Literal::Str(text))
            | Rule::NotContains(Literal::Str(text)) => {
                seeds.push((*text).to_owned());
            }
            _ => {}
        }
    }
    let whole =
        |pick: fn(&Rule) -> Option<&'static str>| rules.iter().filter_map(pick).collect::<String>();
    let prefix = whole(|rule| match rule {
        Rule::Prefix(Literal::Str(text)) => Some(*text),
        _ => None,
    });
    let within = whole(|rule| match rule {
        Rule::Contains(Literal::Str(text)) => Some(*text),
        _ => None,
    });
    let suffix = whole(|rule| match rule {
        Rule::Suffix(Literal::Str(text)) => Some(*text),
        _ => None,
    });
    seeds.push(format!("{prefix}{within}{suffix}"));
    let formats = FORMATS.iter().map(|text| (*text).to_owned());
    all.extend(formats);
    for length in lengths(rules) {
        let told = [&prefix, &within, &suffix].map(|text| text.chars().count());
        let missing = length.saturating_sub(told.iter().sum());
        all.push(format!("{prefix}{}{within}{suffix}", "x".repeat(missing)));
        all.extend(["x", "é"].map(|letter| letter.repeat(length)));
        if length > SHORT {
            continue;
        }
        all.push("7".repeat(length));
        for seed in &seeds {
            let missing = "x".repeat(length.saturating_sub(seed.chars().count()));
            all.extend([format!("{seed}{missing}"), format!("{missing}{seed}")]);
        }
    }
    all.extend(seeds);
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|text| seen.insert(text.clone()));
    all
}

/// Bytes at which rules differ.
pub(super) fn bytes(rules: &[Rule]) -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = vec![vec![1], Vec::new(), vec![7; 4], vec![7; 16]];
    all.extend(lengths(rules).into_iter().map(|length| vec![1; length]));
    let mut take = |literal: &Literal| match literal {
        Literal::Bytes(bytes) => all.push(bytes.to_vec()),
        Literal::Str(text) => all.push(text.as_bytes().to_vec()),
        _ => {}
    };
    literals(rules).iter().for_each(&mut take);
    for rule in rules {
        if let Rule::Prefix(one)
        | Rule::Suffix(one)
        | Rule::Contains(one)
        | Rule::NotContains(one) = rule
        {
            take(one);
        }
    }
    all.extend(
        strings(rules)
            .into_iter()
            .filter(|text| text.len() <= SHORT)
            .take(40)
            .map(String::into_bytes),
    );
    all
}
