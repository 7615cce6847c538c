//! [`Fact`]: a line of the lock.

use std::cmp::Ordering;
use std::fmt;

use super::words::Words;

/// One thing that is said of a type, and the generations that say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The full name of the type.
    pub type_name: String,
    /// The number of the field, variant or value that it is about; `None` where it is about the type.
    pub number: Option<i64>,
    /// The first generation that says it.
    pub from: u32,
    /// The last one, where a later one says otherwise.
    pub to: Option<u32>,
    /// What is said: a key, and what follows it.
    pub text: String,
}

/// The keys of which a type or a member may say several facts.
const MANY: &[&str] = &["alias", "reserved", "accepted", "extensions", "was"];

impl Fact {
    /// Whether a generation says it.
    pub fn is_said(&self, generation: u32) -> bool {
        self.from <= generation && self.to.is_none_or(|to| generation <= to)
    }

    /// What of a type or a member it tells.
    pub(super) fn key(&self) -> &str {
        let end = |text: &str| text.find([' ', '(']).unwrap_or(text.len());
        match &self.text[..end(&self.text)] {
            "message" | "union" | "enum" => "kind",
            // Each rule is told once.
            "rule" => match self.text.get(5..) {
                Some(rule) => &self.text[..5 + end(rule)],
                None => "rule",
            },
            key => key,
        }
    }

    /// Whether another fact about the same thing cannot be said at the same time.
    pub(super) fn excludes(&self, other: &Self) -> bool {
        let is_own_oneof = self.number.is_none() && self.key() == "oneof";
        (&self.type_name, self.number, self.key()) == (&other.type_name, other.number, other.key())
            && !is_own_oneof
            && !MANY.contains(&self.key())
            && self.to.is_none_or(|to| other.from <= to)
            && other.to.is_none_or(|to| self.from <= to)
    }

    /// The fact on a line.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut words = Words::new(line);
        let type_name = words.word()?.to_owned();
        let number = match words.rest().starts_with('@') {
            true => None,
            false => Some(words.number()?),
        };
        words.eat("@").then_some(())?;
        let range = words.word()?;
        let (from, to) = match range.split_once('-') {
            Some((from, to)) => (from, Some(to.parse().ok()?)),
            None => (range, None),
        };
        let text = words.rest();
        let from = from.parse().ok()?;
        let is_sound = !text.is_empty() && from > 0 && to.is_none_or(|to| from <= to);
        is_sound.then(|| Self {
            type_name,
            number,
            from,
            to,
            text: text.to_owned(),
        })
    }

    /// First what a thing is, then what it is called and what it holds, then the rest.
    fn rank(&self) -> u8 {
        match self.key() {
            "kind" => 0,
            "name" => 1,
            "type" => 2,
            _ => 3,
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.type_name)?;
        if let Some(number) = self.number {
            write!(f, "{number} ")?;
        }
        write!(f, "@{}", self.from)?;
        if let Some(to) = self.to {
            write!(f, "-{to}")?;
        }
        write!(f, " {}", self.text)
    }
}

impl PartialOrd for Fact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By type, number and what is told, then by generation.
impl Ord for Fact {
    fn cmp(&self, other: &Self) -> Ordering {
        fn key(fact: &Fact) -> (&str, Option<i64>, u8, &str, u32, &str, Option<u32>) {
            let Fact {
                type_name,
                number,
                from,
                to,
                text,
            } = fact;
            (
                type_name,
                *number,
                fact.rank(),
                fact.key(),
                *from,
                text,
                *to,
            )
        }
        key(self).cmp(&key(other))
    }
}
