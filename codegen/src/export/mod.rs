//! Schemas out of types: `.proto` files and JSON Schemas of what Rust sources, `.proto` files and compiled types say.
//!
//! 1. `types` collects the definitions that are asked for and all that they refer to, with what only sources know: doc comments;
//! 2. `proto` writes files of protobuf that read as the same types again, byte for byte on every wire;
//! 3. `json_schema` writes what the JSON of a type looks like, for validators of any language.

mod json_schema;
pub(crate) mod notes;
mod proto;
mod types;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::PathBuf;

use everwire::Schema;

use crate::options::Options;
use crate::render::Failure;
use notes::Notes;
use types::Types;

/// Writes schemas of types.
///
/// ```
/// use everwire::Codec;
/// use everwire_codegen::Export;
///
/// #[derive(Codec)]
/// #[codec(name = "shop.v1.Line")]
/// struct Line { #[codec(1)] sku: String, #[codec(2)] sizes: Vec<Option<u16>> }
///
/// let exported = Export::new().types([Line::SCHEMA]).proto()?;
/// let text = &exported.files["shop/v1/shop.proto"];
/// assert!(text.contains("repeated SizesItem sizes = 2 [(everwire.rust) = \"Vec<Option<u16>>\"];"));
/// # Ok::<(), everwire_codegen::Failure>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Export {
    options: Options,
    sources: Vec<PathBuf>,
    types: Vec<&'static Schema>,
    names: Vec<String>,
}

/// Files, not yet written.
#[derive(Clone, Debug, Default)]
pub struct Exported {
    /// The text of each file by its path, relative to the output directory, with `/`.
    pub files: BTreeMap<String, String>,
    /// What each type is called in the files, by its full name.
    pub names: BTreeMap<String, String>,
    /// What the target cannot say, once for each place: the full name, the member, and what is left out.
    pub left_out: Vec<String>,
}

impl Export {
    /// Nothing to write yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Rust files, `.proto` files, and directories of both.
    #[must_use]
    pub fn sources<P: Into<PathBuf>>(mut self, sources: impl IntoIterator<Item = P>) -> Self {
        self.sources.extend(sources.into_iter().map(Into::into));
        self
    }

    /// Compiled types, with all that they hold. They have no doc comments; where sources tell the same type, it is theirs.
    #[must_use]
    pub fn types(mut self, types: impl IntoIterator<Item = &'static Schema>) -> Self {
        self.types.extend(types);
        self
    }

    /// Only the type of this full name and all that it holds; more than one may be named.
    #[must_use]
    pub fn only(mut self, name: impl Into<String>) -> Self {
        self.names.push(name.into());
        self
    }

    /// How `.proto` files are read.
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Files of protobuf, one for each package.
    ///
    /// # Errors
    ///
    /// If sources have mistakes, if a type that was named is not told by them or not there, or if protobuf cannot have a name.
    pub fn proto(&self) -> Result<Exported, Failure> {
        proto::write(&self.collect()?)
    }

    /// JSON Schemas (2020-12), one for each type that is named, or for each message.
    ///
    /// # Errors
    ///
    /// If sources have mistakes, or if a type that was named is not told by them or not there.
    pub fn json_schema(&self) -> Result<Exported, Failure> {
        Ok(json_schema::write(&self.collect()?))
    }

    fn collect(&self) -> Result<Types, Failure> {
        Types::collect(&self.options, &self.sources, &self.types, &self.names)
    }
}
