//! The wire as a whole, on types whose traits are written out by hand.

mod evolve;
mod native;
mod proto;
mod reader;
mod samples;

use crate::Options;
use crate::codec::Decode;
use crate::error::Error;

fn decode<T: for<'de> Decode<'de>>(options: &Options, bytes: &[u8]) -> Result<T, Error> {
    super::decode::<T>(bytes, options)
        .map(|(value, _)| value)
        .map_err(|error| error.rooted(T::SCHEMA.name()))
}
