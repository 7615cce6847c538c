//! What input may cost: memory within the limits whatever it is, and time that grows with it and no faster.

mod containers;
mod limits;
mod texts;
mod unknown;
mod violations;

use std::fmt::Debug;
use std::time::{Duration, Instant};

use everwire::{Codec, Decode, Limits, UnknownFields, Wire};

use super::memory::peak;
use super::shapes::Closed;

/// How many of a thing a stranger sends.
const MANY: usize = 100_000;

/// Longer than anything here takes, and far shorter than time that grows with the square.
const PATIENCE: Duration = Duration::from_secs(10);

/// Decodes and encodes again. What is held at once is at most the ratio's part, and thrice the elements' own size, since a
/// list that grows is there twice, once with room for as many again. Returns what was decoded, or the error's text.
fn costs<T: for<'de> Decode<'de> + Debug>(
    what: &str,
    wire: Wire,
    bytes: &[u8],
    own: usize,
) -> Result<T, String> {
    let start = Instant::now();
    let (held, result) = peak(|| wire.decode::<T>(bytes));
    let most = Limits::DEFAULT.ratio * bytes.len() + 3 * own + 100_000;
    assert!(
        held <= most,
        "{what} ({wire}): {held} bytes held for {} bytes of input, {own} of them the elements' own",
        bytes.len()
    );
    let result = result.map_err(|error| {
        let text = error.to_string();
        assert!(
            text.len() < 10 * bytes.len() + 1000,
            "{what} ({wire}): an error of {} bytes",
            text.len()
        );
        text
    });
    if let Ok(value) = &result {
        let again = wire.encode(value).unwrap();
        assert!(wire.decode::<T>(&again).is_ok(), "{what} ({wire})");
    }
    let spent = start.elapsed();
    assert!(spent < PATIENCE, "{what} ({wire}): {spent:?}");
    result
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Keeper {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    closed: Closed,
    #[codec(3)]
    list: Vec<Closed>,
    #[codec(4)]
    names: Vec<String>,
    #[codec(unknown)]
    unknown: UnknownFields,
}
