//! A lock as text: read, with the line of each fact, and written.

use std::collections::BTreeMap;
use std::fmt;

use super::fault::{BEGUN, BY_HAND, MERGED, NEWER, TAKEN};
use super::words::Words;
use super::{Fact, Fault, Generation, Lock};

/// The first line of a lock.
const HEADER: &str = "everwire lock 1";

/// The newest generation that a lock may have.
const NEWEST: u32 = 999_999;

/// What git writes between the sides of a conflict, the first of which begins it.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

impl Lock {
    /// Reads a lock.
    ///
    /// # Errors
    ///
    /// The first line that cannot be read, or that contradicts another.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let mut lines = text.lines().zip(1..);
        header(lines.next().map_or("", |(line, _)| line))?;
        let mut lock = Self::default();
        let mut labels = BTreeMap::new();
        for (line, at) in lines {
            if MARKS.iter().any(|mark| line.starts_with(mark)) {
                return Err(conflict(text, at));
            }
            if line.trim().is_empty() {
                continue;
            }
            let Some(rest) = listing(line) else {
                lock.facts.push(Fact::read(line, at)?);
                continue;
            };
            let (number, read) =
                generation(rest).map_err(|message| Fault::new(at, message, BY_HAND))?;
            for label in &read.labels {
                let (other, first) = *labels.entry(label.clone()).or_insert((number, at));
                if other != number {
                    let message = format!(
                        "`{label}` is the label of two generations, {number} and {other} (line {first})"
                    );
                    let help = "a label names one generation: take it away from the one that the release has not";
                    return Err(Fault::new(at, message, help));
                }
            }
            // Two branches may have begun the same one.
            let generation = lock.generations.entry(number).or_default();
            generation.labels.extend(read.labels);
            generation.retired |= read.retired;
        }
        lock.facts.sort();
        lock.facts.dedup();
        lock.facts.iter().try_for_each(|fact| lock.listed(fact))?;
        let pairs = lock.facts.windows(2);
        for pair in pairs {
            if let [one, other] = pair
                && one.excludes(other)
            {
                return Err(excluded(one, other));
            }
        }
        Ok(lock)
    }

    /// Whether the generations that say a fact are in the lock.
    fn listed(&self, fact: &Fact) -> Result<(), Fault> {
        let mut bounds = [Some(fact.from), fact.to].into_iter().flatten();
        match bounds.find(|bound| !self.generations.contains_key(bound)) {
            Some(bound) => {
                let message = format!("the generation {bound} is not listed");
                Err(Fault::new(fact.line, message, BY_HAND))
            }
            None => Ok(()),
        }
    }
}

fn header(line: &str) -> Result<(), Fault> {
    let line = line.trim_end();
    if line == HEADER {
        return Ok(());
    }
    let (message, help) = if line.starts_with('\u{feff}') {
        (
            "the lock begins with a byte order mark".to_owned(),
            "save it as UTF-8 without one",
        )
    } else if MARKS.iter().any(|mark| line.starts_with(mark)) {
        ("the lock has a merge conflict".to_owned(), MERGED)
    } else if line.starts_with("everwire lock ") {
        (format!("the lock is none of `{HEADER}`"), NEWER)
    } else {
        (
            format!("the lock does not begin with `{HEADER}`"),
            "name a lock that `codegen lock` wrote, or restore it as it was committed",
        )
    };
    Err(Fault::new(1, message, help))
}

/// A conflict that git left, told by what the two sides say.
fn conflict(text: &str, at: usize) -> Fault {
    let lines = text.lines().skip(at);
    let mut sides = lines
        .take_while(|line| !line.starts_with(MARKS[3]))
        .filter(|line| !line.is_empty() && !MARKS.iter().any(|mark| line.starts_with(mark)));
    match sides.next() {
        Some(line) if listing(line).is_some() => {
            let number = line.split(' ').nth(1).unwrap_or_default();
            let message = format!(
                "the lock has a merge conflict: two branches began the generation {number}, and call it otherwise"
            );
            Fault::new(at, message, BEGUN)
        }
        _ => Fault::new(
            at,
            "the lock has a merge conflict: two branches changed the same thing",
            TAKEN,
        ),
    }
}

/// Two facts that cannot be said at the same time.
fn excluded(one: &Fact, other: &Fact) -> Fault {
    let what = other.about();
    let (first, second) = match one.line < other.line {
        true => (one, other),
        false => (other, one),
    };
    let line = first.line;
    if one.text == other.text {
        let message = format!(
            "{what} is said to have `{}` both in `{}` and in `{}` (line {line})",
            one.text,
            second.range(),
            first.range()
        );
        return Fault::new(second.line, message, MERGED);
    }
    let message = format!(
        "{what} is said to have both `{}` and `{}` (line {line})",
        second.text, first.text
    );
    Fault::new(second.line, message, TAKEN)
}

/// What a line that lists a generation says of it; none of a fact, whose second or third word is the generations that say it. A type may
/// well be called `generation`.
fn listing(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("generation ")?;
    let is_fact = rest.split(' ').take(2).any(|word| word.starts_with('@'));
    (!is_fact).then_some(rest)
}

/// A number of a generation.
pub(super) fn number(text: &str) -> Result<u32, String> {
    let number = text.parse().ok();
    let number = number.filter(|number| (1..=NEWEST).contains(number));
    number.ok_or_else(|| format!("`{text}` is no generation, which are 1 to 999,999"))
}

fn generation(text: &str) -> Result<(u32, Generation), String> {
    let mut words = Words::new(text);
    let number = number(words.word().unwrap_or_default())?;
    let mut generation = Generation::default();
    while let Some(word) = words.word() {
        match word {
            "retired" => generation.retired = true,
            label => {
                generation.labels.insert(label.to_owned());
            }
        }
    }
    Ok((number, generation))
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}\n")?;
        for (number, generation) in &self.generations {
            write!(f, "generation {number}")?;
            if generation.retired {
                f.write_str(" retired")?;
            }
            generation
                .labels
                .iter()
                .try_for_each(|label| write!(f, " {label}"))?;
            writeln!(f)?;
        }
        writeln!(f)?;
        self.facts.iter().try_for_each(|fact| writeln!(f, "{fact}"))
    }
}
