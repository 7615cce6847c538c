//! What a header says: elements, ranges, weights, and which range decides.

use crate::axum::accept::element::elements;
use crate::axum::accept::precedence::Specificity;
use crate::axum::accept::range::Range;
use crate::axum::accept::weight::Weight;

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
