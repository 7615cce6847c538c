//! Cells: a library that validates a set of values.

use std::hint::black_box;

use everwire::Codec;
use prost_protovalidate::Validate;
use prost_reflect::ReflectMessage;

use crate::peer::{INTERPRETER, Result};

/// A message of the benchmark: one struct with the rules of everwire, garde and validator, and the same as prost has it.
pub trait Subject:
    Codec + Clone + garde::Validate<Context = ()> + validator::Validate + 'static
{
    type Prost: prost::Message + Clone + Default + ReflectMessage + Validate + 'static;
}

/// A message with one field.
pub trait Single: Subject {
    type Value;

    fn of(value: Self::Value) -> Self;
}

/// The libraries, everwire first.
pub const LIBRARIES: [&str; 5] = [EVERWIRE, COMPILED, INTERPRETED, GARDE, VALIDATOR];
pub const EVERWIRE: &str = "everwire";
pub const COMPILED: &str = "prost-protovalidate, compiled";
pub const INTERPRETED: &str = "prost-protovalidate, interpreted";
pub const GARDE: &str = "garde";
pub const VALIDATOR: &str = "validator";

/// Who has a rule besides everwire and prost-protovalidate.
#[derive(Clone, Copy)]
pub enum Also {
    Both,
    Garde,
    Nobody,
}

/// A library that does something with all values of a set.
pub struct Cell {
    pub library: &'static str,
    pub run: Box<dyn FnMut() -> Result<()>>,
}

/// A cell for each library that has the rule, after a check that all of them say the same of the values.
///
/// # Errors
///
/// Where a library finds another number of values invalid.
pub fn cells<T: Subject>(values: &[T], also: Also, invalid: usize) -> Result<Vec<Cell>> {
    let as_prost = |value: &T| -> Result<T::Prost> {
        let bytes = everwire::Options::new()
            .validate(false)
            .encode(everwire::Wire::Protobuf, value)?;
        Ok(prost::Message::decode(bytes.as_slice())?)
    };
    let prost: Vec<T::Prost> = values.iter().map(as_prost).collect::<Result<_>>()?;
    let mut cells = vec![
        cell(EVERWIRE, values.to_vec(), invalid, |value| {
            Codec::validate(value).is_ok()
        })?,
        cell(COMPILED, prost.clone(), invalid, |value| {
            Validate::validate(value).is_ok()
        })?,
        cell(INTERPRETED, prost, invalid, |value| {
            INTERPRETER.validate(value).is_ok()
        })?,
    ];
    if matches!(also, Also::Both | Also::Garde) {
        cells.push(cell(GARDE, values.to_vec(), invalid, |value| {
            garde::Validate::validate(value).is_ok()
        })?);
    }
    if matches!(also, Also::Both) {
        cells.push(cell(VALIDATOR, values.to_vec(), invalid, |value| {
            validator::Validate::validate(value).is_ok()
        })?);
    }
    Ok(cells)
}

fn cell<T: 'static>(
    library: &'static str,
    values: Vec<T>,
    invalid: usize,
    is_valid: impl Fn(&T) -> bool + 'static,
) -> Result<Cell> {
    let found = values.iter().filter(|value| !is_valid(value)).count();
    if found != invalid {
        return Err(format!(
            "{library} finds {found} of {} values of {} invalid, not {invalid}",
            values.len(),
            std::any::type_name::<T>()
        )
        .into());
    }
    let run = move || {
        for value in &values {
            black_box(is_valid(black_box(value)));
        }
        Ok(())
    };
    Ok(Cell {
        library,
        run: Box::new(run),
    })
}
