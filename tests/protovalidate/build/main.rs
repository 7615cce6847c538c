//! Compiles the messages that protovalidate's conformance cases send.
//!
//! 1. `descriptors` reads the schemas;
//! 2. `schema` finds declarations in them, and cuts them down to some messages;
//! 3. `cel` tells which messages cannot be validated without CEL;
//! 4. `verdict` has each of the others compiled or refused;
//! 5. what compiled becomes one file of Rust, beside a `table` of all messages that cases send: `cases.rs`.

mod cel;
mod descriptors;
mod schema;
mod table;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use descriptors::Results;
use schema::Schema;
use verdict::Verdict;

/// What the test needs besides the messages of cases: its own data.
const HARNESS: [&str; 2] = [
    "buf.validate.conformance.harness.ResultSet",
    "buf.validate.Violations",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=EVERWIRE_TEST_DATA");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rustc-check-cfg=cfg(has_data)");
    let Some(data) =
        env::var_os("EVERWIRE_TEST_DATA").map(|data| Path::new(&data).join("protovalidate"))
    else {
        return Ok(());
    };
    let (schemas, results) = (data.join("schemas.binpb"), data.join("results.binpb"));
    println!("cargo::rerun-if-changed={}", schemas.display());
    println!("cargo::rerun-if-changed={}", results.display());
    if !schemas.exists() || !results.exists() {
        return Ok(());
    }
    println!("cargo::rustc-cfg=has_data");
    println!(
        "cargo::rustc-env=PROTOVALIDATE_RESULTS={}",
        results.display()
    );

    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("`OUT_DIR` is not set")?);
    let schema = Schema::read(&fs::read(schemas)?)?;
    let verdicts = verdicts(&schema, &fs::read(results)?, &out)?;
    let compiled = verdicts
        .iter()
        .filter(|(_, verdict)| matches!(verdict, Verdict::Compiled))
        .map(|(name, _)| name.clone());
    let wanted: BTreeSet<String> = compiled.chain(HARNESS.map(String::from)).collect();
    let text = verdict::compile(&schema.cut(&wanted)?, &out)??;
    fs::write(out.join("everwire.rs"), text)?;
    fs::write(out.join("cases.rs"), table::write(&verdicts))?;
    Ok(())
}

/// What became of each message that a case sends.
fn verdicts(
    schema: &Schema,
    results: &[u8],
    out: &Path,
) -> Result<BTreeMap<String, Verdict>, Box<dyn Error>> {
    let results: Results = everwire::protobuf::from_slice(results)?;
    let cases = results.suites.iter().flat_map(|suite| &suite.cases);
    let sent: BTreeSet<&str> = cases
        .filter_map(|case| case.input.type_url.rsplit('/').next())
        .collect();
    let mut verdicts = BTreeMap::new();
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in sent {
        match cel::needed(schema, name)? {
            Some(why) => {
                verdicts.insert(name.to_owned(), Verdict::Cel(why));
            }
            None => files.entry(schema.file_of(name)?).or_default().push(name),
        }
    }
    for names in files.values() {
        verdict::of_file(schema, names, out, &mut verdicts)?;
    }
    Ok(verdicts)
}
