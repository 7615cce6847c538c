//! What is committed is what the schemas say today.

use std::fs;
use std::path::Path;

use everwire_codegen::{Options, compile};

#[test]
fn the_committed_output_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let options = Options {
        schemas: vec![root.join("../../schemas/shop")],
        includes: vec![root.join("../../schemas")],
        ..Options::default()
    };
    let plan = compile(&options).expect("the schemas compile");
    for (path, expected) in &plan.files {
        let committed = fs::read_to_string(root.join("src/gen").join(path)).unwrap_or_default();
        assert!(
            committed == *expected,
            "src/gen/{path} is stale: run `cargo run -p everwire-codegen -- schemas/shop -I schemas -o examples/gen/src/gen`"
        );
    }
}
