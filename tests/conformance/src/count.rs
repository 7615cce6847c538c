//! How many requests were answered, of each type and in each direction; the runner does not tell.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fs::OpenOptions;
use std::io::Write;

use everwire::Wire;

/// The variable that names the file for the counts; without it, they are not written.
const FILE: &str = "EVERWIRE_CONFORMANCE_COUNTS";

/// Numbers of requests by the type's full name, the input's wire and the output's.
#[derive(Debug, Default)]
pub struct Count(BTreeMap<(String, String, String), u32>);

impl Count {
    /// Counts a request.
    pub fn add(&mut self, name: &str, input: Wire, output: Wire) {
        let key = (name.to_owned(), input.to_string(), output.to_string());
        *self.0.entry(key).or_default() += 1;
    }

    /// Adds the counts to the file, a line for each; the runner starts the testee once for each of its suites.
    pub fn write(&self) -> Result<(), Box<dyn Error>> {
        let Some(path) = env::var_os(FILE) else {
            return Ok(());
        };
        let mut file = OpenOptions::new().create(true).append(true).open(path)?;
        for ((name, input, output), count) in &self.0 {
            writeln!(file, "{count:>6}  {name}  {input} to {output}")?;
        }
        Ok(())
    }
}
