//! Golden bytes: boundary values of a type, as a generation wrote them on each wire. They are written once and never again, so that what
//! reads them is tested with what was really written.

use std::fmt;
use std::path::{Path, PathBuf};

use everwire::Wire;

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

/// The file of a type and a generation, relative to that directory.
pub(crate) fn file(type_name: &str, generation: u32) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "._-".contains(letter);
    let plain: String = type_name
        .chars()
        .map(|letter| if is_plain(letter) { letter } else { '+' })
        .collect();
    format!("{plain}/{generation}.txt")
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
        assert_eq!(file("a.Page<u32,=3>", 4), "a.Page+u32++3+/4.txt");
    }
}
