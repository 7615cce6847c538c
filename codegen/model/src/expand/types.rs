//! The types themselves, as a person would write them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Declared, Item, Kind, Member, Other, Payload, Selector, Struct, Style, Union};

/// The struct or enum of an item that the generator defines: docs, attributes, members.
pub fn definition(item: &Item) -> TokenStream {
    let Item {
        ident,
        vis,
        attributes,
        ..
    } = item;
    let docs = docs(&item.docs);
    let deprecated = deprecated(item.deprecated);
    let (declarations, predicates) = (item.generics.declarations(), &item.generics.predicates);
    let generics = if item.generics.is_empty() {
        quote!()
    } else {
        quote!(<#declarations>)
    };
    let clause = if predicates.is_empty() {
        quote!()
    } else {
        quote!(where #predicates)
    };
    let body = match &item.kind {
        Kind::Struct(message) => structure(message.style, &members(message), &clause),
        Kind::Newtype(newtype) => {
            let mut members = vec![field(&newtype.field.member, newtype.field.deprecated)];
            members.extend(
                newtype
                    .skipped
                    .iter()
                    .map(|skipped| field(&skipped.member, false)),
            );
            structure(newtype.style, &members, &clause)
        }
        Kind::Enum(one) => {
            let mut variants: Vec<(usize, TokenStream)> = Vec::new();
            for value in &one.values {
                let head = head(&value.docs, value.deprecated, &value.attributes);
                let ident = &value.ident;
                variants.push((value.position, quote!(#head #ident)));
            }
            variants.extend(one.other.iter().map(other));
            enumeration(variants, &clause)
        }
        Kind::Union(union) => enumeration(union_variants(union), &clause),
        Kind::Proxy(_) => return TokenStream::new(),
    };
    let keyword = match &item.kind {
        Kind::Struct(_) | Kind::Newtype(_) | Kind::Proxy(_) => quote!(struct),
        Kind::Enum(_) | Kind::Union(_) => quote!(enum),
    };
    quote!(#docs #attributes #deprecated #vis #keyword #ident #generics #body)
}

fn structure(style: Style, members: &[TokenStream], clause: &TokenStream) -> TokenStream {
    match style {
        Style::Named => quote!(#clause { #(#members),* }),
        Style::Tuple => quote!((#(#members),*) #clause;),
        Style::Unit => quote!(#clause;),
    }
}

fn enumeration(mut variants: Vec<(usize, TokenStream)>, clause: &TokenStream) -> TokenStream {
    variants.sort_by_key(|(position, _)| *position);
    let variants = variants.into_iter().map(|(_, tokens)| tokens);
    quote!(#clause { #(#variants),* })
}

fn union_variants(union: &Union) -> Vec<(usize, TokenStream)> {
    let mut variants: Vec<(usize, TokenStream)> = Vec::new();
    for variant in &union.variants {
        let head = head(&variant.docs, variant.deprecated, &variant.attributes);
        let ident = &variant.ident;
        let payload = match &variant.payload {
            Payload::Unit => quote!(),
            Payload::Newtype(field) => {
                let ty = &field.member.ty;
                quote!((#ty))
            }
            Payload::Fields(message) => {
                let members = members(message);
                match message.style {
                    Style::Named => quote!({ #(#members),* }),
                    Style::Tuple => quote!((#(#members),*)),
                    Style::Unit => quote!(),
                }
            }
        };
        variants.push((variant.position, quote!(#head #ident #payload)));
    }
    variants.extend(union.other.iter().map(other));
    variants
}

fn other(other: &Other) -> (usize, TokenStream) {
    let Other {
        ident,
        ty,
        position,
        ..
    } = other;
    let head = head(&other.docs, false, &other.attributes);
    (*position, quote!(#head #ident(#ty)))
}

fn members(message: &Struct) -> Vec<TokenStream> {
    let deprecated =
        |declared: &Declared<'_>| matches!(declared, Declared::Field(field) if field.deprecated);
    message
        .declared()
        .iter()
        .map(|declared| field(declared.member(), deprecated(declared)))
        .collect()
}

fn field(member: &Member, deprecated: bool) -> TokenStream {
    let head = head(&member.docs, deprecated, &member.attributes);
    let Member { vis, ty, .. } = member;
    match &member.selector {
        Selector::Named(ident) => quote!(#head #vis #ident: #ty),
        Selector::Index(_) => quote!(#head #vis #ty),
    }
}

fn head(lines: &[String], is_deprecated: bool, attributes: &TokenStream) -> TokenStream {
    let (docs, deprecated) = (docs(lines), deprecated(is_deprecated));
    quote!(#docs #attributes #deprecated)
}

pub(super) fn deprecated(is_deprecated: bool) -> TokenStream {
    if is_deprecated {
        quote!(#[deprecated])
    } else {
        TokenStream::new()
    }
}

pub(super) fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#[doc = #lines])*)
}
