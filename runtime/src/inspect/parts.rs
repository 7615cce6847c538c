//! Nodes as lines of text with bytes and types.

use alloc::format;
use alloc::string::{String, ToString};

use super::show::hex;
use super::{Found, Node};
use crate::dispatch::Wire;
use crate::schema::{Schema, Type};
use crate::unknown::Key;

/// How many bytes a line shows.
const SHOWN: usize = 8;

/// A value, part by part.
pub(super) fn show(node: &Node, wire: Wire, schema: &'static Schema, bytes: &[u8]) -> String {
    let mut lines = Lines {
        bytes,
        text: String::new(),
    };
    let count = bytes.len();
    let what = format!("{} ({wire}, {count} bytes)", schema.full_name());
    lines.line(0, count, 0, &what);
    match &node.found {
        Found::Message(..) | Found::List(_) | Found::Map(_) => lines.inside(node, 1),
        _ => lines.part(node, "value", 1),
    }
    lines.text
}

struct Lines<'a> {
    bytes: &'a [u8],
    text: String,
}

impl Lines<'_> {
    fn line(&mut self, start: usize, end: usize, depth: usize, what: &str) {
        let bytes = self.bytes.get(start..end).unwrap_or_default();
        let bytes = shortened(bytes);
        let indent = "  ".repeat(depth);
        self.text
            .push_str(&format!("{start:04x}  {bytes:23}  {indent}{what}\n"));
    }

    fn part(&mut self, node: &Node, label: &str, depth: usize) {
        let label = match node.ty {
            Some(ty) => format!("{label}: {}", plain(ty)),
            None => label.to_string(),
        };
        let what = match &node.found {
            Found::Scalar(_) | Found::Unlisted(_) | Found::Nil | Found::Nothing => {
                format!("{label} = {}", node.inline())
            }
            Found::List(elements) => match elements.len() {
                1 => format!("{label}, 1 element"),
                count => format!("{label}, {count} elements"),
            },
            Found::Map(entries) => match entries.len() {
                1 => format!("{label}, 1 entry"),
                count => format!("{label}, {count} entries"),
            },
            Found::Message(..) => label,
        };
        self.line(node.start, node.end, depth, &what);
        self.inside(node, depth + 1);
    }

    fn inside(&mut self, node: &Node, depth: usize) {
        match &node.found {
            Found::List(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    self.part(element, &format!("[{index}]"), depth);
                }
            }
            Found::Map(entries) => {
                for (key, value) in entries {
                    self.part(value, &format!("[{}]", key.inline()), depth);
                }
            }
            Found::Message(parts, unknown) => {
                for (label, part) in parts {
                    self.part(part, label, depth);
                }
                for (key, bytes) in unknown.iter() {
                    let key = match key {
                        Key::Number(number) => format!("unknown {number}"),
                        Key::Slot(slot) => format!("unknown @{slot}"),
                        Key::Name(name) => format!("unknown {name:?}"),
                    };
                    let (bytes, count) = (shortened(bytes), bytes.len());
                    let indent = "  ".repeat(depth);
                    self.text
                        .push_str(&format!("....  {bytes:23}  {indent}{key}: {count} bytes\n"));
                }
            }
            Found::Scalar(_) | Found::Unlisted(_) | Found::Nil | Found::Nothing => {}
        }
    }
}

/// The type without an option around it, which the value tells.
fn plain(ty: Type) -> Type {
    match ty {
        Type::Option(inner) => *inner,
        ty => ty,
    }
}

fn shortened(bytes: &[u8]) -> String {
    match bytes.len() {
        0..=SHOWN => hex(bytes),
        _ => format!("{} ..", hex(&bytes[..SHOWN - 1])),
    }
}
