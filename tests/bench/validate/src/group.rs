//! Groups: all libraries at one set of values, measured in turns.

use everwire::{DecodeOwned, Options, Wire};

use crate::cell::{self, Also, Cell, Single, Subject};
use crate::measure::{self, Times};
use crate::peer::Result;

/// What was measured.
pub struct Group {
    pub name: &'static str,
    pub valid: Vec<Row>,
    pub invalid: Vec<Row>,
    /// What validation adds to decoding, of a message.
    pub decoding: Vec<Decoding>,
}

/// What was measured of a library.
pub struct Row {
    pub library: &'static str,
    /// Nanoseconds for each value.
    pub nanoseconds: f64,
    /// How many times as fast Everwire is.
    pub ratio: f64,
}

/// What was measured of a wire.
pub struct Decoding {
    pub wire: Wire,
    /// Nanoseconds for each message, without validation.
    pub nanoseconds: f64,
    /// What validation while decoding adds, of that.
    pub share: f64,
}

/// Measures groups, those that are asked for.
pub struct Measure {
    pub rounds: usize,
    /// A part of the names, or nothing for all.
    pub only: String,
    groups: Vec<Group>,
}

impl Measure {
    pub fn new(rounds: usize, only: String) -> Self {
        Self {
            rounds,
            only,
            groups: Vec::new(),
        }
    }

    /// What was measured since the last time.
    pub fn take(&mut self) -> Vec<Group> {
        std::mem::take(&mut self.groups)
    }

    fn is_asked(&self, name: &str) -> bool {
        name.contains(&self.only)
    }

    /// Measures a rule.
    pub fn rule<T: Single>(
        &mut self,
        name: &'static str,
        also: Also,
        valid: Vec<T::Value>,
        invalid: Vec<T::Value>,
    ) -> Result<()> {
        if !self.is_asked(name) {
            return Ok(());
        }
        let set = |values: Vec<T::Value>| -> Vec<T> { values.into_iter().map(T::of).collect() };
        let group = Group {
            name,
            valid: self.rows(&set(valid), also, true)?,
            invalid: self.rows(&set(invalid), also, false)?,
            decoding: Vec::new(),
        };
        self.groups.push(group);
        Ok(())
    }

    /// Measures a message.
    pub fn message<T: Subject + DecodeOwned>(
        &mut self,
        name: &'static str,
        valid: Vec<T>,
        invalid: Vec<T>,
    ) -> Result<()> {
        if !self.is_asked(name) {
            return Ok(());
        }
        let group = Group {
            name,
            decoding: Wire::ALL
                .iter()
                .map(|wire| self.decoding(*wire, &valid))
                .collect::<Result<_>>()?,
            valid: self.rows(&valid, Also::Both, true)?,
            invalid: self.rows(&invalid, Also::Both, false)?,
        };
        self.groups.push(group);
        Ok(())
    }

    fn rows<T: Subject>(&self, values: &[T], also: Also, are_valid: bool) -> Result<Vec<Row>> {
        let count = values.len();
        let mut cells = cell::cells(values, also, if are_valid { 0 } else { count })?;
        let times = measure::times(&mut cells, self.rounds)?;
        let row = |(cell, time): (&Cell, &Times)| Row {
            library: cell.library,
            nanoseconds: time.median() * 1e9 / count as f64,
            ratio: times[0].faster_than(time),
        };
        Ok(cells.iter().zip(&times).map(row).collect())
    }

    fn decoding<T: Subject + DecodeOwned>(&self, wire: Wire, values: &[T]) -> Result<Decoding> {
        let bytes: Vec<Vec<u8>> = values
            .iter()
            .map(|value| wire.encode(value))
            .collect::<std::result::Result<_, _>>()?;
        let cell = |validate: bool| {
            let (bytes, options) = (bytes.clone(), Options::new().validate(validate));
            let run = move || {
                for one in &bytes {
                    std::hint::black_box(options.decode::<T>(wire, std::hint::black_box(one))?);
                }
                Ok(())
            };
            Cell {
                library: cell::EVERWIRE,
                run: Box::new(run),
            }
        };
        let times = measure::times(&mut [cell(false), cell(true)], self.rounds)?;
        Ok(Decoding {
            wire,
            nanoseconds: times[0].median() * 1e9 / values.len() as f64,
            share: times[0].faster_than(&times[1]) - 1.0,
        })
    }
}
