//! Arbitrary values within the bounds that the wires set.

use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::everything::Everything;

/// A value with something in most fields, the same in every run: what others are read over.
pub static SOMETHING: LazyLock<Everything> = LazyLock::new(|| {
    let bytes: Vec<u8> = (0..4096_u32)
        .map(|index| (index * index % 251) as u8)
        .collect();
    Everything::arbitrary(&mut Unstructured::new(&bytes)).expect("the bytes suffice")
});

/// The most that google.protobuf.Duration holds, in seconds.
const LONGEST: u64 = 315_576_000_000;
/// The first second of the year 1.
const FIRST: i64 = -62_135_596_800;
/// The last second of the year 9999.
const LAST: i64 = 253_402_300_799;

/// A span of time.
///
/// # Errors
///
/// If the bytes do not suffice.
pub fn duration(bytes: &mut Unstructured<'_>) -> Result<Duration> {
    let secs = bytes.int_in_range(0..=LONGEST)?;
    let nanos = if secs == LONGEST { 0 } else { nanos(bytes)? };
    Ok(Duration::new(secs, nanos))
}

/// A point in time, or none.
///
/// # Errors
///
/// If the bytes do not suffice.
pub fn optional_time(bytes: &mut Unstructured<'_>) -> Result<Option<SystemTime>> {
    if !bool::arbitrary(bytes)? {
        return Ok(None);
    }
    let secs = bytes.int_in_range(FIRST..=LAST)?;
    let nanos = Duration::from_nanos(nanos(bytes)?.into());
    let whole = Duration::from_secs(secs.unsigned_abs());
    let time = if secs < 0 {
        SystemTime::UNIX_EPOCH.checked_sub(whole)
    } else {
        SystemTime::UNIX_EPOCH.checked_add(whole)
    };
    Ok(time.and_then(|time| time.checked_add(nanos)))
}

fn nanos(bytes: &mut Unstructured<'_>) -> Result<u32> {
    let scale = [1_000_000_000, 1_000_000, 1_000, 1][bytes.int_in_range(0..=3)?];
    Ok(bytes.int_in_range(0..=1_000_000_000 / scale - 1)? * scale)
}
