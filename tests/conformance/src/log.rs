//! Which requests were answered: the type and the direction of each, since the runner does not tell.

use std::env;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};

use everwire::Wire;

/// The variable that names the file; without it, nothing is written.
const FILE: &str = "EVERWIRE_CONFORMANCE_LOG";

/// A file with a line for each request that was answered; the runner starts the testee once for each of its suites, so it grows.
#[derive(Debug)]
pub struct Log(Option<File>);

impl Log {
    /// The file that the variable names.
    pub fn open() -> io::Result<Self> {
        let open = |path| OpenOptions::new().create(true).append(true).open(path);
        env::var_os(FILE).map(open).transpose().map(Self)
    }

    /// Adds a request. That is done before the answer goes out: when the runner has the last one, it does not wait.
    pub fn add(&mut self, name: &str, input: Wire, output: Wire) -> io::Result<()> {
        match &mut self.0 {
            Some(file) => file.write_all(format!("{name} {input} to {output}\n").as_bytes()),
            None => Ok(()),
        }
    }
}
