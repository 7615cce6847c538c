//! From a checked item to the implementations of Everwire's traits.
//!
//! One file for each kind of item (`message`, `newtype`, `enumeration`, `union`, `proxy`) and one for each concern
//! that they share (`schema`, `table`, `rules`, `literal`, `generics`); `service` is for what is no item. Nothing here can fail, and nothing here names a wire:
//! what is written is one traversal for each direction, which the runtime's drivers walk.

mod adapted;
mod bounds;
mod declared;
mod default;
mod enumeration;
mod extension;
mod fallback;
mod generics;
mod literal;
mod message;
mod names;
mod newtype;
mod prost;
mod proxy;
mod rules;
mod schema;
mod serde;
pub mod service;
mod table;
mod told;
mod types;
mod union;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Item, Kind};

pub use extension::{Extension, extension};
pub use fallback::fallback;
pub use types::definition;

/// What a caller can choose about generated code.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How the runtime's module for generated code is called where the code stands; `::everwire::private` by default.
    pub path: Option<TokenStream>,
}

impl Options {
    fn path(&self, item: &Item) -> TokenStream {
        let crate_path = &item.crate_path;
        let path = self.path.clone();
        path.unwrap_or_else(|| quote!(#crate_path::private))
    }
}

/// The implementations of `Codec` and `Decode` for an item.
pub fn impls(item: &Item, options: &Options) -> TokenStream {
    let path = options.path(item);
    let mut tokens = match &item.kind {
        Kind::Struct(_) => message::expand(item, &path),
        Kind::Newtype(newtype) => newtype::expand(item, newtype, &path),
        Kind::Enum(enumeration) => enumeration::expand(item, enumeration, &path),
        Kind::Union(union) => union::expand(item, union, &path),
        Kind::Proxy(proxy) => proxy::expand(item, proxy, &path),
    };
    if item.serde {
        tokens.extend(serde::expand(item, &path));
    }
    if item.prost {
        tokens.extend(prost::expand(item, &path));
    }
    let tokens = names::shorten(tokens);
    if item.define {
        names::unqualified(tokens, &path)
    } else {
        tokens
    }
}
