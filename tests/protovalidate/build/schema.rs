//! The schemas of the cases: declarations by their full names, and sets that are cut down to some messages.

use std::collections::{BTreeMap, BTreeSet};

use crate::descriptors::{Message, Set};

/// A descriptor set, and where its messages are.
pub struct Schema {
    set: Set,
    /// The file and the message at its top level that hold a message, and the way to it, by its full name.
    places: BTreeMap<String, Place>,
}

struct Place {
    file: usize,
    way: Vec<usize>,
}

impl Schema {
    pub fn read(bytes: &[u8]) -> Result<Schema, everwire::Error> {
        let set: Set = everwire::protobuf::from_slice(bytes)?;
        let mut places = BTreeMap::new();
        for (file, declared) in set.files.iter().enumerate() {
            add(
                &declared.package,
                &declared.messages,
                file,
                &[],
                &mut places,
            );
        }
        Ok(Schema { set, places })
    }

    fn place(&self, full_name: &str) -> Result<&Place, String> {
        let place = self.places.get(full_name.trim_start_matches('.'));
        place.ok_or_else(|| format!("the schemas have no message `{full_name}`"))
    }

    /// The name of the file that declares a message.
    pub fn file_of(&self, full_name: &str) -> Result<&str, String> {
        Ok(&self.set.files[self.place(full_name)?.file].name)
    }

    /// A message.
    pub fn message(&self, full_name: &str) -> Result<&Message, String> {
        let place = self.place(full_name)?;
        let mut at = &self.set.files[place.file].messages[place.way[0]];
        for index in &place.way[1..] {
            at = &at.messages[*index];
        }
        Ok(at)
    }

    /// Whether a full name is that of a message; otherwise it is an enum's.
    pub fn is_message(&self, full_name: &str) -> bool {
        self.places.contains_key(full_name.trim_start_matches('.'))
    }

    /// The messages that a message holds, itself among them, however deep.
    pub fn reach(&self, full_name: &str) -> Result<BTreeSet<String>, String> {
        let mut reached = BTreeSet::new();
        let mut open = vec![full_name.trim_start_matches('.').to_owned()];
        while let Some(name) = open.pop() {
            let held = self
                .message(&name)?
                .fields
                .iter()
                .filter_map(|field| field.type_name.as_deref());
            let held = held.filter(|name| self.is_message(name));
            open.extend(
                held.map(|name| name.trim_start_matches('.').to_owned())
                    .filter(|name| !reached.contains(name)),
            );
            reached.insert(name);
        }
        Ok(reached)
    }

    /// A descriptor set with the messages that are wanted, and what they hold. The files of the cases are those of the messages; what else these declare
    /// is there without fields and rules, so that places in the sources stay what they are.
    pub fn cut(&self, wanted: &BTreeSet<String>) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let mut kept = BTreeSet::new();
        for name in wanted {
            for reached in self.reach(name)? {
                let place = self.place(&reached)?;
                kept.insert((place.file, place.way[0]));
            }
        }
        let mut files: BTreeSet<usize> = kept.iter().map(|(file, _)| *file).collect();
        // Imports stand before what imports them.
        for (at, file) in self.set.files.iter().enumerate().rev() {
            if files.contains(&at) {
                let all = self.set.files.iter().enumerate();
                let imported = all.filter(|(_, other)| file.imports.contains(&other.name));
                files.extend(imported.map(|(at, _)| at));
            }
        }
        let mut set = Set { files: Vec::new() };
        for at in files {
            let mut file = self.set.files[at].clone();
            if file.name.contains("/conformance/") {
                for (index, message) in file.messages.iter_mut().enumerate() {
                    if !kept.contains(&(at, index)) {
                        message.hollow();
                    }
                }
            }
            set.files.push(file);
        }
        Ok(everwire::protobuf::to_vec(&set)?)
    }
}

fn add(
    scope: &str,
    messages: &[Message],
    file: usize,
    outer: &[usize],
    places: &mut BTreeMap<String, Place>,
) {
    for (index, message) in messages.iter().enumerate() {
        let name = format!("{scope}.{}", message.name);
        let way = [outer, &[index]].concat();
        add(&name, &message.messages, file, &way, places);
        places.insert(name, Place { file, way });
    }
}
