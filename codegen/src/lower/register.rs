//! The function that adds all messages and extensions to a registry.

use everwire_model::model::raw::Body;
use proc_macro2::TokenStream;
use quote::quote;

use super::Module;
use super::path::ident;

/// The function for all that is in `root`, which is the outermost module.
pub(super) fn register(root: &Module, runtime: &TokenStream) -> TokenStream {
    let mut calls = Vec::new();
    add(root, &TokenStream::new(), &mut calls);
    let registry = match calls.is_empty() {
        true => quote!(_registry),
        false => quote!(registry),
    };
    quote! {
        /// Adds every message and every extension of the schemas to a registry.
        ///
        /// # Errors
        ///
        /// If the registry has another type or extension of one of the names.
        pub fn register(#registry: &mut #runtime::Registry) -> ::core::result::Result<(), #runtime::Error> {
            #(registry.#calls?;)*
            ::core::result::Result::Ok(())
        }
    }
}

/// The calls for a module: `here` is its path.
fn add(module: &Module, here: &TokenStream, calls: &mut Vec<TokenStream>) {
    for declaration in &module.declarations {
        if matches!(declaration.item.body, Body::Struct(_)) {
            let name = &declaration.item.ident;
            calls.push(quote!(register::<#here #name>()));
        }
        if let Some(inner) = &declaration.inner {
            add(inner, &within(here, inner), calls);
        }
    }
    for extension in &module.extensions {
        let name = &extension.constant.ident;
        calls.push(quote!(register_extension(&#here #name)));
    }
    for inner in &module.modules {
        add(inner, &within(here, inner), calls);
    }
}

fn within(here: &TokenStream, inner: &Module) -> TokenStream {
    let name = ident(&inner.name);
    quote!(#here #name::)
}
