//! What `schemas/test/changed.proto` names.

use crate::generated::test::changed::{Item, Size};

/// A number as text.
#[must_use]
pub fn text(number: u32) -> String {
    format!("#{number}")
}

/// A number as a note.
#[must_use]
pub fn note(number: u64) -> Option<String> {
    Some(format!("note {number}"))
}

/// A mark as a note.
#[must_use]
pub fn mark(marked: bool) -> Option<String> {
    marked.then(|| "marked".to_owned())
}

/// A number as a list.
#[must_use]
pub fn tags(number: u32) -> Vec<String> {
    vec![text(number)]
}

/// A width as text.
///
/// # Errors
///
/// If it is no number.
#[allow(clippy::needless_pass_by_value, reason = "a value is handed over as it was read")]
pub fn size(width: String) -> Result<Size, std::num::ParseIntError> {
    let width = width.parse()?;
    Ok(Size {
        width,
        ..Size::default()
    })
}

/// What was in whole.
///
/// # Errors
///
/// If the price was no number.
pub fn in_cents(item: &mut Item, upgrade: &everwire::Upgrade<'_>) -> Result<(), everwire::Error> {
    if upgrade.is_absent(5) {
        item.cents = upgrade.get::<u32>(2)?.map(|price| u64::from(price) * 100);
    }
    Ok(())
}
