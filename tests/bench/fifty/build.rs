//! Writes a schema of fifty messages, and compiles it for both libraries.

use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

/// How many messages there are.
const COUNT: usize = 50;

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    let schemas = out.join("schemas");
    fs::create_dir_all(&schemas)?;
    fs::write(schemas.join("fifty.proto"), schema()?)?;

    everwire_codegen::Build::new()
        .schemas(&schemas)
        .json(everwire_codegen::Dialect::Native)
        .unknown_fields(false)
        .compile()?;
    let files = protox::compile([schemas.join("fifty.proto")], [&schemas])?;
    for (name, derives) in [
        ("one", ""),
        ("three", "#[derive(serde::Serialize, serde::Deserialize)]"),
    ] {
        let folder = out.join(name);
        fs::create_dir_all(&folder)?;
        prost_build::Config::new()
            .type_attribute(".", derives)
            .btree_map(["."])
            .out_dir(folder)
            .compile_fds(files.clone())?;
    }

    let mut list = String::from("macro_rules! each { ($do:ident) => {");
    for index in 0..COUNT {
        write!(list, "$do!(T{index});")?;
    }
    list.push_str("} }\n");
    fs::write(out.join("each.rs"), list)?;
    Ok(())
}

/// Messages as services have them: a few numbers and texts, optionals, lists, a map, an enum, a message and a oneof here and there.
fn schema() -> Result<String, Box<dyn Error>> {
    let mut text = String::from("syntax = \"proto3\";\npackage fifty;\n");
    text.push_str(
        "enum Status { STATUS_NONE = 0; STATUS_OPEN = 1; STATUS_CLOSED = 2; STATUS_LOST = 3; }\n",
    );
    for index in 0..COUNT {
        writeln!(text, "message T{index} {{")?;
        text.push_str(
            "  uint64 id = 1;\n  string name = 2;\n  Status status = 3;\n  int64 created_at = 4;\n",
        );
        if index % 2 == 0 {
            text.push_str(
                "  optional string note = 5;\n  repeated string tags = 6;\n  bool active = 7;\n",
            );
        }
        if index % 3 == 0 {
            text.push_str(
                "  map<string, string> labels = 8;\n  double weight = 9;\n  bytes token = 10;\n",
            );
        }
        if index % 4 == 1 {
            text.push_str("  repeated uint32 counts = 11;\n  optional int32 limit = 12;\n  fixed64 hash = 13;\n");
        }
        if index > 0 {
            writeln!(
                text,
                "  T{} parent = 14;\n  repeated T{} items = 15;",
                index / 2,
                index - 1
            )?;
        }
        if index % 5 == 2 {
            text.push_str(
                "  oneof event { string placed = 16; uint32 moved = 17; bool gone = 18; }\n",
            );
        }
        text.push_str("}\n");
    }
    Ok(text)
}
