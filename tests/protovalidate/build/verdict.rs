//! What becomes of a message when it is compiled.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use everwire_codegen::{Failure, Layout, Options};

use crate::schema::Schema;

/// What became of a message.
pub enum Verdict {
    /// It is Rust.
    Compiled,
    /// It is refused, by an error of its own.
    Refused(String),
    /// It was not asked for, since it needs CEL: why.
    Cel(String),
}

/// Compiles the messages of a file: all at once, and where that is refused, one at a time.
pub fn of_file(
    schema: &Schema,
    names: &[&str],
    out: &Path,
    verdicts: &mut BTreeMap<String, Verdict>,
) -> Result<(), Box<dyn Error>> {
    let all: BTreeSet<String> = names.iter().map(|&name| name.to_owned()).collect();
    if compile(&schema.cut(&all)?, out)?.is_ok() {
        verdicts.extend(all.into_iter().map(|name| (name, Verdict::Compiled)));
        return Ok(());
    }
    for name in all {
        let verdict = match compile(&schema.cut(&BTreeSet::from([name.clone()]))?, out)? {
            Ok(_) => Verdict::Compiled,
            Err(refused) => Verdict::Refused(refused.to_string()),
        };
        verdicts.insert(name, verdict);
    }
    Ok(())
}

/// Compiles a descriptor set to one file.
///
/// # Errors
///
/// Outside, what kept it from being compiled at all; inside, what is wrong with the schemas.
pub fn compile(set: &[u8], out: &Path) -> Result<Result<String, Failure>, Box<dyn Error>> {
    let path = out.join("set.binpb");
    fs::write(&path, set)?;
    let options = Options {
        descriptors: vec![path],
        unknown_fields: false,
        layout: Layout::File("everwire.rs".to_owned()),
        ..Options::default()
    };
    match everwire_codegen::compile(&options) {
        Ok(mut plan) => Ok(Ok(plan
            .files
            .remove("everwire.rs")
            .ok_or("nothing was written")?)),
        Err(refused @ Failure::Findings(_)) => Ok(Err(refused)),
        Err(Failure::Run(why)) => Err(why.into()),
    }
}
