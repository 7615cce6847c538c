//! The generated code of every schema, a snapshot for each file.

use std::path::{Path, PathBuf};

use everwire_codegen::{Options, Plan};

use super::{expect, update};

/// What `codegen schemas/` writes.
pub(super) fn plan() -> Plan {
    let schemas: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    let options = Options {
        schemas: vec![schemas],
        ..Options::default()
    };
    match everwire_codegen::compile(&options) {
        Ok(plan) => plan,
        Err(failure) => panic!("{failure:?}"),
    }
}

#[test]
fn the_code_of_every_schema_is_as_expected() {
    if update::rewritten() {
        return;
    }
    let plan = plan();
    assert!(plan.files.len() > 4, "{:?}", plan.files.keys());
    let version = env!("CARGO_PKG_VERSION");
    let texts = plan.files.into_iter().map(|(path, text)| {
        let name = path.replace(['/', '\\'], ".");
        (name, text.replace(version, "VERSION"))
    });
    expect("schemas", texts);
}

#[test]
fn the_code_of_every_schema_is_the_same_from_run_to_run() {
    let text = |plan: Plan| format!("{:?}", plan.files);
    assert_eq!(text(plan()), text(plan()));
}
