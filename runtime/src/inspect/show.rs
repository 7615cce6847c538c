//! Nodes as lines of text.

use alloc::format;
use alloc::string::String;

use super::{Found, Node};
use crate::schema::Field;
use crate::unknown::Key;

/// A field's number and slot, and its name.
pub(super) fn label(field: &Field) -> String {
    format!("{} @{} {}", field.number(), field.slot(), field.name())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3);
    for (index, byte) in bytes.iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        for digit in [byte >> 4, byte & 0xf] {
            text.extend(char::from_digit(digit.into(), 16));
        }
    }
    text
}

impl Node {
    /// The value on one line, for a map's key.
    pub(super) fn inline(&self) -> String {
        match &self.found {
            Found::Scalar(text) | Found::Unlisted(text) => text.clone(),
            Found::Nil => String::from("nil"),
            Found::Nothing => String::from("?"),
            _ => String::from("…"),
        }
    }

    /// Writes what is in the value, a line for each part.
    pub(super) fn show(&self, text: &mut String, depth: usize) {
        match &self.found {
            Found::Scalar(_) | Found::Unlisted(_) | Found::Nil | Found::Nothing => {
                line(text, self.start, depth, &self.inline());
            }
            Found::List(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    element.show_as(text, depth, &format!("[{index}]"));
                }
            }
            Found::Map(entries) => {
                for (key, value) in entries {
                    value.show_as(text, depth, &format!("[{}]", key.inline()));
                }
            }
            Found::Message(parts, unknown) => {
                for (label, part) in parts {
                    part.show_as(text, depth, label);
                }
                for (key, bytes) in unknown.iter() {
                    let key = match key {
                        Key::Number(number) => format!("unknown {number}"),
                        Key::Slot(slot) => format!("unknown @{slot}"),
                        Key::Name(name) => format!("unknown {name:?}"),
                    };
                    text.push_str(&format!(
                        "....  {}{key}: {}\n",
                        "  ".repeat(depth),
                        hex(bytes)
                    ));
                }
            }
        }
    }

    fn show_as(&self, text: &mut String, depth: usize, label: &str) {
        match &self.found {
            Found::Scalar(_) | Found::Unlisted(_) | Found::Nil | Found::Nothing => line(
                text,
                self.start,
                depth,
                &format!("{label}: {}", self.inline()),
            ),
            Found::List(elements) => {
                line(
                    text,
                    self.start,
                    depth,
                    &format!("{label}: {} elements", elements.len()),
                );
                self.show(text, depth + 1);
            }
            Found::Map(entries) => {
                line(
                    text,
                    self.start,
                    depth,
                    &format!("{label}: {} entries", entries.len()),
                );
                self.show(text, depth + 1);
            }
            Found::Message(..) => {
                line(text, self.start, depth, label);
                self.show(text, depth + 1);
            }
        }
    }
}

fn line(text: &mut String, offset: usize, depth: usize, what: &str) {
    text.push_str(&format!("{offset:04}  {}{what}\n", "  ".repeat(depth)));
}
