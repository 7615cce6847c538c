//! Which declarations are generated: all of the files that were named, and what they use of others.

use std::collections::{BTreeSet, HashSet};

use prost_reflect::{
    EnumDescriptor, ExtensionDescriptor, Kind, MessageDescriptor, ServiceDescriptor,
};

use super::everwire::is_type;
use super::path::Extern;
use crate::source::{RULES_FILE, Source};

/// The top-level declarations to generate.
#[derive(Debug, Default)]
pub(super) struct Selection {
    /// Messages, in the order of the files and in them.
    pub(super) messages: Vec<MessageDescriptor>,
    /// Enums, in the order of the files and in them.
    pub(super) enums: Vec<EnumDescriptor>,
    /// Extensions outside of messages, in the order of the files and in them.
    pub(super) extensions: Vec<ExtensionDescriptor>,
    /// Services that have a client or a server, in the order of the files and in them.
    pub(super) services: Vec<ServiceDescriptor>,
}

impl Selection {
    /// Selects from `source` what `externs` does not stand for.
    pub(super) fn new(source: &Source, externs: &Extern) -> Self {
        let roots: HashSet<&str> = source.roots.iter().map(String::as_str).collect();
        let mut search = Search {
            externs,
            seen: BTreeSet::new(),
            open: Vec::new(),
        };
        for file in source
            .pool
            .files()
            .filter(|file| roots.contains(file.name()))
        {
            file.messages().for_each(|message| search.message(&message));
            file.enums().for_each(|one| search.enumeration(&one));
            file.extensions().for_each(|one| search.extension(&one));
            for method in file
                .services()
                .flat_map(|service| service.methods().collect::<Vec<_>>())
            {
                search.message(&method.input());
                search.message(&method.output());
            }
        }
        while let Some(message) = search.open.pop() {
            search.uses(&message);
        }
        let seen = &search.seen;
        Selection {
            messages: (source.pool.files())
                .flat_map(|file| file.messages().collect::<Vec<_>>())
                .filter(|message| seen.contains(message.full_name()) && is_type(message))
                .collect(),
            extensions: (source.pool.files())
                .filter(|file| roots.contains(file.name()))
                .flat_map(|file| file.extensions().collect::<Vec<_>>())
                .filter(|one| !extends_options(one))
                .collect(),
            enums: (source.pool.files())
                .flat_map(|file| file.enums().collect::<Vec<_>>())
                .filter(|one| seen.contains(one.full_name()))
                .collect(),
            services: Vec::new(),
        }
    }

    /// Every message to generate, nested ones too.
    pub(super) fn all_messages(&self) -> Vec<MessageDescriptor> {
        let mut all = Vec::new();
        let mut open: Vec<MessageDescriptor> = self.messages.iter().rev().cloned().collect();
        while let Some(message) = open.pop() {
            let mut children: Vec<_> = message.child_messages().filter(is_type).collect();
            children.reverse();
            open.extend(children);
            all.push(message);
        }
        all
    }
}

/// Whether an extension is an option of schemas, which compilers read and programs do not.
pub(super) fn extends_options(extension: &ExtensionDescriptor) -> bool {
    let file = extension.containing_message().parent_file();
    ["google/protobuf/descriptor.proto", RULES_FILE].contains(&file.name())
}

struct Search<'a> {
    externs: &'a Extern,
    seen: BTreeSet<String>,
    open: Vec<MessageDescriptor>,
}

impl Search<'_> {
    fn message(&mut self, message: &MessageDescriptor) {
        let mut top = message.clone();
        while let Some(parent) = top.parent_message() {
            top = parent;
        }
        if self.externs.find(message.full_name()).is_none()
            && self.seen.insert(top.full_name().to_owned())
        {
            self.open.push(top);
        }
    }

    fn enumeration(&mut self, one: &EnumDescriptor) {
        if self.externs.find(one.full_name()).is_some() {
            return;
        }
        match one.parent_message() {
            Some(parent) => self.message(&parent),
            None => {
                self.seen.insert(one.full_name().to_owned());
            }
        }
    }

    fn extension(&mut self, extension: &ExtensionDescriptor) {
        if !extends_options(extension) {
            self.message(&extension.containing_message());
            self.value(&extension.kind());
        }
    }

    fn value(&mut self, kind: &Kind) {
        match kind {
            Kind::Message(target) => self.message(target),
            Kind::Enum(target) => self.enumeration(target),
            _ => {}
        }
    }

    fn uses(&mut self, message: &MessageDescriptor) {
        for field in message.fields() {
            self.value(&field.kind());
        }
        for extension in message.child_extensions() {
            self.extension(&extension);
        }
        for child in message.child_messages() {
            self.uses(&child);
        }
    }
}
