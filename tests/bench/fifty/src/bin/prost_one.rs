//! prost.

#[allow(dead_code, reason = "only what is read and written is needed")]
mod types {
    include!(concat!(env!("OUT_DIR"), "/one/fifty.rs"));
}

use prost::Message;
use types::*;

include!(concat!(env!("OUT_DIR"), "/each.rs"));

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bytes = std::env::args().nth(1).unwrap_or_default();
    let mut out = Vec::new();
    macro_rules! round {
        ($name:ident) => {
            let value = $name::decode(bytes.as_bytes())?;
            value.encode(&mut out)?;
        };
    }
    each!(round);
    println!("{}", out.len());
    Ok(())
}
