//! [`Fact`]: a line of the lock.

use std::cmp::Ordering;
use std::fmt;

use super::fault::{BY_HAND, Fault};
use super::words::{self, Words};
use super::{Acceptance, rule, text};

/// One thing that is said of a type, and the generations that say it.
#[derive(Clone, Debug)]
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
    /// The line that it was read from, from 1, which makes no other fact of it; 0 where it was not read.
    pub line: usize,
}

/// The key of a break that was accepted.
pub(super) const ACCEPTED: &str = "accepted";

/// The keys that this version knows.
const KEYS: &[&str] = &[
    "accepted",
    "alias",
    "default",
    "encoding",
    "extensions",
    "form",
    "generic",
    "holds",
    "json",
    "json_name",
    "key",
    "kind",
    "layout",
    "message_set",
    "name",
    "oneof",
    "presence",
    "reserved",
    "rule",
    "since",
    "slot",
    "type",
    "unknown",
    "unpacked",
    "value",
    "was",
];

/// The keys of which a type or a member may say several facts.
const MANY: &[&str] = &["alias", "reserved", ACCEPTED, "extensions", "was", "holds"];

/// How deep what is said may be nested.
const DEEPEST: usize = 64;

impl Fact {
    /// Whether the newest generation says it, of the schemas.
    pub(super) fn is_open(&self) -> bool {
        self.to.is_none() && !self.is_accepted()
    }

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

    /// Whether this version knows what the key tells.
    pub(super) fn is_known(&self) -> bool {
        match self.key().split_once(' ') {
            Some((_, rule)) => rule::knows(rule),
            None => KEYS.contains(&self.key()),
        }
    }

    /// Whether it says what was accepted; that is a fact of the generation that was begun with it, and changes no type.
    pub(super) fn is_accepted(&self) -> bool {
        self.key() == ACCEPTED
    }

    /// What it is about, as messages say it.
    pub(super) fn about(&self) -> String {
        match self.number {
            Some(number) => format!("`{}` {number}", self.type_name),
            None => format!("`{}`", self.type_name),
        }
    }

    /// The generations that say it, as the lock spells them.
    pub(super) fn range(&self) -> String {
        match self.to {
            Some(to) => format!("@{}-{to}", self.from),
            None => format!("@{}", self.from),
        }
    }

    /// The fact on a line.
    pub(super) fn read(line: &str, at: usize) -> Result<Self, Fault> {
        let fault = |message: String| Fault::new(at, message, BY_HAND);
        let cut = |what: &str| fault(format!("the line ends before {what}"));
        let mut words = Words::new(line);
        let type_name = words.word().unwrap_or_default().to_owned();
        let mut word = words
            .word()
            .ok_or_else(|| cut("a generation, such as `@1`"))?;
        let mut number = None;
        if !word.starts_with('@') {
            let parsed = word.parse();
            let parsed = parsed.map_err(|_| {
                fault(format!(
                    "`{word}` is no number of a field, variant or value, and no generation"
                ))
            })?;
            number = Some(parsed);
            word = words
                .word()
                .ok_or_else(|| cut("a generation, such as `@1`"))?;
        }
        let range = word.strip_prefix('@');
        let range =
            range.ok_or_else(|| fault(format!("`{word}` is no generation, such as `@1`")))?;
        let (from, to) = match range.split_once('-') {
            Some((from, to)) => (from, Some(text::number(to).map_err(fault)?)),
            None => (range, None),
        };
        let from = text::number(from).map_err(fault)?;
        if to.is_some_and(|to| to < from) {
            return Err(fault(format!("`{word}` ends before it begins")));
        }
        let text = words.rest();
        if text.is_empty() {
            return Err(cut("what is said"));
        }
        if words::depth(text) > DEEPEST {
            let message = format!("what is said is nested deeper than {DEEPEST}");
            return Err(fault(message));
        }
        let mut fact = Self {
            type_name,
            number,
            from,
            to,
            text: text.to_owned(),
            line: at,
        };
        if fact.is_accepted() {
            fact.to = Some(from);
            fact.acceptance().ok_or_else(|| {
                fault("what is accepted is a change and a reason, both in quotes".to_owned())
            })?;
        }
        Ok(fact)
    }

    /// The break that it says was accepted, if it says so.
    pub(super) fn acceptance(&self) -> Option<Acceptance> {
        let mut words = Words::new(self.text.strip_prefix(ACCEPTED)?);
        let acceptance = Acceptance {
            type_name: self.type_name.clone(),
            number: self.number,
            change: words.string()?,
            reason: words.string()?,
        };
        words.is_empty().then_some(acceptance)
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
        write!(f, "{} {}", self.range(), self.text)
    }
}

impl PartialEq for Fact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fact {}

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
                line: _,
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
