//! Defaults that a schema has as bytes: whether they are values of their fields.

use everwire::dynamic::Types;

use super::tree::Tree;
use super::{make, schema};
use crate::lower::default;
use crate::options::Options;
use crate::render::{Failure, Finding, Severity};
use crate::source::Source;

/// The first default that is no value of its field, found by reading it.
///
/// # Errors
///
/// What keeps the schemas from being lowered.
pub(crate) fn misfit(source: &Source, options: &Options) -> Result<Option<Finding>, Failure> {
    let mut tree = Tree::default();
    schema::plant(source, options, &mut tree)?;
    let types = make::all(&mut tree).types;
    let definitions: Vec<_> = types.iter().map(|one| one.definition.clone()).collect();
    let Err(refused) = Types::load(&definitions) else {
        return Ok(None);
    };
    let mut types = types.into_iter();
    let found = types.find(|one| one.definition.is_named(refused.type_name()));
    Ok(found.map(|one| Finding {
        rule: default::ID.to_owned(),
        message: format!("`{}`: {}", refused.type_name(), refused.why()),
        labels: vec![one.at],
        help: Some("give the bytes that `codegen export` writes, or remove the default".to_owned()),
        severity: Severity::Error,
        notes: Vec::new(),
        verdicts: Vec::new(),
    }))
}
