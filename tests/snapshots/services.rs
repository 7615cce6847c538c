//! The clients and servers of services; `tests/services` compiles the same schema.

use std::path::Path;

use everwire_codegen::Options;
use everwire_codegen::pattern::Pattern;

use super::{expect, update};

#[test]
fn the_code_of_services_is_as_expected() {
    if update::rewritten() {
        return;
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
    let options = Options {
        schemas: vec![here.join("services.proto")],
        tonic_clients: vec![Pattern::new("**")],
        tonic_servers: vec![Pattern::new("**")],
        ..Options::default()
    };
    let plan = everwire_codegen::compile(&options).unwrap();
    let text = &plan.files["test/services.rs"];
    let types = text.find("/// The client of").unwrap();
    let text = text[types..].to_owned();
    expect("services", [("services.rs".to_owned(), text)]);
}
