//! [`inspect`]: bytes for people, with the offset, field and value of each part.
//!
//! It reads with the same drivers as everything else, into a tree of nodes whose types are those of a schema that is data.

mod parts;
mod read;
mod show;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;
use crate::schema::{Schema, Type};
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
/// If the bytes cannot be read as far as all parts are known. [`dissect`] also says what a part may not be, where it can be read.
pub fn inspect(wire: Wire, schema: &'static Schema, bytes: &[u8]) -> Result<String, Error> {
    let options = Options::new().validate(false);
    let mut node = read::all(wire, schema, bytes, &options);
    if let Some(broken) = node.broken.take() {
        let error = wrong(wire, schema, bytes, &options, Some(broken));
        return error.map_or(Ok(String::new()), Err);
    }
    let mut text = format!(
        "0000  {} ({wire}, {} bytes)\n",
        schema.full_name(),
        bytes.len()
    );
    node.show(&mut text, 1);
    Ok(text)
}

/// The bytes of a value taken apart; see [`dissect`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Dissected {
    /// A line for each part.
    pub text: String,
    /// Why the bytes do not hold such a value, where they do not; then the last part may be the last that could be read. Without the
    /// feature `dynamic` this is what no part could be made of, and not what a part may not be: a number beyond its type, a field that
    /// must be there.
    pub error: Option<Error>,
}

/// Shows the bytes of a value as [`inspect`](inspect()) does, with offsets in hexadecimal, the bytes and the type of each part; of bytes that do not
/// hold such a value, as far as they do.
///
/// ```
/// use everwire::{Codec, Wire, dissect};
///
/// #[derive(Codec)]
/// #[codec(name = "shop.v1.Line")]
/// struct Line { #[codec(1)] sku: String, #[codec(2)] sizes: Vec<u32> }
///
/// let dissected = dissect(Wire::MsgPack, Line::SCHEMA, b"\x92\xa3A-1\x92\x03\xc3");
/// assert_eq!(dissected.text, "\
/// 0000  92 a3 41 2d 31 92 03 c3  shop.v1.Line (msgpack, 8 bytes)
/// 0001  a3 41 2d 31                1 @0 sku: string = \"A-1\"
/// 0005  92 03 c3                   2 @1 sizes: list<u32>, 2 elements
/// 0006  03                           [0]: u32 = 3
/// 0007  c3                           [1]: u32 = ?
/// ");
/// let error = dissected.error.unwrap();
/// assert_eq!(error.to_string(), "Line.sizes[1]: expected integer, found bool (msgpack, byte 7)");
/// ```
#[must_use]
pub fn dissect(wire: Wire, schema: &'static Schema, bytes: &[u8]) -> Dissected {
    let options = Options::new().validate(false);
    let mut node = read::all(wire, schema, bytes, &options);
    let broken = node.broken.take();
    Dissected {
        text: parts::show(&node, wire, schema, bytes),
        error: wrong(wire, schema, bytes, &options, broken),
    }
}

/// Why the bytes do not hold such a value: what a reader of values says, since a part may be shown that no value has, or may be missing.
/// Otherwise, and without the feature `dynamic`, what kept a part from being shown.
fn wrong(
    wire: Wire,
    schema: &'static Schema,
    bytes: &[u8],
    options: &Options,
    broken: Option<Error>,
) -> Option<Error> {
    let own = || Some(broken?.rooted(schema.name()));
    #[cfg(feature = "dynamic")]
    {
        let read = crate::dynamic::Dynamic::decode_with(schema, wire, bytes, options);
        read.err().or_else(own)
    }
    #[cfg(not(feature = "dynamic"))]
    {
        let _ = (wire, bytes, options);
        own()
    }
}

/// A value as it was found.
struct Node {
    start: usize,
    end: usize,
    /// What its place says that it is; none of what has a schema.
    ty: Option<Type>,
    found: Found,
    /// Why it is not whole.
    broken: Option<Error>,
}

enum Found {
    /// Nothing that could be read.
    Nothing,
    Scalar(String),
    /// The value of an enum that does not list it.
    Unlisted(String),
    Nil,
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    Message(Vec<(String, Node)>, UnknownFields),
}
