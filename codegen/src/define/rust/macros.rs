//! Macros, which are not expanded: which of them may declare types, and the names that they may give these.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::files::Files;
use crate::define::derives::CODEC;

/// Macros that declare no type of ours unless `Codec` stands in what they are given.
const HARMLESS: &[&str] = &[
    "assert",
    "assert_eq",
    "assert_ne",
    "bail",
    "bitflags",
    "cfg",
    "column",
    "compile_error",
    "concat",
    "dbg",
    "debug",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "ensure",
    "env",
    "eprint",
    "eprintln",
    "error",
    "file",
    "format",
    "format_args",
    "include_bytes",
    "include_str",
    "info",
    "json",
    "lazy_static",
    "line",
    "matches",
    "module_path",
    "option_env",
    "panic",
    "parse_quote",
    "pin_project",
    "print",
    "println",
    "quote",
    "quote_spanned",
    "stringify",
    "thread_local",
    "todo",
    "trace",
    "unimplemented",
    "unreachable",
    "vec",
    "warn",
    "write",
    "writeln",
];

/// The words before the name of a type.
const KEYWORDS: &[&str] = &["enum", "struct", "type", "union"];

/// The macros of a project.
#[derive(Debug, Default)]
pub(super) struct Macros {
    all: BTreeMap<String, Macro>,
    /// What the derive is called.
    words: BTreeSet<String>,
}

/// What the definition of a macro tells, with those that it calls.
#[derive(Clone, Debug, Default)]
struct Macro {
    /// Whether it may derive `Codec`.
    derives: bool,
    /// Whether it gives a type a name that it is given.
    names_given: bool,
    /// Whether a macro has its tokens of which nothing is known.
    is_opaque: bool,
    calls: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl Macros {
    /// Those that the files define anywhere, since a macro may be used before its definition and in other modules.
    pub(super) fn of(files: &Files) -> Self {
        let mut macros = Macros {
            words: BTreeSet::from([CODEC.to_owned()]),
            ..Macros::default()
        };
        for file in files.parsed() {
            Renames(&mut macros.words).visit_file(file);
        }
        for file in files.parsed() {
            Definitions(&mut macros).visit_file(file);
        }
        while macros.spread() {}
        macros
    }

    /// Adds to what each macro tells what those tell that it calls; whether that told something.
    fn spread(&mut self) -> bool {
        let before = self.all.clone();
        let mut is_more = false;
        for one in self.all.values_mut() {
            let was = (one.derives, one.names_given, one.is_opaque);
            for called in &one.calls {
                match before.get(called) {
                    Some(called) => {
                        one.derives |= called.derives;
                        one.names_given |= called.names_given;
                        one.is_opaque |= called.is_opaque;
                    }
                    None => one.is_opaque |= !HARMLESS.contains(&called.as_str()),
                }
            }
            is_more |= was != (one.derives, one.names_given, one.is_opaque);
        }
        is_more
    }

    /// Whether a macro with these tokens may declare a type that derives `Codec`.
    pub(super) fn may_derive(&self, own: &str, tokens: &TokenStream) -> bool {
        let is_unknown = match self.all.get(own) {
            Some(one) if one.derives => return true,
            Some(one) => one.is_opaque,
            None => !HARMLESS.contains(&own),
        };
        self.names_codec(tokens)
            || is_unknown && names(tokens, &|word| matches!(word, "struct" | "enum"))
    }

    /// Whether a macro with these tokens, inside a function, may.
    pub(super) fn may_derive_inside(&self, own: &str, tokens: &TokenStream) -> bool {
        match self.all.get(own) {
            Some(one) if one.derives => true,
            None if HARMLESS.contains(&own) => false,
            _ => {
                self.names_codec(tokens) && names(tokens, &|word| matches!(word, "struct" | "enum"))
            }
        }
    }

    /// The names that a macro with these tokens may declare.
    pub(super) fn may_declare(&self, own: &str, tokens: &TokenStream) -> BTreeSet<String> {
        let mut found = Declared::among(tokens).names;
        let one = self.all.get(own);
        found.extend(one.into_iter().flat_map(|one| one.names.iter().cloned()));
        // What is given no more than names may give them to types.
        let takes_names = match one {
            Some(one) => one.names_given || one.is_opaque && is_list(tokens),
            None => !HARMLESS.contains(&own) && is_list(tokens),
        };
        if takes_names {
            all_words(tokens, &mut found);
        }
        found
    }

    /// Whether a name may be that of the derive.
    pub(super) fn is_codec(&self, name: &str) -> bool {
        self.words.contains(name)
    }

    /// Whether the derive stands among tokens.
    pub(super) fn names_codec(&self, tokens: &TokenStream) -> bool {
        names(tokens, &|word| self.is_codec(word))
    }
}

/// Finds what the derive is called by `use`.
struct Renames<'a>(&'a mut BTreeSet<String>);

impl<'ast> Visit<'ast> for Renames<'_> {
    fn visit_use_rename(&mut self, item: &'ast syn::UseRename) {
        if item.ident == CODEC && item.rename != "_" {
            self.0.insert(item.rename.to_string());
        }
    }
}

/// Finds `macro_rules!`.
struct Definitions<'a>(&'a mut Macros);

impl<'ast> Visit<'ast> for Definitions<'_> {
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        visit::visit_item_macro(self, item);
        let Some(ident) = &item.ident else { return };
        let tokens = &item.mac.tokens;
        let declared = Declared::among(tokens);
        let mut calls = BTreeSet::new();
        called(tokens, &mut calls);
        let derives = self.0.names_codec(tokens);
        let one = self.0.all.entry(ident.to_string()).or_default();
        one.derives |= derives;
        one.names_given |= declared.is_given;
        one.names.extend(declared.names);
        one.calls.extend(calls);
    }
}

/// Whether such a word stands among tokens.
fn names(tokens: &TokenStream, is: &dyn Fn(&str) -> bool) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is(&ident.to_string()),
        TokenTree::Group(group) => names(&group.stream(), is),
        _ => false,
    })
}

fn all_words(tokens: &TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(ident) => {
                found.insert(ident.to_string());
            }
            TokenTree::Group(group) => all_words(&group.stream(), found),
            _ => {}
        }
    }
}

/// Whether tokens are words and commas.
fn is_list(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().all(|token| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ',',
        _ => false,
    })
}

/// What tokens declare where they stand, not in modules of their own.
#[derive(Default)]
struct Declared {
    names: BTreeSet<String>,
    /// Whether a type has a name that a macro is given.
    is_given: bool,
}

impl Declared {
    fn among(tokens: &TokenStream) -> Self {
        let mut declared = Declared::default();
        declared.add(tokens);
        declared
    }

    fn add(&mut self, tokens: &TokenStream) {
        let (mut is_next, mut is_module) = (false, false);
        for token in tokens.clone() {
            let mut declares = false;
            match token {
                TokenTree::Ident(ident) => {
                    let word = ident.to_string();
                    is_module |= word == "mod";
                    declares = KEYWORDS.contains(&word.as_str());
                    if is_next {
                        self.names.insert(word);
                    }
                }
                TokenTree::Group(group) => {
                    if !is_module {
                        self.add(&group.stream());
                    }
                    is_module = false;
                }
                TokenTree::Punct(punct) => self.is_given |= is_next && punct.as_char() == '$',
                TokenTree::Literal(_) => {}
            }
            is_next = declares;
        }
    }
}

/// The names before `!`.
fn called(tokens: &TokenStream, found: &mut BTreeSet<String>) {
    let mut last = None;
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(ident) => last = Some(ident.to_string()),
            TokenTree::Punct(punct) if punct.as_char() == '!' => found.extend(last.take()),
            TokenTree::Group(group) => {
                called(&group.stream(), found);
                last = None;
            }
            _ => last = None,
        }
    }
}
