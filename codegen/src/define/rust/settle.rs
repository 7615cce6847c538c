//! What waits until all names are known: whether a derive is Everwire's.

use std::rc::Rc;

use everwire_model::model::At;
use everwire_model::{check, rust};
use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use super::attributes;
use super::cfg;
use super::inside::{Impl, Type};
use super::macros::Macros;
use super::value_names::ValueNames;
use crate::define::derives::{self, CODEC, Derive};
use crate::define::item::{Item, Places};
use crate::define::tree::{Declaration, ModuleId, Tree};
use crate::define::unresolved::{self, Declares, Why};
use crate::render::Label;

/// What waits.
pub(super) enum Waiting {
    /// A type of a module.
    Declared(Box<Declared>),
    /// A type inside something, and where that is.
    Inner(ModuleId, Type, &'static str, Label),
    /// A trait that is implemented.
    Implemented(ModuleId, Impl, Label),
}

/// A type that a module declares; its attributes are those of every build.
pub(super) struct Declared {
    pub(super) input: DeriveInput,
    pub(super) at: Declaration,
    pub(super) doubt: Option<Why>,
    pub(super) file: Rc<str>,
    pub(super) offset: usize,
}

/// Adds the types that have Everwire's traits, and names those that nothing tells of.
pub(super) fn all(waiting: Vec<Waiting>, macros: &Macros, names: &ValueNames, tree: &mut Tree) {
    for one in waiting {
        match one {
            Waiting::Declared(one) => declared(*one, names, tree),
            Waiting::Inner(module, one, place, at) => {
                let derive = derives::first(tree, module, &one.derives);
                // A function may bring the derive under a name of its own.
                let lasts = one.derives.iter().filter_map(|path| path.segments.last());
                let mut lasts = lasts.map(|last| last.ident.to_string());
                let is_renamed = lasts.any(|last| last != CODEC && macros.is_codec(&last));
                if is_renamed || !matches!(derive, Derive::Another) {
                    let why = Why::new(format!("it is declared inside {place}"));
                    named(&one.name, &why, at, tree);
                }
            }
            Waiting::Implemented(module, one, at) => match derives::of(tree, module, &one.of) {
                Derive::Another => {}
                Derive::Ours => {
                    let why = Why::new("it implements `Codec` by hand");
                    named(&one.name, &why, at, tree);
                }
                Derive::Unknown(why) => named(&one.name, &why, at, tree),
            },
        }
    }
}

fn named(name: &str, why: &Why, at: Label, tree: &mut Tree) {
    let one = unresolved::of(&format!("`{name}`"), why, at, Declares::Any);
    tree.unresolved.push(one);
}

/// Whether what is not known of a derive is where the runtime is, as the type has it: `#[codec(crate = path)]`.
fn is_runtime(runtime: Option<&TokenStream>, why: &Why, module: ModuleId, tree: &Tree) -> bool {
    let derive = runtime.and_then(|path| syn::parse2(quote!(#path::Codec)).ok());
    derive.is_some_and(|path| match derives::of(tree, module, &path) {
        Derive::Unknown(own) => own == *why,
        Derive::Ours | Derive::Another => false,
    })
}

/// Takes away the derives that ours does not see: those that stand with it and above it.
fn see(input: &mut DeriveInput, module: ModuleId, tree: &Tree) {
    let is_ours = |one: &syn::Attribute| {
        let derives = attributes::derives(std::slice::from_ref(one));
        !matches!(derives::first(tree, module, &derives), Derive::Another)
    };
    let ours = input.attrs.iter().position(is_ours).unwrap_or_default();
    let mut place = 0..;
    input.attrs.retain(|one| {
        let is_above = place.next().is_some_and(|place| place <= ours);
        !(is_above && one.path().is_ident("derive"))
    });
}

fn declared(mut one: Declared, names: &ValueNames, tree: &mut Tree) {
    let module = one.at.module;
    let attributes = &one.input.attrs;
    let of_derive = match derives::first(tree, module, &attributes::derives(attributes)) {
        Derive::Another => {
            let in_some = attributes::derives_in_some(attributes);
            match derives::first(tree, module, &in_some) {
                Derive::Another => return,
                Derive::Ours | Derive::Unknown(_) => {
                    Some(Why::new("`cfg_attr` decides what it says of `Codec`"))
                }
            }
        }
        Derive::Ours => None,
        Derive::Unknown(why) => Some(why),
    };
    let other = attributes::doubt(attributes);
    see(&mut one.input, module, tree);
    let mut lowered = rust::lower(&one.input);
    names.tell(module, &mut lowered.item);
    let runtime = lowered.item.crate_path.as_ref().map(|path| &path.value);
    let of_derive = of_derive.filter(|why| !is_runtime(runtime, why, module, tree));
    let places = Places::Rust {
        file: one.file,
        offset: one.offset,
        spans: Rc::new(lowered.spans),
    };
    let (mut found, mut checked) = (lowered.diagnostics, None);
    match check::check(&lowered.item) {
        Ok(item) => checked = Some(item).filter(|_| found.is_empty()),
        Err(more) => found.extend(more),
    }
    // What is no mistake of ours, or none of what the compiler sees.
    let other = of_derive.or(other);
    if other.is_none() {
        let found = found.iter().map(|found| places.finding(found, &tree.texts));
        let found: Vec<_> = found.collect();
        tree.findings.extend(found);
    }
    let doubt = one.doubt.or(other);
    let doubt = doubt.or_else(|| cfg::of_members(&one.input.data));
    let at: At = lowered.item.at;
    let item = Item {
        module,
        doubt: doubt.map(|why| (why, at)),
        raw: lowered.item,
        checked,
        places,
    };
    tree.settle(&one.at, item);
}
