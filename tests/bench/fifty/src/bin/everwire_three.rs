//! Everwire on protobuf, MessagePack and JSON.

#[allow(dead_code, reason = "only what is read and written is needed")]
mod types {
    everwire::include_schema!();
}

use types::fifty::*;

include!(concat!(env!("OUT_DIR"), "/each.rs"));

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bytes = std::env::args().nth(1).unwrap_or_default();
    let mut out = Vec::new();
    macro_rules! round {
        ($name:ident) => {
            let value: $name = everwire::protobuf::from_slice(bytes.as_bytes())?;
            everwire::msgpack::encode_into(&value, &mut out)?;
            let value: $name = everwire::msgpack::from_slice(bytes.as_bytes())?;
            everwire::json::encode_into(&value, &mut out)?;
            let value: $name = everwire::json::from_slice(bytes.as_bytes())?;
            everwire::protobuf::encode_into(&value, &mut out)?;
        };
    }
    each!(round);
    println!("{}", out.len());
    Ok(())
}
