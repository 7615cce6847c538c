//! Null and presence, for each kind of field.

use super::compiled::test::edges::{Edges, edges::Choice};
use super::compiled::test::unusual::Unusual;
use super::{becomes, json, refused, wkt};

#[test]
fn null_is_the_absence_of_a_field() {
    for field in [
        "int32",
        "int64",
        "uint32",
        "uint64",
        "sint32",
        "fixed64",
        "float",
        "double",
        "bool",
        "string",
        "bytes",
        "colour",
        "child",
        "numbers",
        "words",
        "children",
        "counts",
        "named",
        "number",
        "text",
        "branch",
        "any",
        "list",
        "struct",
        "at",
        "took",
        "mask",
        "wrapped",
        "nothing",
        "values",
        "maybe",
        "colours",
        "valuesByName",
    ] {
        becomes::<Edges>(&format!("{{\"{field}\":null}}"), "{}");
        becomes::<Edges>(
            &format!("{{\"{field}\":null,\"renamed\":1}}"),
            r#"{"other":1}"#,
        );
    }
    becomes::<Unusual>(
        r#"{"child":null,"group":null,"closed":null,"several":null,"[test.unusual.note]":null}"#,
        "{}",
    );
}

#[test]
fn null_is_a_value_of_what_holds_null() {
    becomes::<Edges>(r#"{"value":null}"#, r#"{"value":null}"#);
    becomes::<Edges>(r#"{"null":null}"#, r#"{"null":null}"#);
    becomes::<Edges>(r#"{"null":"NULL_VALUE"}"#, r#"{"null":null}"#);
    becomes::<Edges>(r#"{"values":[null,1]}"#, r#"{"values":[null,1.0]}"#);
    becomes::<Edges>(
        r#"{"valuesByName":{"a":null}}"#,
        r#"{"valuesByName":{"a":null}}"#,
    );
    becomes::<Edges>(
        r#"{"list":[null,[null],{"a":null}]}"#,
        r#"{"list":[null,[null],{"a":null}]}"#,
    );
    becomes::<Edges>(r#"{"struct":{"a":null}}"#, r#"{"struct":{"a":null}}"#);
    becomes::<wkt::Value>("null", "null");
    let value = json::<Edges>(r#"{"null":null}"#).unwrap();
    assert_eq!(value.choice, Some(Choice::Null(wkt::NullValue::NullValue)));
}

#[test]
fn null_is_no_element() {
    for given in [
        r#"{"numbers":[null]}"#,
        r#"{"numbers":[1,null]}"#,
        r#"{"words":[null]}"#,
        r#"{"children":[null]}"#,
        r#"{"colours":[null]}"#,
        r#"{"counts":{"a":null}}"#,
        r#"{"named":{"a":null}}"#,
        r#"{"byNumber":{"1":null}}"#,
        r#"{"tokens":{"a":null}}"#,
        r#"{"counts":{null:1}}"#,
    ] {
        refused::<Edges>(given, "");
    }
    refused::<Unusual>(r#"{"several":[null]}"#, "");
}

#[test]
fn a_list_of_one_is_no_scalar_and_a_scalar_no_list() {
    for (field, value) in [
        ("int32", "1"),
        ("int64", "1"),
        ("int64", "\"1\""),
        ("uint32", "1"),
        ("uint64", "1"),
        ("sint32", "1"),
        ("fixed64", "1"),
        ("float", "1"),
        ("double", "1"),
        ("bool", "true"),
        ("string", "\"a\""),
        ("bytes", "\"AA==\""),
        ("colour", "1"),
        ("colour", "\"COLOUR_RED\""),
        ("maybe", "1"),
        ("number", "1"),
        ("text", "\"a\""),
        ("at", "\"1970-01-01T00:00:00Z\""),
        ("took", "\"1s\""),
        ("mask", "\"a\""),
        ("wrapped", "1"),
        ("struct", "{}"),
        ("any", "{}"),
        ("child", "{}"),
        ("counts", "{}"),
    ] {
        assert!(
            json::<Edges>(&format!("{{\"{field}\":{value}}}")).is_ok(),
            "{field}: {value}"
        );
        refused::<Edges>(&format!("{{\"{field}\":[{value}]}}"), "");
    }
    for (field, value) in [
        ("numbers", "1"),
        ("words", "\"a\""),
        ("children", "{}"),
        ("list", "1"),
        ("values", "1"),
        ("colours", "1"),
    ] {
        refused::<Edges>(&format!("{{\"{field}\":{value}}}"), "");
    }
}

#[test]
fn presence_is_told_by_what_is_written() {
    becomes::<Edges>(r#"{"maybe":0}"#, r#"{"maybe":0}"#);
    becomes::<Edges>(r#"{"number":0}"#, r#"{"number":0}"#);
    becomes::<Edges>(r#"{"text":""}"#, r#"{"text":""}"#);
    becomes::<Edges>(r#"{"child":{}}"#, r#"{"child":{}}"#);
    becomes::<Edges>(r#"{"wrapped":"0"}"#, r#"{"wrapped":"0"}"#);
    becomes::<Edges>(r#"{"mask":""}"#, r#"{"mask":""}"#);
    becomes::<Edges>(r#"{"list":[],"struct":{}}"#, r#"{"list":[],"struct":{}}"#);
    becomes::<Edges>(
        r#"{"int32":0,"string":"","bytes":"","bool":false,"numbers":[],"counts":{},"colour":0}"#,
        "{}",
    );
    becomes::<Unusual>(
        r#"{"strict":"","closed":0,"number":0}"#,
        r#"{"closed":"CLOSED_ZERO","strict":"","number":0}"#,
    );
}
