//! From files to descriptors: what all later stages read.
//!
//! `.proto` files are parsed here; a descriptor set of another compiler is decoded, since only the encoded
//! form keeps its custom options. Either way `features` says what the descriptors mean, so that no later stage
//! asks for the syntax of a file.

mod advice;
pub(crate) mod features;
mod find;
pub(crate) mod git;
pub(crate) mod place;
mod proto;
mod set;
pub(crate) mod text;

use std::path::PathBuf;

use prost_reflect::DescriptorPool;

use crate::options::Options;
use crate::render::Failure;
use features::Table;
use text::Texts;

/// The name of the built-in file of Everwire's options.
pub(crate) const OPTIONS_FILE: &str = "everwire/options.proto";

/// The name of the file of protovalidate's options, which is built in too.
pub(crate) const RULES_FILE: &str = "buf/validate/validate.proto";

/// Descriptors, and where they came from.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// All files, each before those that import it.
    pub(crate) pool: DescriptorPool,
    /// The names of the files that are generated whole; of others, what is used.
    pub(crate) roots: Vec<String>,
    /// What was read from the disk, sorted: files, and the directories that were searched.
    pub(crate) read: Vec<PathBuf>,
    /// The texts of the files.
    pub(crate) texts: Texts,
    /// What the files mean by their declarations.
    pub(crate) features: Table,
}

/// Reads everything that `options` name.
///
/// # Errors
///
/// Mistakes in the schemas, or a file that cannot be read.
pub(crate) fn load(options: &Options) -> Result<Source, Failure> {
    if options.schemas.is_empty() && options.descriptors.is_empty() {
        return Err(Failure::run(
            "there is nothing to compile",
            "name a directory of `.proto` files",
        ));
    }
    let mut source = Source::default();
    if !options.schemas.is_empty() {
        proto::load(options, &mut source)?;
    }
    for path in &options.descriptors {
        set::load(path, &mut source)?;
    }
    source.features.add_pool(&source.pool);
    source.roots.sort();
    source.roots.dedup();
    source.read.sort();
    source.read.dedup();
    Ok(source)
}

/// One file that is only text.
#[cfg(test)]
pub(crate) fn compile_text(name: &str, text: &str) -> Result<Source, Failure> {
    let mut source = proto::compile_text(name, text)?;
    source.features.add_pool(&source.pool);
    Ok(source)
}
