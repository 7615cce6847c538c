//! What only the source of a type says, and its schema does not.

use std::collections::BTreeMap;

use everwire_model::model::Located;
use everwire_model::model::raw::Says;
use proc_macro2::TokenStream;

/// What a source says of a declaration and its members beyond their schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Notes {
    /// The doc comment of the type, a line each.
    pub(crate) docs: Vec<String>,
    /// Whether the type is deprecated.
    pub(crate) is_deprecated: bool,
    /// Those of members, by number.
    pub(crate) members: BTreeMap<i64, MemberNotes>,
    /// The functions that check the type.
    pub(crate) hooks: Vec<Function>,
    /// The function that upgrades it.
    pub(crate) upgrade: Option<Function>,
    /// What is said of oneofs, by name.
    pub(crate) oneofs: BTreeMap<String, OneofNotes>,
}

/// What a source says of a member.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MemberNotes {
    /// The doc comment, a line each.
    pub(crate) docs: Vec<String>,
    /// Whether it is deprecated.
    pub(crate) is_deprecated: bool,
    /// The functions that check it.
    pub(crate) hooks: Vec<Function>,
    /// The functions that make it of its former types.
    pub(crate) was: Vec<Function>,
}

/// A function, as a source spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) spelled: String,
}

/// What a source says of a oneof.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OneofNotes {
    /// The doc comment, a line each.
    pub(crate) docs: Vec<String>,
}

impl Function {
    pub(crate) fn new(tokens: &Located<TokenStream>) -> Self {
        Function {
            spelled: tokens.value.to_string().replace(' ', ""),
        }
    }

    /// Its path, if it means the same everywhere in its crate.
    pub(crate) fn path(&self) -> Option<&str> {
        let text = self.spelled.as_str();
        (text.starts_with("crate::") || text.starts_with("::")).then_some(text)
    }
}

impl Notes {
    /// Takes down what a source says of a member.
    pub(crate) fn of_member(
        &mut self,
        number: i64,
        docs: &[String],
        is_deprecated: bool,
        says: &Says,
    ) {
        let notes = MemberNotes {
            docs: docs.to_vec(),
            is_deprecated,
            hooks: says.hooks.iter().map(Function::new).collect(),
            was: says
                .was
                .iter()
                .map(|was| Function::new(&was.with))
                .collect(),
        };
        self.members.insert(number, notes);
    }

    /// Takes down what a source says of a oneof.
    pub(crate) fn of_oneof(&mut self, name: &str, docs: &[String]) {
        let notes = OneofNotes {
            docs: docs.to_vec(),
        };
        self.oneofs.insert(name.to_owned(), notes);
    }

    /// Takes over what is said of a member of another type.
    pub(crate) fn take(&mut self, other: &Notes, number: u32) {
        let number = i64::from(number);
        if let Some(notes) = other.members.get(&number) {
            self.members.insert(number, notes.clone());
        }
    }

    /// The doc comment of a member.
    pub(crate) fn docs_of(&self, number: i64) -> &[String] {
        self.members.get(&number).map_or(&[], |one| &one.docs)
    }

    /// Whether a member is deprecated.
    pub(crate) fn is_deprecated(&self, number: i64) -> bool {
        self.members
            .get(&number)
            .is_some_and(|one| one.is_deprecated)
    }
}
