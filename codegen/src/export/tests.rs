//! What files hold, and what cannot be written.

use std::fs;

use super::Export;

mod rules;
use crate::disk::scratch;

/// Exports of a Rust file.
fn source(name: &str, text: &str) -> Export {
    let directory = scratch(name);
    fs::create_dir_all(&directory).unwrap();
    let file = directory.join("types.rs");
    fs::write(&file, format!("use everwire::Codec;\n{text}")).unwrap();
    Export::new().sources([file])
}

fn proto(name: &str, text: &str) -> Vec<(String, String)> {
    let exported = source(name, text).proto().unwrap();
    exported.files.into_iter().collect()
}

fn refused(name: &str, text: &str) -> String {
    source(name, text).proto().unwrap_err().to_string()
}

#[test]
fn packages_that_refer_to_each_other_are_in_smaller_files() {
    let files = proto(
        "export-circle",
        "#[derive(Codec)] #[codec(name = \"a.One\")] struct One { #[codec(1)] two: Option<Two> }
         #[derive(Codec)] #[codec(name = \"b.Two\")] struct Two { #[codec(1)] three: Vec<Three> }
         #[derive(Codec)] #[codec(name = \"a.Three\")] struct Three { #[codec(1)] id: u32 }",
    );
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["a/one.proto", "a/three.proto", "b/two.proto"]);
    assert!(
        files[0].1.contains("import \"b/two.proto\";"),
        "{}",
        files[0].1
    );
    assert!(
        files[2].1.contains("repeated a.Three three = 1;"),
        "{}",
        files[2].1
    );
}

#[test]
fn types_of_two_packages_cannot_hold_each_other() {
    assert_eq!(
        refused(
            "export-mutual",
            "#[derive(Codec)] #[codec(name = \"a.One\")] struct One { #[codec(1)] two: Vec<Two> }
             #[derive(Codec)] #[codec(name = \"b.Two\")] struct Two { #[codec(1)] one: Vec<One> }",
        ),
        "error: `a.One` and `b.Two` refer to each other, and protobuf has a file for each package\n\
         help: give both names in one package, with `#[codec(name = \"…\")]`"
    );
}

#[test]
fn a_name_that_protobuf_cannot_have_is_told() {
    assert_eq!(
        refused(
            "export-name",
            "#[derive(Codec)] struct Größe { #[codec(1)] x: u32 }"
        ),
        "error: `Größe` of `Größe` is no name in protobuf\n\
         help: give the type another with `#[codec(name = \"…\")]`, of ASCII letters, digits and underscores"
    );
}

#[test]
fn groups_take_an_edition() {
    let files = proto(
        "export-group",
        "#[derive(Codec)] #[codec(name = \"a.One\")] struct One { #[codec(1, group)] two: Vec<Two>, #[codec(2)] x: u32, #[codec(3)] y: Option<u32>, #[codec(4, unpacked)] z: Vec<u32> }
         #[derive(Codec)] #[codec(name = \"a.Two\")] struct Two { #[codec(1)] id: u32 }",
    );
    assert_eq!(
        files[0].1.lines().take(20).collect::<Vec<_>>().join("\n"),
        "edition = \"2023\";

package a;

import \"everwire/options.proto\";

option features.field_presence = IMPLICIT;
option (everwire.file).json = NATIVE;
option (everwire.file).unknown = false;

message One {
  repeated Two two = 1 [features.message_encoding = DELIMITED];
  uint32 x = 2;
  uint32 y = 3 [features.field_presence = EXPLICIT];
  repeated uint32 z = 4 [features.repeated_field_encoding = EXPANDED];
}

message Two {
  uint32 id = 1;
}"
    );
}

#[test]
fn a_name_that_means_another_type_is_written_whole() {
    let files = proto(
        "export-shadow",
        "#[derive(Codec)] #[codec(name = \"a.Duration\")] struct Long { #[codec(1)] id: u32 }
         #[derive(Codec)] #[codec(name = \"a.One\")] struct One { #[codec(1)] long: Long, #[codec(2)] held: Vec<Held> }
         #[derive(Codec)] #[codec(name = \"a.held\")] struct Held { #[codec(1)] id: u32 }",
    );
    let text = &files[0].1;
    assert!(
        text.contains("Duration long = 1 [(everwire.rust) = \".a.Duration\"];"),
        "{text}"
    );
    assert!(text.contains("repeated .a.held held = 2;"), "{text}");
}

#[test]
fn a_type_that_is_not_there_is_told_with_one_that_is() {
    let export = source(
        "export-missing",
        "#[derive(Codec)] #[codec(name = \"shop.v1.Order\")] struct Order { #[codec(1)] id: u32 }",
    );
    assert_eq!(
        export
            .only("shop.v1.Orders")
            .json_schema()
            .unwrap_err()
            .to_string(),
        "error: there is no type `shop.v1.Orders`\nhelp: did you mean `shop.v1.Order`?"
    );
}

#[test]
fn what_sources_do_not_tell_is_left_out() {
    let exported = source(
        "export-untold",
        "#[derive(Codec)] struct Page<T> { #[codec(1)] items: Vec<T> }
         #[derive(Codec)] struct Plain { #[codec(1)] id: u32 }",
    );
    let exported = exported.proto().unwrap();
    assert!(exported.files["types.proto"].contains("message Plain {"));
    assert_eq!(
        exported.left_out,
        ["`Page` cannot be told from source: it has parameters, which each use of it decides"]
    );
}

#[test]
fn a_type_that_holds_itself_is_a_definition_of_its_document() {
    let exported = source(
        "export-tree",
        "#[derive(Codec)] struct Tree { #[codec(1)] all: Vec<Tree> }",
    );
    let files = exported.json_schema().unwrap().files;
    assert_eq!(
        files["Tree.schema.json"],
        r##"{
  "$defs": {
    "Tree": {
      "properties": {
        "all": {
          "items": {
            "$ref": "#/$defs/Tree"
          },
          "type": "array"
        }
      },
      "title": "Tree",
      "type": "object"
    }
  },
  "$id": "Tree.schema.json",
  "$ref": "#/$defs/Tree",
  "$schema": "https://json-schema.org/draft/2020-12/schema"
}
"##
    );
}

#[test]
fn a_rule_that_json_schema_has_no_word_for_is_told() {
    let exported = source(
        "export-rules",
        "#[derive(Codec)] struct Rules { #[codec(1, pattern = \"(?i)abc\", max_bytes = 9)] text: String }",
    );
    let exported = exported.json_schema().unwrap();
    let text = &exported.files["Rules.schema.json"];
    assert!(
        text.contains("\"$comment\": \"not said here: pattern = \\\"(?i)abc\\\"; max_bytes = 9\""),
        "{text}"
    );
    assert_eq!(
        exported.left_out,
        [
            "Rules.text: pattern = \"(?i)abc\"",
            "Rules.text: max_bytes = 9"
        ]
    );
}

#[test]
fn functions_without_a_path_from_the_root_of_a_crate_are_told() {
    let exported = source(
        "export-hooks",
        "#[derive(Codec)]
         #[codec(validate = crate::sound, validate = checks::whole, upgrade = renew)]
         struct Order { #[codec(1, validate = crate::even, validate = odd)] id: u32 }",
    );
    let exported = exported.proto().unwrap();
    let text = &exported.files["types.proto"];
    for kept in [
        "option (everwire.message).hook = \"crate::sound\";",
        "(everwire.field).hook = \"crate::even\"",
    ] {
        assert!(text.contains(kept), "{text}");
    }
    assert_eq!(
        exported.left_out,
        [
            "Order: the function `checks::whole`, which has no path from the root of a crate",
            "Order: the function `renew`, which has no path from the root of a crate",
            "Order.id: the function `odd`, which has no path from the root of a crate",
        ]
    );
}

#[test]
fn values_of_crates_are_bytes_with_their_type() {
    let exported = source(
        "export-crates",
        "#[derive(Codec)] #[codec(name = \"a.Session\")] struct Session {
             #[codec(1)] id: uuid::Uuid,
             #[codec(2)] parent: Option<uuid::Uuid>,
             #[codec(3)] seen: std::collections::BTreeMap<uuid::Uuid, u32>,
             #[codec(4, with = everwire::serde)] theme: crate::Theme,
             #[codec(5)] others: Vec<everwire::serde::Foreign<crate::Theme>>,
             #[codec(6, required)] day: chrono::NaiveDate,
         }",
    );
    let files = exported.proto().unwrap();
    let text = &files.files["a/a.proto"];
    assert!(
        text.contains(
            "message Session {
  bytes id = 1 [(everwire.rust) = \"Uuid\"];
  optional bytes parent = 2 [(everwire.rust) = \"Option<Uuid>\"];
  repeated SeenPair seen = 3 [(everwire.rust) = \"BTreeMap<Uuid, u32>\"];
  bytes theme = 4 [(everwire.rust) = \"everwire::serde::Foreign<serde_json::Value>\"];
  repeated bytes others = 5 [(everwire.rust) = \"Vec<everwire::serde::Foreign<serde_json::Value>>\"];
  optional string day = 6 [(everwire.field).required = true];
"
        ),
        "{text}"
    );
    assert!(
        text.contains("bytes key = 1;\n    uint32 value = 2;"),
        "{text}"
    );
    assert_eq!(
        files.left_out,
        [
            "a.Session.theme: its type that serde knows, which is `serde_json::Value` there",
            "a.Session.others: its type that serde knows, which is `serde_json::Value` there",
        ]
    );
    let schema = exported.json_schema().unwrap();
    let schema: serde_json::Value =
        serde_json::from_str(&schema.files["a.Session.schema.json"]).unwrap();
    let properties = &schema["properties"];
    assert_eq!(properties["id"]["format"], "uuid");
    assert_eq!(
        properties["parent"]["type"],
        serde_json::json!(["string", "null"])
    );
    assert_eq!(properties["seen"]["propertyNames"]["format"], "uuid");
    assert_eq!(properties["theme"], serde_json::json!({}));
    assert_eq!(
        properties["others"],
        serde_json::json!({ "type": "array", "items": {} })
    );
    assert_eq!(properties["day"], serde_json::json!({ "type": "string" }));
}
