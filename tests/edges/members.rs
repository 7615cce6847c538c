//! Members of objects: names, duplicates, and what stands around them.

use super::compiled::test::edges::Edges;
use super::compiled::test::unusual::Unusual;
use super::{becomes, json, refused, wkt};

#[test]
fn a_field_goes_by_its_two_names_and_no_other() {
    becomes::<Edges>(r#"{"nameOfWords":1}"#, r#"{"nameOfWords":1}"#);
    becomes::<Edges>(r#"{"name_of_words":1}"#, r#"{"nameOfWords":1}"#);
    becomes::<Edges>(r#"{"name\u004ffWords":1}"#, r#"{"nameOfWords":1}"#);
    becomes::<Edges>(r#"{"other":1}"#, r#"{"other":1}"#);
    becomes::<Edges>(r#"{"renamed":1}"#, r#"{"other":1}"#);
    for name in [
        "NameOfWords",
        "name_OfWords",
        "nameofwords",
        "NAME_OF_WORDS",
        "nameOfwords",
        "Int32",
        "INT32",
        "choice",
        "37",
        "",
        "[a.b]",
    ] {
        refused::<Edges>(&format!("{{\"{name}\":1}}"), "has no field");
    }
}

#[test]
fn a_member_comes_once() {
    for given in [
        r#"{"int32":1,"int32":1}"#,
        r#"{"nameOfWords":1,"name_of_words":2}"#,
        r#"{"other":1,"renamed":2}"#,
        r#"{"numbers":[],"numbers":[]}"#,
        r#"{"child":{},"int32":1,"child":{}}"#,
        r#"{"string":"a","int32":1,"string":"a"}"#,
        r#"{"maybe":1,"maybe":2}"#,
        r#"{"any":{"@type":"/test.edges.Edges","@type":"/test.edges.Edges"}}"#,
        r#"{"any":{"@type":"/google.protobuf.Value","value":1,"value":2}}"#,
        r#"{"any":{"@type":"/test.edges.Edges","int32":1,"int32":1}}"#,
    ] {
        refused::<Edges>(given, "twice");
    }
    refused::<Unusual>(
        r#"{"[test.unusual.note]":"a","[test.unusual.note]":"b"}"#,
        "twice",
    );
    for given in [
        r#"{"number":1,"text":"a"}"#,
        r#"{"text":"a","int32":1,"number":1}"#,
        r#"{"number":1,"branch":{}}"#,
        r#"{"null":null,"number":1}"#,
    ] {
        refused::<Edges>(given, "oneof");
    }
    becomes::<Edges>(r#"{"number":1,"text":null}"#, r#"{"number":1}"#);
    becomes::<Edges>(
        r#"{"text":null,"number":1,"branch":null}"#,
        r#"{"number":1}"#,
    );
}

#[test]
fn the_key_of_a_map_comes_again_and_the_last_one_wins() {
    becomes::<Edges>(
        r#"{"counts":{"a":1,"b":2,"a":3}}"#,
        r#"{"counts":{"a":3,"b":2}}"#,
    );
    becomes::<wkt::Struct>(r#"{"a":1,"a":2}"#, r#"{"a":2.0}"#);
}

#[test]
fn an_any_finds_its_type_wherever_it_stands() {
    let plain = r#"{"any":{"@type":"/test.edges.Edges","int32":1,"child":{"int64":"2"}}}"#;
    for given in [
        plain,
        r#"{"any":{"int32":1,"@type":"/test.edges.Edges","child":{"int64":"2"}}}"#,
        r#"{"any":{"child":{"int64":"2"}, "int32":1 , "@type" : "/test.edges.Edges" } }"#,
        r#"{"any":{"\u0040type":"/test.edges.Edges","child":{"int64":2},"int32":1}}"#,
    ] {
        becomes::<Edges>(given, plain);
    }
    becomes::<Edges>(r#"{"any":{}}"#, r#"{"any":{}}"#);
    becomes::<Edges>(
        r#"{"any":{"value":"1.5s","@type":"a/b/google.protobuf.Duration"}}"#,
        r#"{"any":{"@type":"a/b/google.protobuf.Duration","value":"1.500s"}}"#,
    );
    for (given, why) in [
        (r#"{"any":{"int32":1}}"#, "no `@type`"),
        (r#"{"any":{"@type":"/a.b"}}"#, "register it"),
        (r#"{"any":{"@type":"test.edges.Edges"}}"#, "register it"),
        (r#"{"any":{"@type":1}}"#, "expected string"),
        (r#"{"any":{"@type":"/google.protobuf.Value"}}"#, "value"),
        (
            r#"{"any":{"@type":"/test.edges.Edges","x":1}}"#,
            "has no field `x`",
        ),
        (
            r#"{"any":{"@type":"/test.edges.Edges","child":{"@type":"/test.edges.Edges"}}}"#,
            "has no field `@type`",
        ),
        (r#"{"any":[]}"#, "expected object"),
    ] {
        refused::<Edges>(given, why);
    }
    let error = json::<Edges>(r#"{"int32":1,"any":{"@type":"/test.edges.Edges","uint32":-1}}"#)
        .unwrap_err();
    assert_eq!(error.offset(), 55, "{error}");
}

#[test]
fn what_is_not_json_is_refused() {
    for given in [
        "",
        " ",
        "{",
        "}",
        "{}}",
        "{} {}",
        "{,}",
        "{\"int32\":1,}",
        "{\"int32\"}",
        "{int32:1}",
        "{'int32':1}",
        "{\"int32\":1 \"bool\":true}",
        "[1,]",
        "null1",
        "// a\n{}",
        "\u{feff}{}",
    ] {
        refused::<Edges>(given, "");
    }
    for given in [
        "{\"numbers\":[1,]}",
        "{\"numbers\":[,1]}",
        "{\"numbers\":[1 2]}",
        "{\"counts\":{\"a\":1,}}",
        "{\"value\":[1,]}",
        "{\"value\":{,}}",
        "{\"value\":tru}",
    ] {
        refused::<Edges>(given, "");
    }
}

#[test]
fn a_key_after_a_value_is_not_taken_for_a_field_of_that_value() {
    becomes::<wkt::Struct>(
        r#"{"a":1,"boolValue":true,"stringValue":"s","kind":null,"fields":[2]}"#,
        r#"{"a":1.0,"boolValue":true,"fields":[2.0],"kind":null,"stringValue":"s"}"#,
    );
}
