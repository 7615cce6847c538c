//! The rules of RFC 9110, each a line of a table.

use super::*;
use crate::Wire::{self, Json, MsgPack, Protobuf};

const ALL: &[Wire] = &[Json, MsgPack, Protobuf];

fn choose(accept: &[&str], own: Option<Wire>, wires: &[Wire]) -> Option<Chosen> {
    let own = || own;
    Offer { own, wires }.choose(|| accept.iter().map(|line| line.as_bytes()))
}

fn answer(accept: &[&str]) -> Option<&'static str> {
    choose(accept, None, ALL).map(|chosen| chosen.content_type)
}

/// The weight that the most specific of the ranges gives to a media type.
fn quality(accept: &str, media_type: &str) -> Option<u16> {
    let media_type = Range::parse(media_type.as_bytes()).unwrap();
    let ranges = elements(accept.as_bytes()).filter_map(Range::parse);
    let says = ranges.filter_map(|range| Some((range.applies(&media_type)?, range.weight)));
    says.max().map(|(_, weight)| weight.0)
}

#[test]
fn media_types_have_the_weights_of_the_examples() {
    // Section 12.5.1, "the following example", and its table.
    let accept = "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed,\
                  text/plain;format=fixed;q=0.4, */*;q=0.5";
    for (media_type, weight) in [
        ("text/plain;format=flowed", 1000),
        ("text/plain", 700),
        ("text/html", 300),
        ("image/jpeg", 500),
        ("text/plain;format=fixed", 400),
        ("text/html;level=3", 300),
    ] {
        assert_eq!(quality(accept, media_type), Some(weight), "{media_type}");
    }

    // "I prefer audio/basic, but send me any audio type if it is the best available after an 80% markdown in quality".
    let accept = "audio/*; q=0.2, audio/basic";
    assert_eq!(quality(accept, "audio/basic"), Some(1000));
    assert_eq!(quality(accept, "audio/ogg"), Some(200));
    assert_eq!(quality(accept, "video/ogg"), None);

    // "text/html and text/x-c are the equally preferred media types, but if they do not exist, then send the text/x-dvi
    // representation, and if that does not exist, send the text/plain representation".
    let accept = "text/plain; q=0.5, text/html, text/x-dvi; q=0.8, text/x-c";
    for (media_type, weight) in [
        ("text/html", 1000),
        ("text/x-c", 1000),
        ("text/x-dvi", 800),
        ("text/plain", 500),
    ] {
        assert_eq!(quality(accept, media_type), Some(weight), "{media_type}");
    }
}

#[test]
fn the_most_specific_range_has_precedence() {
    // "1. text/plain;format=flowed 2. text/plain 3. text/* 4. */*", wherever they stand.
    let own = Range::parse(b"text/plain;format=flowed;a=b").unwrap();
    let specific = |range: &str| Range::parse(range.as_bytes()).unwrap().applies(&own);
    assert_eq!(
        specific("text/plain;format=flowed;A=\"B\""),
        Some(Specificity::Type(2))
    );
    assert_eq!(
        specific("text/plain;format=flowed"),
        Some(Specificity::Type(1))
    );
    assert_eq!(specific("TEXT/Plain"), Some(Specificity::Type(0)));
    assert_eq!(specific("text/*"), Some(Specificity::Kind));
    assert_eq!(specific("*/*"), Some(Specificity::Any));
    for other in [
        "text/plain;format=fixed",
        "text/plain;c=d",
        "text/html",
        "image/*",
    ] {
        assert_eq!(specific(other), None, "{other}");
    }
    let ranked = [
        Specificity::Type(2),
        Specificity::Type(1),
        Specificity::Type(0),
        Specificity::Kind,
        Specificity::Any,
    ];
    assert!(ranked.is_sorted_by(|one, next| one > next));
}

#[test]
fn weights_are_thousandths() {
    for (text, weight) in [
        ("1", Some(1000)),
        ("1.", Some(1000)),
        ("1.0", Some(1000)),
        ("1.000", Some(1000)),
        ("1.0000", Some(1000)),
        ("0", Some(0)),
        ("0.", Some(0)),
        ("0.000", Some(0)),
        ("0.5", Some(500)),
        ("0.05", Some(50)),
        ("0.005", Some(5)),
        ("0.999", Some(999)),
        ("0.9999", Some(999)),
        ("0.0001", Some(1)),
        (".2", Some(200)),
        (".", None),
        ("", None),
        ("1.001", None),
        ("1.0001", None),
        ("2", None),
        ("10", None),
        ("00", None),
        ("01", None),
        ("-0.5", None),
        ("+0.5", None),
        ("0,5", None),
        ("0.5.5", None),
        ("0.5e1", None),
        ("half", None),
        ("NaN", None),
    ] {
        assert_eq!(
            Weight::parse(text.as_bytes()),
            weight.map(Weight),
            "{text:?}"
        );
    }
    for thousandths in 0..1000 {
        let text = format!("0.{thousandths:03}");
        assert_eq!(Weight::parse(text.as_bytes()), Some(Weight(thousandths)));
    }
}

#[test]
fn commas_in_quotes_are_text() {
    for (line, expected) in [
        ("", &[][..]),
        (" , ,, ", &[]),
        ("a/b", &["a/b"]),
        (",a/b,,c/d,", &["a/b", "c/d"]),
        ("a/b;x=\"1,2\",c/d", &["a/b;x=\"1,2\"", "c/d"]),
        (r#"a/b;x="\",",c/d"#, &[r#"a/b;x="\",""#, "c/d"]),
        (r#"a/b;x="\\",c/d"#, &[r#"a/b;x="\\""#, "c/d"]),
        (r#"a/b;x="1,c/d"#, &[r#"a/b;x="1,c/d"#]),
        (r#"a/b;x="\"#, &[r#"a/b;x="\"#]),
        ("a/b\t,\tc/d", &["a/b", "c/d"]),
    ] {
        let all: Vec<_> = elements(line.as_bytes()).collect();
        let expected: Vec<_> = expected.iter().map(|element| element.as_bytes()).collect();
        assert_eq!(all, expected, "{line:?}");
    }
}

#[test]
fn what_is_no_range_is_passed_over() {
    for range in [
        "json",
        "/json",
        "application/",
        "application/json/x",
        "*/json",
        "appli cation/json",
        "application /json",
        "application/json q=1",
        "application/json;q",
        "application/json;q=",
        "application/json;q=2",
        "application/json;q=\"1\";",
        "application/json;q=1;q=1",
        "application/json;=x",
        "application/json;x=",
        "application/json;x =y",
        "application/json;x= y",
        "application/json;x=\"y",
        "application/json;x=\"y\"z",
        "application/json;x=y z",
        "application/jsön",
        "application/json;x=ö",
        "(application/json)",
        ";q=1",
        "",
    ] {
        let parsed = Range::parse(range.as_bytes());
        // A quoted weight is the one liberty among these.
        let is_taken = range.contains("\"1\"");
        assert_eq!(parsed.is_some(), is_taken, "{range:?}");
    }
    for range in [
        "*",
        "*/*",
        "*;q=.2",
        "application/*",
        "application/json",
        "application/json;",
        "application/json;;q=1;",
        "application/json \t; \tq=0.5",
        "application/json;Q=0.5;x=y",
        "application/json;x=\"\"",
        r#"application/json;x="\"""#,
        "a.b+c-d_e!#$&^/x|y~z`'%",
    ] {
        assert!(Range::parse(range.as_bytes()).is_some(), "{range:?}");
    }
}

/// A line is what a request says, and what the answer is called.
#[test]
fn answers_are_what_requests_accept() {
    let json = Some("application/json");
    let msgpack = Some("application/msgpack");
    let protobuf = Some("application/protobuf");
    for (accept, answer) in [
        // Without the header everything is accepted; nor does an empty one refuse anything.
        (&[][..], json),
        (&[""], json),
        (&[" , "], json),
        // Names, and what they are written like.
        (&["application/json"], json),
        (&["Application/JSON"], json),
        (&["application/msgpack"], msgpack),
        (&["application/protobuf"], protobuf),
        // The answer is called as it was asked for.
        (&["application/x-protobuf"], Some("application/x-protobuf")),
        (
            &["application/vnd.google.protobuf"],
            Some("application/vnd.google.protobuf"),
        ),
        (
            &["application/x-google-protobuf"],
            Some("application/x-google-protobuf"),
        ),
        (&["application/x-msgpack"], Some("application/x-msgpack")),
        (
            &["application/vnd.msgpack"],
            Some("application/vnd.msgpack"),
        ),
        (&["text/json"], Some("text/json")),
        (&["application/x-json"], Some("application/x-json")),
        (
            &["application/protobuf;q=0.5, application/x-protobuf"],
            Some("application/x-protobuf"),
        ),
        (&["application/x-protobuf, application/protobuf"], protobuf),
        (&["text/json, */*"], Some("text/json")),
        // Wildcards.
        (&["*/*"], json),
        (&["*"], json),
        (&["application/*"], json),
        (&["text/*"], Some("text/json")),
        (&["text/*, application/*;q=0.5"], Some("text/json")),
        (&["image/*"], None),
        (&["image/*, */*;q=0.1"], json),
        (
            &["text/html, application/xhtml+xml, application/xml;q=0.9, image/webp, */*;q=0.8"],
            json,
        ),
        (
            &["text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"],
            json,
        ),
        // Weights: the highest wins, wherever it stands.
        (&["application/json;q=0.5, application/msgpack"], msgpack),
        (&["application/msgpack, application/json;q=0.5"], msgpack),
        (
            &["application/json;q=0.5, application/msgpack;q=0.501"],
            msgpack,
        ),
        (
            &[
                "application/json;q=0.001, application/msgpack;q=0.002, application/protobuf;q=0.003",
            ],
            protobuf,
        ),
        (&["application/msgpack;q=0.9, */*;q=0.8"], msgpack),
        (&["application/msgpack;q=0.1, */*;q=0.8"], json),
        (&["application/json;q=0.1, */*;q=0.8"], msgpack),
        (
            &["application/json;q=0.1, application/msgpack;q=0.1, */*;q=0.2"],
            protobuf,
        ),
        // A tie is the server's to decide, whatever the order and however specific the ranges.
        (
            &["application/protobuf, application/msgpack, application/json"],
            json,
        ),
        (&["application/protobuf, application/msgpack"], msgpack),
        (&["application/protobuf, */*"], json),
        // Not acceptable.
        (&["application/json;q=0"], None),
        (&["application/json;q=0.000"], None),
        (&["*/*;q=0"], None),
        (&["application/json;q=0, */*"], msgpack),
        (&["*/*, application/json;q=0"], msgpack),
        (&["application/*;q=0, */*"], None),
        (&["application/*;q=0, application/msgpack"], msgpack),
        (&["*/*;q=0, application/protobuf;q=0.1"], protobuf),
        (
            &["application/json;q=0, application/msgpack;q=0, */*;q=0.1"],
            protobuf,
        ),
        (
            &["application/json;q=0, application/msgpack;q=0, application/protobuf;q=0, */*"],
            None,
        ),
        (&["text/html"], None),
        (&["application/xml;q=0.9, text/html"], None),
        // Each name is asked for by itself; a wildcard asks for the usual ones.
        (
            &["application/x-protobuf;q=0, application/protobuf"],
            protobuf,
        ),
        (
            &["application/x-protobuf;q=0.1, application/protobuf;q=0.2, application/json;q=0.15"],
            protobuf,
        ),
        (
            &["application/x-protobuf;q=0.1, */*;q=0.2, application/json;q=0"],
            msgpack,
        ),
        (&["application/json;q=0, text/json"], Some("text/json")),
        (&["application/json;q=0, text/*"], Some("text/json")),
        (&["application/json;q=0, application/*"], msgpack),
        (&["application/*;q=0, text/*;q=0.1"], Some("text/json")),
        (&["text/json;q=0.5, application/*"], json),
        (&["text/json, application/*;q=0.5"], Some("text/json")),
        (
            &["text/json;q=0, text/*, application/msgpack;q=0.1"],
            msgpack,
        ),
        (&["text/*;q=0, */*"], json),
        // A more specific range overrides, in either direction.
        (
            &["application/*;q=0.2, application/msgpack;q=0.1, application/json;q=0.1"],
            protobuf,
        ),
        (
            &["application/*, application/json;q=0.1, application/msgpack;q=0.1"],
            protobuf,
        ),
        (&["*/*;q=1, application/*;q=0.1, text/json;q=0.05"], json),
        // Of ranges that are alike, the higher weight.
        (
            &["application/json;q=0.1, application/json;q=0.9, application/msgpack;q=0.5"],
            json,
        ),
        // Parameters are part of a type; JSON is in UTF-8, which it may be asked for.
        (&["application/json;charset=utf-8"], json),
        (&["application/json; charset=\"UTF-8\""], json),
        (&["application/json; charset=\"\\utf-8\""], json),
        (&["application/json;charset=latin1"], None),
        (&["application/json;version=2"], None),
        (
            &["application/json;version=2, application/msgpack;q=0.1"],
            msgpack,
        ),
        (
            &["application/json;version=2, application/json;q=0.1"],
            json,
        ),
        (
            &["application/json;charset=utf-8;q=0.1, application/json, application/msgpack;q=0.5"],
            msgpack,
        ),
        (
            &["application/json;q=0, application/json;charset=utf-8"],
            json,
        ),
        (&["application/msgpack;charset=utf-8"], None),
        // A weight is one wherever it stands, and no other parameter is.
        (
            &["application/json;q=0.1;charset=utf-8, application/msgpack;q=0.2"],
            msgpack,
        ),
        (
            &["application/json;Q=0.1, application/msgpack;q=0.2"],
            msgpack,
        ),
        (
            &["application/json;charset=utf-8;q=0, application/msgpack"],
            msgpack,
        ),
        // Quotes: no comma or weight in them counts.
        (
            &["application/xml;x=\"a, application/json\", application/msgpack"],
            msgpack,
        ),
        (
            &["application/xml;x=\";q=0\", application/msgpack;q=0.5"],
            msgpack,
        ),
        (&["text/html;x=\"\\\", application/json\""], None),
        (&["text/html;x=\"open, application/json"], json),
        // More than one line is one list (section 5.3).
        (&["text/html", "application/msgpack"], msgpack),
        (
            &["application/json;q=0.5", "application/msgpack;q=0.6"],
            msgpack,
        ),
        (&["application/json;q=0", "*/*"], msgpack),
        (&["text/html", ""], None),
        // A suffix says how a type is written, not that it is another one.
        (&["application/vnd.shop+json"], None),
        (&["application/problem+json"], None),
        (&["application/problem+json, application/json"], json),
        // What cannot be read is passed over; if that is all there is, it says nothing.
        (&["json"], json),
        (&["application/json;q=x"], json),
        (&["json, application/msgpack"], msgpack),
        (
            &["application/json;q=2, application/msgpack;q=0.1"],
            msgpack,
        ),
        (&["application/json;q=-1, text/html"], None),
        (&["*/json, application/msgpack"], msgpack),
        (
            &["application/msgpack;q=0.1;q=1, application/protobuf"],
            protobuf,
        ),
        (
            &["application/msgpack\t;\tq=0.4 ,, application/protobuf ; q=0.6,"],
            protobuf,
        ),
    ] {
        assert_eq!(self::answer(accept), answer, "{accept:?}");
    }
}

#[test]
fn the_server_decides_ties_and_its_own_wire_goes_first() {
    for (accept, own, wires, wire) in [
        (&[][..], Some(MsgPack), ALL, Some(MsgPack)),
        (&["*/*"], Some(Protobuf), ALL, Some(Protobuf)),
        (&["application/*"], Some(Protobuf), ALL, Some(Protobuf)),
        (
            &["application/json, */*"],
            Some(Protobuf),
            ALL,
            Some(Protobuf),
        ),
        (
            &["application/json, */*;q=0.9"],
            Some(Protobuf),
            ALL,
            Some(Json),
        ),
        (&["application/json"], Some(Protobuf), ALL, Some(Json)),
        (
            &["application/protobuf;q=0, */*"],
            Some(Protobuf),
            ALL,
            Some(Json),
        ),
        (&[], None, &[Protobuf, Json], Some(Protobuf)),
        (&["*/*"], None, &[MsgPack, Json], Some(MsgPack)),
        (&["*/*"], Some(Protobuf), &[MsgPack, Json], Some(MsgPack)),
        (&["*/*"], Some(Json), &[MsgPack, Json], Some(Json)),
        (
            &["application/protobuf"],
            Some(Protobuf),
            &[MsgPack, Json],
            None,
        ),
        (
            &["application/protobuf, application/json;q=0.1"],
            None,
            &[MsgPack, Json],
            Some(Json),
        ),
        (
            &["application/json, application/msgpack"],
            None,
            &[Protobuf, MsgPack, Json],
            Some(MsgPack),
        ),
        (&["*/*"], None, &[], None),
    ] {
        let chosen = choose(accept, own, wires).map(|chosen| chosen.wire);
        assert_eq!(chosen, wire, "{accept:?} {own:?} {wires:?}");
    }
}

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
