//! What a type is called, and was: a generic type by each of its names with its arguments, by each of theirs.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Schema, Type};

/// How many names are made of those of the arguments.
const NAMES: usize = 256;

impl Schema {
    /// The full name, and then the former ones. Arguments follow an alias that says none itself.
    pub(crate) fn known_names(&self) -> Vec<String> {
        let mut arguments: Vec<String> = Vec::from([String::new()]);
        let types = self.arguments().iter().map(type_names);
        let constants = self
            .constants()
            .iter()
            .map(|one| Vec::from([format!("{one}")]));
        for (index, names) in types.chain(constants).enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let longer = arguments.iter().flat_map(|before| {
                let names = names.iter();
                names.map(move |name| format!("{before}{comma}{name}"))
            });
            arguments = longer.take(NAMES).collect();
        }
        let bases = core::iter::once(self.name()).chain(self.aliases().iter().copied());
        let named = |base: &str, arguments: &str| match arguments.is_empty() || base.contains('<') {
            true => String::from(base),
            false => format!("{base}<{arguments}>"),
        };
        let mut names: Vec<String> = Vec::new();
        for base in bases.filter(|base| !base.is_empty()) {
            for arguments in &arguments {
                let name = named(base, arguments);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }
}

/// What a type is called as an argument, the name that it has first.
fn type_names(ty: &Type) -> Vec<String> {
    let within = |inner: &Type, outer: fn(String) -> String| {
        let names = type_names(inner).into_iter();
        names.map(outer).collect()
    };
    match ty {
        Type::Enum(link) | Type::Message(link) | Type::Union(link) => {
            let names = link.schema().known_names();
            match names.is_empty() {
                true => Vec::from([format!("{ty}")]),
                false => names,
            }
        }
        Type::List(element) => within(element, |name| format!("list<{name}>")),
        Type::Option(inner) => within(inner, |name| format!("option<{name}>")),
        Type::Map(key, value) => {
            let keys = type_names(key);
            let values = type_names(value);
            let pairs = keys.iter().flat_map(|key| {
                let values = values.iter();
                values.map(move |value| format!("map<{key},{value}>"))
            });
            pairs.take(NAMES).collect()
        }
        Type::Fixed(Type::List(element), len) => {
            let names = type_names(element).into_iter();
            names.map(|name| format!("array<{name},{len}>")).collect()
        }
        ty => Vec::from([format!("{ty}")]),
    }
}
