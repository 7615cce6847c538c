//! Golden bytes: boundary values of a type, as a generation wrote them on each wire. They are written once and never again, so that what
//! reads them is tested with what was really written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use everwire::Wire;

use super::Lock;
use super::words::{hex, unhex};

/// The first line of a golden file.
const HEADER: &str = "everwire golden 1";

/// The bytes of one type and generation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Golden {
    /// A wire and bytes, in the order in which they were written.
    pub(crate) records: Vec<(Wire, Vec<u8>)>,
}

impl Golden {
    /// Reads a golden file, or tells the line that is none of it.
    pub(crate) fn read(text: &str) -> Result<Self, usize> {
        let mut lines = text.lines().enumerate();
        if lines.next().map(|(_, line)| line.trim_end()) != Some(HEADER) {
            return Err(1);
        }
        let records = lines
            .filter(|(_, line)| !line.is_empty())
            .map(|(at, line)| {
                let (wire, rest) = line.split_once(' ').unwrap_or((line, ""));
                let wire: Wire = wire.parse().map_err(|_| at + 1)?;
                let bytes = match wire {
                    Wire::Json => Some(rest.as_bytes().to_vec()),
                    _ => unhex(rest),
                };
                Ok((wire, bytes.ok_or(at + 1)?))
            });
        Ok(Self {
            records: records.collect::<Result<_, usize>>()?,
        })
    }
}

impl fmt::Display for Golden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}")?;
        for (wire, bytes) in &self.records {
            match (wire, std::str::from_utf8(bytes)) {
                (Wire::Json, Ok(text)) => writeln!(f, "{wire} {text}")?,
                _ => writeln!(f, "{wire} {}", hex(bytes))?,
            }
        }
        Ok(())
    }
}

/// The directory beside a lock that holds its golden bytes: `everwire.golden` beside `everwire.lock`.
pub(crate) fn directory(lock: &Path) -> PathBuf {
    lock.with_extension("golden")
}

/// Where the bytes of a lock's types are, relative to that directory.
pub(crate) struct Places(BTreeMap<String, String>);

impl Places {
    /// Those of all types that a lock ever had. Of names that differ only in case, the first that was taken down has its path as it is.
    pub(crate) fn of(lock: &Lock) -> Self {
        let types = lock
            .facts
            .chunk_by(|one, other| one.type_name == other.type_name);
        let since = types.filter_map(|facts| {
            let since = facts.iter().map(|fact| fact.from).min()?;
            Some((since, &*facts.first()?.type_name))
        });
        let mut names: Vec<(u32, &str)> = since.collect();
        names.sort_unstable();
        let mut taken = BTreeSet::new();
        let places = names.into_iter().map(|(_, name)| {
            let is_first = taken.insert(name.to_lowercase());
            let place = match is_first && is_plain(name) {
                true => name.to_owned(),
                false => hashed(name),
            };
            (name.to_owned(), place)
        });
        Self(places.collect())
    }

    /// The file of a type and a generation.
    pub(crate) fn file(&self, type_name: &str, generation: u32) -> String {
        let place = self.0.get(type_name).cloned();
        let place = place.unwrap_or_else(|| hashed(type_name));
        format!("{place}/{generation}.txt")
    }
}

/// How many bytes of a name are in its path.
const LONGEST: usize = 100;

/// What Windows takes for a device, also where a dot and more follow.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether a name is one of a directory on every system.
fn is_plain(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default().to_lowercase();
    let port = first
        .strip_prefix("com")
        .or_else(|| first.strip_prefix("lpt"));
    let is_port = port.is_some_and(|port| port.len() == 1 && port.parse::<u8>().is_ok());
    let is_device = is_port || DEVICES.contains(&&*first);
    !is_device && !first.is_empty() && name.len() <= LONGEST && name.chars().all(is_letter)
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "._-".contains(letter)
}

/// A directory for a name that is none: what can stay of it, and a hash of all, the 64-bit FNV-1a.
fn hashed(name: &str) -> String {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let letters = name.chars().take(LONGEST / 2);
    let plain: String = letters
        .map(|letter| if is_letter(letter) { letter } else { '+' })
        .collect();
    format!("+{plain}-{:08x}", hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golden_bytes_come_back() {
        let golden = Golden {
            records: vec![
                (Wire::Protobuf, vec![8, 1]),
                (Wire::MsgPack, vec![0x91, 1]),
                (Wire::Json, b"{\"id\":1}".to_vec()),
                (Wire::Protobuf, vec![]),
            ],
        };
        let text = golden.to_string();
        assert_eq!(
            text,
            "everwire golden 1\nprotobuf 0801\nmsgpack 9101\njson {\"id\":1}\nprotobuf \n"
        );
        assert_eq!(Golden::read(&text), Ok(golden));
        assert_eq!(Golden::read("everwire golden 1\nprotobuf 0\n"), Err(2));
        assert_eq!(Golden::read("everwire golden 1\nmorse -\n"), Err(2));
        assert_eq!(Golden::read(""), Err(1));
    }

    fn places(names: &[&str]) -> Vec<String> {
        let facts = names.iter().zip(1..);
        let facts: String = facts
            .map(|(name, since)| format!("generation {since}\n{name} @{since} message\n"))
            .collect();
        let lock = Lock::read(&format!("everwire lock 1\n{facts}")).unwrap();
        let places = Places::of(&lock);
        names.iter().map(|name| places.file(name, 4)).collect()
    }

    #[test]
    fn names_are_directories_on_every_system() {
        let long = "a.".repeat(60) + "M";
        let found = places(&[
            "t.Order",
            "a.Page<u32,=3>",
            "con.v1.M",
            "com1",
            "comet.M",
            "a.Größe",
            &long,
        ]);
        let long = format!("+{}-29265e82/4.txt", "a.".repeat(25));
        assert_eq!(
            found,
            [
                "t.Order/4.txt",
                "+a.Page+u32++3+-4956137f/4.txt",
                "+con.v1.M-40f2e752/4.txt",
                "+com1-0bcd4f91/4.txt",
                "comet.M/4.txt",
                "+a.Gr++e-2f073504/4.txt",
                &long,
            ]
        );
    }

    #[test]
    fn names_that_differ_in_case_have_directories_of_their_own() {
        assert_eq!(
            places(&["t.Order", "t.order"]),
            ["t.Order/4.txt", "+t.order-6f9b960a/4.txt"]
        );
        assert_eq!(
            places(&["t.order", "t.Order"]),
            ["t.order/4.txt", "+t.Order-aa87b6f9/4.txt"]
        );
    }
}
