//! What the command line chooses.

use std::path::PathBuf;

use clap::Parser;
use everwire::Wire;

use crate::data::{NAMES, Size};
use crate::operation::Operation;

/// Everwire beside the fastest libraries of its three wires, and beside the limits.
#[derive(Parser)]
pub struct Arguments {
    /// Measure, and print the tables; this is also what happens without it.
    #[arg(long)]
    pub compare: bool,

    /// The data sets: orders, spans, meshes, games, logs, tiny, twitter, citm, canada; all by default, but the
    /// documents only where EVERWIRE_TEST_DATA names their folder.
    #[arg(long, value_delimiter = ',')]
    pub data: Vec<String>,

    /// The wires: protobuf, msgpack, json; all by default.
    #[arg(long, value_delimiter = ',')]
    pub wire: Vec<Wire>,

    /// The operations; all by default.
    #[arg(long, value_delimiter = ',')]
    pub operation: Vec<Operation>,

    /// The sizes; all by default.
    #[arg(long, value_delimiter = ',')]
    pub size: Vec<Size>,

    /// How many rounds each group is measured at most; fewer where a round takes long.
    #[arg(long, default_value_t = 31)]
    pub rounds: usize,

    /// Print tables as Markdown.
    #[arg(long, conflicts_with = "json")]
    pub markdown: bool,

    /// Print everything that was measured as JSON.
    #[arg(long)]
    pub json: bool,

    /// Draw the ratios to the baselines into this SVG file.
    #[arg(long, value_name = "FILE")]
    pub chart: Option<PathBuf>,

    /// Run one library's cell and nothing else: DATA/WIRE/OPERATION/LIBRARY, such as orders/protobuf/encode/everwire.
    #[arg(long, value_name = "NAME", conflicts_with = "compare")]
    pub cell: Option<String>,

    /// How often that cell runs.
    #[arg(long, default_value_t = 100, requires = "cell")]
    pub iterations: u64,
}

impl Arguments {
    pub fn data(&self) -> Vec<&str> {
        if self.data.is_empty() {
            NAMES.to_vec()
        } else {
            self.data.iter().map(String::as_str).collect()
        }
    }

    pub fn wires(&self) -> Vec<Wire> {
        or_all(&self.wire, &Wire::ALL)
    }

    pub fn operations(&self) -> Vec<Operation> {
        or_all(&self.operation, &Operation::ALL)
    }

    pub fn sizes(&self) -> Vec<Size> {
        or_all(&self.size, &Size::ALL)
    }
}

fn or_all<T: Copy>(chosen: &[T], all: &[T]) -> Vec<T> {
    if chosen.is_empty() { all } else { chosen }.to_vec()
}
