//! How much a value holds in which all is absent: what is loaded has an end, and one that memory holds.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::definition::{Definition, Gone, What};
use super::refused::Refused;
use super::shape::Shape;

/// How many values an absent message may consist of.
pub(super) const LARGEST: usize = 1 << 20;

/// How deep messages may nest with nothing between them: as deep as anything is written.
const DEEPEST: usize = 100;

/// What an absent message consists of: so many values, or so many of a message.
struct Part<'d> {
    message: Option<&'d str>,
    count: usize,
    /// Whether it fills the slot of a removed field.
    fills: bool,
}

impl<'d> Part<'d> {
    fn of(shape: &'d Shape, fills: bool) -> Self {
        let (mut shape, mut count) = (shape, 1_usize);
        loop {
            match shape {
                Shape::Fixed(inner, len) => {
                    count = count.saturating_mul(*len);
                    match &**inner {
                        Shape::List(element) => shape = element,
                        _ => break,
                    }
                }
                Shape::Named(name) => {
                    return Self {
                        message: Some(name),
                        count,
                        fills,
                    };
                }
                _ => break,
            }
        }
        Self {
            message: None,
            count,
            fills,
        }
    }
}

/// What a message consists of that holds nothing but what reads as absent, with what fills the slots of its removed fields.
fn parts(definition: &Definition) -> Vec<Part<'_>> {
    let What::Message(fields) = &definition.what else {
        return Vec::new();
    };
    let fields = fields.iter().filter(|field| field.oneof.is_none());
    let fields = fields.map(|field| Part::of(&field.ty, false));
    let removed = definition.reserved.iter().filter_map(|gone| match gone {
        Gone::Slot(_, Some(shape)) => Some(Part::of(shape, true)),
        _ => None,
    });
    fields.chain(removed).collect()
}

/// The size of each message in which all is absent. Each is looked at once, without recursion.
pub(super) fn sizes(
    definitions: &BTreeMap<String, &Definition>,
) -> Result<BTreeMap<String, usize>, Refused> {
    struct Open<'d> {
        name: &'d str,
        parts: Vec<Part<'d>>,
        next: usize,
        size: usize,
        depth: usize,
    }
    let open = |name: &'_ str| -> Option<Open<'_>> {
        let (name, definition) = definitions.get_key_value(name)?;
        Some(Open {
            name,
            parts: parts(definition),
            next: 0,
            size: 1,
            depth: 1,
        })
    };
    // The size and depth of what was looked at, and nothing of what is being looked at.
    let mut done: BTreeMap<&str, Option<(usize, usize)>> = BTreeMap::new();
    for name in definitions.keys() {
        if done.contains_key(&**name) {
            continue;
        }
        done.insert(name, None);
        let mut stack: Vec<Open<'_>> = open(name).into_iter().collect();
        while let Some(top) = stack.last_mut() {
            let Some(part) = top.parts.get(top.next) else {
                if top.size > LARGEST {
                    let why =
                        format!("a value in which all is absent has more than {LARGEST} parts");
                    return Err(Refused::new(top.name, &why));
                }
                if top.depth > DEEPEST {
                    let why = format!(
                        "a value in which all is absent nests deeper than {DEEPEST} levels: help: put an option or a list between"
                    );
                    return Err(Refused::new(top.name, &why));
                }
                done.insert(top.name, Some((top.size, top.depth)));
                stack.pop();
                continue;
            };
            let found = part.message.map(|message| (message, done.get(message)));
            match found {
                None => top.size = top.size.saturating_add(part.count),
                Some((_, Some(Some((size, depth))))) => {
                    top.size = top.size.saturating_add(part.count.saturating_mul(*size));
                    top.depth = top.depth.max(depth + 1);
                }
                Some((message, Some(None))) => {
                    let why = match part.fills {
                        true => {
                            "the slot of a removed field is filled with what holds that slot: help: leave its type out"
                        }
                        false => "it holds itself: help: put an option or a list between",
                    };
                    return Err(Refused::new(message, why));
                }
                Some((message, None)) => {
                    if let Some(inner) = open(message) {
                        done.insert(inner.name, None);
                        stack.push(inner);
                        continue;
                    }
                }
            }
            top.next += 1;
        }
    }
    let done = done.into_iter();
    Ok(done
        .map(|(name, size)| (name.into(), size.map_or(1, |(size, _)| size)))
        .collect())
}

/// Checks that no fixed length asks for more than a value may hold, wherever it stands.
pub(super) fn fits(
    name: &str,
    shape: &Shape,
    sizes: &BTreeMap<String, usize>,
) -> Result<(), Refused> {
    let part = Part::of(shape, false);
    let size = part
        .message
        .map_or(1, |message| sizes.get(message).copied().unwrap_or_default());
    if part.count.saturating_mul(size) > LARGEST {
        let why = format!("a value in which all is absent has more than {LARGEST} parts");
        return Err(Refused::new(name, &why));
    }
    match shape {
        Shape::List(inner) | Shape::Fixed(inner, _) | Shape::Option(inner) => {
            fits(name, inner, sizes)
        }
        Shape::Map(_, value) => fits(name, value, sizes),
        _ => Ok(()),
    }
}
