//! Stub.
use std::collections::BTreeMap;
use std::path::PathBuf;

use everwire::dynamic::Definition;

use crate::options::Options;
use crate::render::{Failure, Finding, Label};

#[derive(Clone, Debug, Default)]
pub(crate) struct Project {
    pub(crate) types: Vec<Declared>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) texts: BTreeMap<String, String>,
}
#[derive(Clone, Debug)]
pub(crate) struct Declared {
    pub(crate) definition: Definition,
    pub(crate) at: Label,
    pub(crate) members: BTreeMap<i64, Label>,
    pub(crate) accepted: Vec<Accepted>,
}
#[derive(Clone, Debug)]
pub(crate) struct Accepted {
    pub(crate) change: String,
    pub(crate) reason: String,
    pub(crate) at: Label,
    pub(crate) number: Option<i64>,
}
pub(crate) fn project(_options: &Options, _sources: &[PathBuf]) -> Result<Project, Failure> {
    Ok(Project::default())
}
