//! The testee whose types are structs that derive `Codec`: the halves of the suite in proto2 and proto3.

mod proto2;
mod proto3;

use everwire::{Registry, wkt};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut registry = Registry::new();
    wkt::register(&mut registry)?;
    proto2::register(&mut registry)?;
    proto3::register(&mut registry)?;
    everwire_conformance::serve(Box::leak(Box::new(registry)))
}
