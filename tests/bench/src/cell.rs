//! Cells: what one library does with one data set on one wire, ready to run; and the check that comes before.

use std::hint::black_box;

use everwire::{Codec, Wire};

use crate::data::{Data, Set};
use crate::operation::Operation;
use crate::peer::{self, Library, Result};

/// One library's work on all messages of a set, once a run.
pub struct Cell {
    pub library: &'static str,
    /// The length of what the library encodes, of all messages together; 0 where that says nothing.
    pub bytes: usize,
    pub run: Box<dyn FnMut() -> Result<()>>,
}

impl Cell {
    pub fn new(
        library: &'static str,
        bytes: usize,
        run: impl FnMut() -> Result<()> + 'static,
    ) -> Self {
        Self {
            library,
            bytes,
            run: Box::new(run),
        }
    }
}

/// The cells that are measured in turns.
#[derive(Default)]
pub struct Cells(pub Vec<Cell>);

impl Cells {
    /// The libraries of a wire, and the limits.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn of<S: Set>(data: &Data<S>, wire: Wire, operation: Operation) -> Result<Self> {
        let mut cells = Self::default();
        match wire {
            Wire::Protobuf => {
                cells.add::<S, peer::Protobuf>(data, operation)?;
                cells.own::<S, peer::Unvalidated<peer::Protobuf>, peer::Keeping<peer::Protobuf>>(
                    data, operation,
                )?;
                cells.add::<S, peer::Prost>(data, operation)?;
                cells.add::<S, peer::Buffa>(data, operation)?;
                cells.add::<S, peer::QuickOwned>(data, operation)?;
                cells.add::<S, peer::Quick>(data, operation)?;
            }
            Wire::MsgPack => {
                cells.add::<S, peer::MsgPack>(data, operation)?;
                cells.own::<S, peer::Unvalidated<peer::MsgPack>, peer::Keeping<peer::MsgPack>>(
                    data, operation,
                )?;
                cells.add::<S, peer::RmpSerde>(data, operation)?;
                cells.add::<S, peer::Zerompk>(data, operation)?;
            }
            Wire::Json => {
                cells.add::<S, peer::Json>(data, operation)?;
                cells.own::<S, peer::Unvalidated<peer::Json>, peer::Keeping<peer::Json>>(
                    data, operation,
                )?;
                cells.add::<S, peer::SerdeJson>(data, operation)?;
                cells.add::<S, peer::SonicRs>(data, operation)?;
                cells.add::<S, peer::SimdJson>(data, operation)?;
                S::derived(data, operation, &mut cells)?;
                if !S::INTEGER_KEYS {
                    cells.add::<S, peer::Flexon>(data, operation)?;
                }
            }
        }
        cells.limit(data, wire, operation)?;
        Ok(cells)
    }

    /// The bound of the operation, which no library can pass.
    fn limit<S: Set>(&mut self, data: &Data<S>, wire: Wire, operation: Operation) -> Result<()> {
        match operation {
            Operation::Encode | Operation::Fresh => {
                let encoded = data.messages.iter().map(|message| wire.encode(message));
                let encoded = encoded.collect::<std::result::Result<_, _>>()?;
                self.0
                    .push(peer::memcpy(encoded, operation == Operation::Fresh));
            }
            Operation::Decode => self.0.push(peer::clone(data)),
            Operation::Borrow | Operation::Into => {}
        }
        Ok(())
    }

    /// Everwire's other columns, where the set has what they are about.
    fn own<S: Set, Unvalidated: Library<S>, Keeping: Library<S>>(
        &mut self,
        data: &Data<S>,
        operation: Operation,
    ) -> Result<()> {
        if S::RULES {
            self.add::<S, Unvalidated>(data, operation)?;
        }
        if S::KEEPS {
            self.add::<S, Keeping>(data, operation)?;
        }
        Ok(())
    }

    /// A library, if it does this; what it encodes and decodes is checked first.
    ///
    /// # Errors
    ///
    /// Where the library fails, or changes the data.
    pub fn add<S: Set, L: Library<S>>(
        &mut self,
        data: &Data<S>,
        operation: Operation,
    ) -> Result<()> {
        if !L::OPERATIONS.contains(&operation) {
            return Ok(());
        }
        let cell = cell::<S, L>(data, operation)
            .map_err(|error| format!("{}, {}, {}: {error}", S::NAME, L::NAME, operation.name()))?;
        self.0.push(cell);
        Ok(())
    }
}

/// Checks a library, and has it ready to run.
fn cell<S: Set, L: Library<S>>(data: &Data<S>, operation: Operation) -> Result<Cell> {
    let mut values = Vec::with_capacity(data.messages.len());
    let mut encoded = Vec::with_capacity(data.messages.len());
    for message in &data.messages {
        let value = L::value(message)?;
        let bytes = L::encode(&value)?;
        check::<S, L>(message, &value, &bytes, operation)?;
        values.push(value);
        encoded.push(bytes);
    }
    let length = encoded.iter().map(Vec::len).sum();
    let mut kept = L::Kept::default();
    Ok(match operation {
        Operation::Encode => {
            let mut buffer = Vec::new();
            Cell::new(L::NAME, length, move || {
                for value in &values {
                    let length = L::encode_into(black_box(value), &mut kept, &mut buffer)?;
                    black_box(&buffer[..length]);
                }
                Ok(())
            })
        }
        Operation::Fresh => Cell::new(L::NAME, length, move || {
            for value in &values {
                black_box(L::encode(black_box(value))?);
            }
            Ok(())
        }),
        Operation::Decode => Cell::new(L::NAME, length, move || {
            for bytes in &encoded {
                black_box(L::decode(black_box(bytes), &mut kept)?);
            }
            Ok(())
        }),
        Operation::Borrow => Cell::new(L::NAME, length, move || {
            for bytes in &encoded {
                black_box(L::borrow(black_box(bytes), &mut kept)?);
            }
            Ok(())
        }),
        Operation::Into => Cell::new(L::NAME, length, move || {
            for (value, bytes) in values.iter_mut().zip(&encoded) {
                L::decode_into(black_box(&mut *value), black_box(bytes), &mut kept)?;
                black_box(&*value);
            }
            Ok(())
        }),
    })
}

/// Checks that the library gives the data back, by the way that is to be measured.
fn check<S: Set, L: Library<S>>(
    message: &S::Owned,
    value: &L::Value,
    bytes: &[u8],
    operation: Operation,
) -> Result<()> {
    let mut kept = L::Kept::default();
    let back = match operation {
        Operation::Encode => {
            let mut buffer = Vec::new();
            for _ in 0..2 {
                let length = L::encode_into(value, &mut kept, &mut buffer)?;
                if length != bytes.len() {
                    return Err("the kept buffer has another length than a fresh one".into());
                }
            }
            L::decode(&buffer[..bytes.len()], &mut kept).and_then(|value| L::owned(&value))?
        }
        Operation::Fresh | Operation::Decode => L::owned(&L::decode(bytes, &mut kept)?)?,
        Operation::Borrow => L::owned_of(&L::borrow(bytes, &mut kept)?)?,
        Operation::Into => {
            let mut there = L::value(message)?;
            L::decode_into(&mut there, bytes, &mut kept)?;
            L::owned(&there)?
        }
    };
    if back == *message {
        Ok(())
    } else {
        Err(difference(message, &back)?.into())
    }
}

/// Where the texts of two messages part.
fn difference<T: Codec>(one: &T, other: &T) -> Result<String> {
    /// How much of a text is shown, in bytes before and after.
    const AROUND: usize = 60;
    let (one, other) = (everwire::json::to_vec(one)?, everwire::json::to_vec(other)?);
    let at = one
        .iter()
        .zip(&other)
        .position(|(one, other)| one != other)
        .unwrap_or(one.len().min(other.len()));
    let around = |text: &[u8]| {
        let shown = &text[at.saturating_sub(AROUND)..text.len().min(at + AROUND)];
        String::from_utf8_lossy(shown).into_owned()
    };
    Ok(format!(
        "the data is not the same afterwards: `{}` became `{}`",
        around(&one),
        around(&other)
    ))
}
