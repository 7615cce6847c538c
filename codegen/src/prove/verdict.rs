//! [`Verdict`]: what became of the values that were written on one side and read on the other.

use std::fmt;

use everwire::Wire;

/// Who reads what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The new program reads what an old one wrote.
    NewReadsOld,
    /// An old program reads what the new one wrote.
    OldReadsNew,
    /// The new program reads what it wrote itself after an old one read, changed and wrote it.
    ThroughOld,
    /// The old program reads what it wrote itself after the new one read, changed and wrote it.
    ThroughNew,
}

impl Direction {
    /// All directions.
    pub const ALL: [Self; 4] = [
        Self::NewReadsOld,
        Self::OldReadsNew,
        Self::ThroughOld,
        Self::ThroughNew,
    ];

    /// Whether one side reads what the other wrote, without a relay.
    pub const fn is_direct(self) -> bool {
        matches!(self, Self::NewReadsOld | Self::OldReadsNew)
    }

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NewReadsOld => "new reads old",
            Self::OldReadsNew => "old reads new",
            Self::ThroughOld => "new through old",
            Self::ThroughNew => "old through new",
        }
    }
}

/// What becomes of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Every value is read as itself.
    Same,
    /// No value was tried: there is none, or a schema cannot be loaded. Nobody knows what becomes of values.
    Unproved,
    /// Some values are read as themselves, others are not.
    Depends,
    /// No value that says something is read as itself.
    Lossy,
    /// No value that says something is read: each is an error.
    Error,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Same => "same",
            Self::Unproved => "could not prove",
            Self::Depends => "depends on the value",
            Self::Lossy => "lossy",
            Self::Error => "error",
        })
    }
}

/// A value that did not come through: what was written, its bytes, and what came of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The value that was written, as JSON.
    pub written: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The value that was read, as JSON, or the error.
    pub read: Result<String, String>,
}

/// The verdict on one wire and in one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The wire.
    pub wire: Wire,
    /// The direction.
    pub direction: Direction,
    /// What became of the values.
    pub outcome: Outcome,
    /// The first value that was read as another, if one was.
    pub lossy: Option<Witness>,
    /// The first value that could not be read, if one could not.
    pub error: Option<Witness>,
    /// How many values were tried.
    pub tried: usize,
    /// Why no value was tried, where none was.
    pub why: Option<String>,
}

impl Verdict {
    /// The verdicts where nothing could be executed, on each wire and in each direction.
    pub(super) fn unproved(why: &str) -> Vec<Self> {
        let each = |direction| {
            Wire::ALL.map(|wire| Self {
                why: Some(why.to_owned()),
                ..Tally::default().verdict(wire, direction)
            })
        };
        Direction::ALL.into_iter().flat_map(each).collect()
    }

    /// One verdict of two, on other values.
    pub(super) fn and(self, other: Self) -> Self {
        let outcome = match (self.outcome, other.outcome) {
            (Outcome::Unproved, one) | (one, Outcome::Unproved) => one,
            (one, other) if one == other => one,
            _ => Outcome::Depends,
        };
        let tried = self.tried + other.tried;
        Self {
            outcome,
            lossy: self.lossy.or(other.lossy),
            error: self.error.or(other.error),
            why: self.why.or(other.why).filter(|_| tried == 0),
            tried,
            ..self
        }
    }

    /// One verdict of two, where it is no proof that one of them tried nothing.
    pub(super) fn and_also(self, other: Self) -> Self {
        match (self.outcome, other.outcome) {
            (Outcome::Same, Outcome::Unproved) => other,
            _ => self.and(other),
        }
    }

    /// The witness that tells most: a value that was read as another, or else one that was not read.
    pub fn witness(&self) -> Option<&Witness> {
        self.lossy.as_ref().or(self.error.as_ref())
    }
}

/// What became of the values, as they come.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) tried: usize,
    same: usize,
    lossy: Option<Witness>,
    error: Option<Witness>,
}

/// What became of one value.
#[derive(Debug)]
pub(super) enum Became {
    Same,
    Lossy,
    Error,
}

impl Tally {
    /// Counts a value. Whether one that says nothing comes through does not make a verdict milder.
    pub(super) fn count(
        &mut self,
        became: Became,
        says_something: bool,
        witness: impl FnOnce() -> Witness,
    ) {
        self.tried += 1;
        match became {
            Became::Same => self.same += usize::from(says_something),
            Became::Lossy => {
                if self.lossy.is_none() {
                    self.lossy = Some(witness());
                }
            }
            Became::Error => {
                if self.error.is_none() {
                    self.error = Some(witness());
                }
            }
        }
    }

    pub(super) fn verdict(self, wire: Wire, direction: Direction) -> Verdict {
        let is_tried = self.tried > 0;
        let outcome = match (&self.lossy, &self.error, self.same) {
            (None, None, _) if !is_tried => Outcome::Unproved,
            (None, None, _) => Outcome::Same,
            (Some(_), None, 0) => Outcome::Lossy,
            (None, Some(_), 0) => Outcome::Error,
            _ => Outcome::Depends,
        };
        Verdict {
            wire,
            direction,
            outcome,
            lossy: self.lossy,
            error: self.error,
            tried: self.tried,
            why: (!is_tried).then(|| "no value could be made that the writer accepts".to_owned()),
        }
    }
}
