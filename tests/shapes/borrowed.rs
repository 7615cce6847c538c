//! Types that borrow from the input.

use std::borrow::Cow;
use std::collections::BTreeMap;

use everwire::{Codec, Wire};
use everwire_tests::{for_all, values};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Borrowed<'a> {
    #[codec(1)]
    name: &'a str,
    #[codec(2)]
    alias: Option<&'a str>,
    #[codec(3)]
    words: Vec<&'a str>,
    #[codec(4)]
    labels: BTreeMap<&'a str, &'a str>,
    #[codec(5)]
    inner: Option<Inner<'a>>,
    #[codec(oneof(6, 7))]
    event: Option<Event<'a>>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Inner<'a> {
    #[codec(1)]
    text: &'a str,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Event<'a> {
    #[codec(6)]
    Placed(&'a str),
    #[codec(7)]
    Cancelled {
        #[codec(1)]
        why: &'a str,
    },
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Cows<'a> {
    #[codec(1)]
    name: Cow<'a, str>,
    #[codec(2)]
    token: Cow<'a, [u8]>,
    #[codec(3)]
    words: Vec<Cow<'a, str>>,
    #[codec(4)]
    tokens: Option<Cow<'a, [u8]>>,
    #[codec(5)]
    labels: BTreeMap<Cow<'a, str>, Cow<'a, [u8]>>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Slices<'a> {
    #[codec(1)]
    token: &'a [u8],
    #[codec(2)]
    tokens: Vec<&'a [u8]>,
    #[codec(3)]
    optional: Option<&'a [u8]>,
}

fn within(part: &[u8], whole: &[u8]) -> bool {
    part.is_empty() || whole.as_ptr_range().contains(&part.as_ptr())
}

#[test]
fn text_without_escapes_is_borrowed_on_every_wire() {
    let texts = proptest::collection::vec("[a-zé]{0,40}", 4);
    for_all(64, &texts, |texts| {
        let [a, b, c, d] = &texts[..] else {
            unreachable!()
        };
        for event in [Event::Placed(d), Event::Cancelled { why: d }] {
            let value = Borrowed {
                name: a,
                alias: Some(b),
                words: vec![a, c],
                labels: BTreeMap::from([(b.as_str(), c.as_str()), ("k", d.as_str())]),
                inner: Some(Inner { text: d }),
                event: Some(event),
            };
            for wire in Wire::ALL {
                let bytes = wire.encode(&value).unwrap();
                let decoded: Borrowed<'_> = wire.decode(&bytes).unwrap();
                assert_eq!(decoded, value, "{wire}");
                assert!(within(decoded.name.as_bytes(), &bytes), "{wire}");
                assert!(within(decoded.words[1].as_bytes(), &bytes), "{wire}");
                let mut reused = Borrowed {
                    name: "before",
                    words: vec!["x"; 5],
                    ..Borrowed::default()
                };
                wire.decode_into(&mut reused, &bytes).unwrap();
                assert_eq!(reused, value, "{wire}");
            }
        }
    });
}

#[test]
fn cows_hold_any_text_and_bytes_on_every_wire() {
    for_all(
        96,
        &(
            values::text(),
            values::bytes(),
            values::list(values::text()),
        ),
        |(name, token, words)| {
            let value = Cows {
                name: Cow::Borrowed(&name),
                token: Cow::Borrowed(&token),
                words: words
                    .iter()
                    .map(|word| Cow::Borrowed(word.as_str()))
                    .collect(),
                tokens: Some(Cow::Owned(token.clone())),
                labels: BTreeMap::from([(Cow::Borrowed(name.as_str()), Cow::Borrowed(&token[..]))]),
            };
            for wire in Wire::ALL {
                let bytes = wire.encode(&value).unwrap();
                let decoded: Cows<'_> = wire.decode(&bytes).unwrap();
                assert_eq!(decoded, value, "{wire}");
                if wire != Wire::Json {
                    assert!(matches!(decoded.name, Cow::Borrowed(_)), "{wire}");
                    assert!(matches!(decoded.token, Cow::Borrowed(_)), "{wire}");
                }
            }
        },
    );
}

#[test]
fn slices_are_borrowed_where_bytes_are_bytes() {
    for_all(48, &(values::bytes(), values::bytes()), |(a, b)| {
        let value = Slices {
            token: &a,
            tokens: vec![&b, &a, &[]],
            optional: Some(&b),
        };
        for wire in [Wire::Protobuf, Wire::MsgPack] {
            let bytes = wire.encode(&value).unwrap();
            let decoded: Slices<'_> = wire.decode(&bytes).unwrap();
            assert_eq!(decoded, value, "{wire}");
            assert!(within(decoded.token, &bytes));
        }
    });
}

#[test]
fn json_names_cow_where_it_cannot_lend() {
    let text = br#"{"name":"a\nb"}"#;
    let error = Wire::Json.decode::<Borrowed<'_>>(text).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Borrowed.name: the value does not stand in the input as it is, so `&str` cannot borrow it; use `Cow<str>` (json, byte 8)"
    );
    let error = Wire::Json
        .decode::<Slices<'_>>(br#"{"token":"AQID"}"#)
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "Slices.token: the value does not stand in the input as it is, so `&[u8]` cannot borrow it; use `Cow<[u8]>` (json, byte 9)"
    );
    let cows: Cows<'_> = Wire::Json.decode(text).unwrap();
    assert_eq!(cows.name, "a\nb");
}
