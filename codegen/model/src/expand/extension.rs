//! Extensions: constants that get and set a field which one schema adds to a message of another.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::generics::Headers;
use super::{Options, names, schema, table, types};
use crate::model::{Item, Kind, Member};

/// What an extension is besides its one field.
#[derive(Clone, Debug)]
pub struct Extension {
    /// The constant.
    pub ident: Ident,
    /// The message that is extended.
    pub message: TokenStream,
    /// What an absent field reads as, where the schema says so.
    pub default: Option<TokenStream>,
}

/// The constant of an extension, whose field is that of a message of its name.
pub fn extension(item: &Item, extension: &Extension, options: &Options) -> TokenStream {
    let Kind::Struct(message) = &item.kind else {
        return TokenStream::new();
    };
    let mut message = message.clone();
    for field in &mut message.fields {
        field.name = format!("[{}]", item.full_name);
        field.json_name.clone_from(&field.name);
    }
    let [field] = &message.fields[..] else {
        return TokenStream::new();
    };
    let path = options.path(item);
    let headers = Headers::new(item, &path);
    let table = table::table(item, &message, &headers, &path).schema;
    let suffix = schema::suffix(item, &quote!(), message.layout, &path);
    let Member { ty, docs, .. } = &field.member;
    let (docs, deprecated) = (types::docs(docs), types::deprecated(field.deprecated));
    let Extension {
        ident,
        message: extended,
        default,
    } = extension;
    let default = default
        .as_ref()
        .map(|value| quote!(.with_default(|| #path::Some(#value))));
    let tokens = names::shorten(quote! {
        #docs
        #deprecated
        pub const #ident: #path::Extension<#extended, #ty> =
            #path::Extension::new(&#table #suffix) #default;
    });
    match item.define {
        true => names::unqualified(tokens, &path),
        false => tokens,
    }
}
