//! The wire as a whole, on types whose traits are written out by hand.

mod evolve;
mod late;
mod native;
mod proto;
mod reader;
mod samples;
mod shapes;
mod values;

use alloc::string::{String, ToString};

use crate::Options;
use crate::codec::Decode;
use crate::error::Error;

fn decode<T: for<'de> Decode<'de>>(options: &Options, bytes: &[u8]) -> Result<T, Error> {
    super::decode::<T>(bytes.into(), options)
        .map(|(value, _)| value)
        .map_err(|error| error.rooted(T::SCHEMA.name()))
}

fn read<T: for<'de> Decode<'de>>(text: &str) -> Result<T, String> {
    crate::json::from_str(text).map_err(|error| error.to_string())
}
