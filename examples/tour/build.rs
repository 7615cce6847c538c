//! Compiles the schemas: with Everwire for the tour, with prost-build for the peers it is measured beside.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    everwire_codegen::Build::new()
        .schemas("../../schemas/shop")
        .include("../../schemas")
        .json(everwire_codegen::Dialect::Native)
        .compile()?;
    peers()
}

/// prost's types with serde's derives, such that serde_json and rmp-serde write what Everwire writes.
fn peers() -> Result<(), Box<dyn Error>> {
    let mut files = protox::compile(
        ["shop/v1/order.proto"],
        ["../../schemas", "../../codegen/proto"],
    )?;
    files
        .file
        .retain(|file| file.name() == "shop/v1/order.proto");
    prost_build::Config::new()
        .btree_map(["."])
        .type_attribute(".", "#[derive(serde::Serialize, serde::Deserialize)]")
        .field_attribute(
            "shop.v1.Order.status",
            r#"#[serde(with = "crate::peers::status")]"#,
        )
        .field_attribute(
            "shop.v1.Placed.channel",
            r#"#[serde(with = "crate::peers::channel")]"#,
        )
        .field_attribute(
            "shop.v1.Order.token",
            r#"#[serde(with = "crate::peers::base64")]"#,
        )
        .type_attribute(
            "shop.v1.Order.event",
            r#"#[serde(rename_all = "snake_case")]"#,
        )
        .compile_fds(files)?;
    Ok(())
}
