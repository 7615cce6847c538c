//! [`inspect`]: bytes for people, with the offset, field and value of each part.
//!
//! It reads with the same drivers as everything else, into a tree of nodes whose types are those of a schema that is data.

mod read;
mod show;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;
use crate::schema::Schema;
use crate::unknown::UnknownFields;

/// Shows the bytes of a value: a line for each part with its offset in the input, its field number, `@` its slot, its
/// name, and its value.
///
/// Fields that the schema does not know stand after the others of their message, with their bytes.
///
/// ```
/// use everwire::{Codec, Wire, inspect};
///
/// #[derive(Codec)]
/// #[codec(name = "shop.v1.Line")]
/// struct Line { #[codec(1)] sku: String, #[codec(2)] sizes: Vec<u32> }
///
/// let bytes = Wire::MsgPack.encode(&Line { sku: "A-1".into(), sizes: vec![3, 200] })?;
/// assert_eq!(inspect(Wire::MsgPack, Line::SCHEMA, &bytes)?, "\
/// 0000  shop.v1.Line (msgpack, 9 bytes)
/// 0001    1 @0 sku: \"A-1\"
/// 0005    2 @1 sizes: 2 elements
/// 0006      [0]: 3
/// 0007      [1]: 200
/// ");
/// # Ok::<(), everwire::Error>(())
/// ```
///
/// # Errors
///
/// If the bytes do not hold such a value.
pub fn inspect(wire: Wire, schema: &'static Schema, bytes: &[u8]) -> Result<String, Error> {
    let options = Options::new().validate(false);
    let node =
        read::all(wire, schema, bytes, &options).map_err(|error| error.rooted(schema.name()))?;
    let mut text = format!(
        "0000  {} ({wire}, {} bytes)\n",
        schema.full_name(),
        bytes.len()
    );
    node.show(&mut text, 1);
    Ok(text)
}

/// A value as it was found.
struct Node {
    start: usize,
    found: Found,
}

enum Found {
    Scalar(String),
    /// The value of an enum that does not list it.
    Unlisted(String),
    Nil,
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    Message(Vec<(String, Node)>, UnknownFields),
}
