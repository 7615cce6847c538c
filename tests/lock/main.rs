//! The lock and the check of a project: what is told, accepted, refused, and read from other revisions.

mod accepted;
mod build;
mod compiled;
mod golden;
mod history;
mod merge;
mod partial;
mod policy;
mod project;
mod revision;
