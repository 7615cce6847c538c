//! The test crates once more, without their tests: in each module a function that gives the schemas of its types, whatever
//! their visibility. A part of `build.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::{Attribute, Generics, Ident, Item};

/// The crates, whose types are compared with what their sources say.
pub const CRATES: &[&str] = &[
    "dispatch", "drivers", "dynamic", "edges", "evolve", "parity", "shapes", "validate", "wire",
];

/// The text of a module that holds all of them; the files that were read are added to `read`.
pub fn text(tests: &Path, read: &mut Vec<PathBuf>) -> String {
    let mut modules = TokenStream::new();
    for name in CRATES {
        let items = items(&tests.join(name).join("main.rs"), read);
        let own = format_ident!("{name}");
        let content = rooted(module(&items, &tests.join(name), read), &own);
        modules.extend(quote!(pub mod #own { #content }));
    }
    let names: Vec<_> = CRATES.iter().map(|name| format_ident!("{name}")).collect();
    let file = quote! {
        #modules
        pub fn declared_schemas() -> Vec<(String, &'static ::everwire::Schema)> {
            let mut all = Vec::new();
            #(all.extend(#names::declared_schemas());)*
            all
        }
    };
    prettyplease::unparse(&syn::parse2(file).unwrap())
}

fn items(path: &Path, read: &mut Vec<PathBuf>) -> Vec<Item> {
    read.push(path.to_owned());
    let text = fs::read_to_string(path).unwrap();
    syn::parse_file(&text).unwrap().items
}

fn module(items: &[Item], directory: &Path, read: &mut Vec<PathBuf>) -> TokenStream {
    let (mut kept, mut types, mut inner) = (TokenStream::new(), Vec::new(), Vec::new());
    for item in items {
        match item {
            Item::Fn(one) if is_test(&one.attrs) => {}
            Item::Macro(one) if one.ident.is_none() => {
                // What macros declare is not told from source; but for the schemas of another test.
                let last = one.mac.path.segments.last();
                if last.is_some_and(|last| {
                    ["include_schema", "include", "thread_local"]
                        .iter()
                        .any(|name| last.ident == name)
                }) {
                    kept.extend(quote!(#item));
                }
            }
            Item::Mod(one) => {
                let (own, attributes) = (&one.ident, &one.attrs);
                let below = directory.join(own.to_string());
                let content = match &one.content {
                    Some((_, items)) => module(items, &below, read),
                    None => {
                        let file = directory.join(format!("{own}.rs"));
                        let items = match file.is_file() {
                            true => self::items(&file, read),
                            false => self::items(&below.join("mod.rs"), read),
                        };
                        module(&items, &below, read)
                    }
                };
                let attributes = attributes
                    .iter()
                    .filter(|attribute| matches!(attribute.style, syn::AttrStyle::Outer));
                kept.extend(quote!(#(#attributes)* pub mod #own { #content }));
                inner.push(own.clone());
            }
            Item::Struct(one) => {
                types.extend(of_type(&one.ident, &one.generics, &one.attrs));
                kept.extend(quote!(#item));
            }
            Item::Enum(one) => {
                types.extend(of_type(&one.ident, &one.generics, &one.attrs));
                kept.extend(quote!(#item));
            }
            item => kept.extend(quote!(#item)),
        }
    }
    quote! {
        #kept
        pub fn declared_schemas() -> ::std::vec::Vec<(::std::string::String, &'static ::everwire::Schema)> {
            let mut all = ::std::vec::Vec::new();
            #(all.push(#types);)*
            #(all.extend(#inner::declared_schemas());)*
            all
        }
    }
}

fn of_type(own: &Ident, generics: &Generics, attributes: &[Attribute]) -> Option<TokenStream> {
    let derives = attributes.iter().any(|attribute| {
        attribute.path().is_ident("derive") && quote!(#attribute).to_string().contains("Codec")
    });
    let mut params = generics.params.iter();
    let is_generic = params.any(|param| !matches!(param, syn::GenericParam::Lifetime(_)));
    let lifetimes = generics.lifetimes().map(|_| quote!('static));
    let name = own.to_string();
    (derives && !is_generic).then(|| {
        quote!((
            ::std::format!("{}::{}", ::std::module_path!(), #name),
            <#own<#(#lifetimes),*> as ::everwire::Codec>::SCHEMA
        ))
    })
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("test"))
}

/// The tokens with `crate::` as the path of the module that the crate has become.
fn rooted(tokens: TokenStream, own: &Ident) -> TokenStream {
    let mut whole = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let inside = rooted(group.stream(), own);
                whole.extend([TokenTree::Group(Group::new(group.delimiter(), inside))]);
            }
            TokenTree::Ident(ident) if ident == "crate" => {
                whole.extend(quote!(#ident));
                let is_path = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
                if is_path {
                    whole.extend(quote!(::declared::#own));
                }
            }
            token => whole.extend([token]),
        }
    }
    whole
}
