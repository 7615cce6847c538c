//! The testee whose types are compiled from the suite's schemas: all of the suite.

use everwire::{Registry, wkt};
use everwire_conformance::schema;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut registry = Registry::new();
    wkt::register(&mut registry)?;
    schema::register(&mut registry)?;
    everwire_conformance::serve(Box::leak(Box::new(registry)))
}
