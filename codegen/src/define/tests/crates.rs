//! Names of other crates of a project.
