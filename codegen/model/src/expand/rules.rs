//! `Validate`: which fields are checked by rules, which are descended into, and which hooks are asked.

use proc_macro2::TokenStream;
use quote::quote;

use super::adapted;
use crate::model::{Field, Role, Rule, Shape};

/// How a field is checked: `value` is an expression that borrows it, `place` its place where it has one.
pub(super) fn check(
    field: &Field,
    value: &TokenStream,
    place: &TokenStream,
    path: &TokenStream,
) -> TokenStream {
    let name = &field.name;
    let mut tokens = TokenStream::new();
    match &field.role {
        Role::Oneof(_) => {
            tokens.extend(quote!(#path::Validate::check_fields(#value, c);));
            if field.rules.contains(&Rule::Required) {
                tokens.extend(quote!(c.oneof(#name, #path::Oneof::get(#value).is_some());));
            }
        }
        Role::Flatten => tokens.extend(quote!(#path::Validate::check_fields(#value, c);)),
        Role::Plain { .. } | Role::Inner if field.adapted.is_some() => {
            let adaptor = adapted::adaptor(field, path);
            if !field.rules.is_empty() {
                let value = quote!(&#path::adapted::<#adaptor, _>(#value));
                tokens.extend(quote!(c.field(#name, #value, &#place);));
            }
        }
        Role::Plain { .. } | Role::Inner => match (&field.with, field.rules.is_empty()) {
            (None, true) => tokens.extend(quote!(c.descend(#name, #value);)),
            (None, false) => tokens.extend(quote!(c.field(#name, #value, &#place);)),
            (Some(_), true) => {}
            (Some(with), false) => {
                tokens.extend(quote!(c.field(#name, &#with::encode(#value), &#place);))
            }
        },
    }
    tokens.extend(hooks(field, value, path));
    tokens
}

/// Whether a field has something of its own to be checked.
pub(super) fn has_own(field: &Field) -> bool {
    !field.rules.is_empty() || !field.hooks.is_empty() || matches!(field.role, Role::Flatten)
}

/// The check that decoding makes of each message: of what is its own, not of what nests in it.
pub(super) fn accepts(path: &TokenStream) -> TokenStream {
    quote! {
        fn accepts(&self, context: &#path::Context<'_>) -> #path::bool {
            let mut own = #path::Shallow::given(context);
            #path::Validate::check_fields(self, &mut own);
            own.is_valid()
        }
    }
}

/// `check_value` of what has fields: these, unless only the message around it is asked for.
pub(super) fn check_value(path: &TokenStream) -> TokenStream {
    quote! {
        const DESCENDS: #path::bool = true;
        fn check_value<__R: #path::Rules, __C: #path::Checker>(&self, _rules: &__R, c: &mut __C) {
            c.message(|c| #path::Validate::check_fields(self, c));
        }
    }
}

fn hooks(field: &Field, value: &TokenStream, path: &TokenStream) -> TokenStream {
    let (name, hooks) = (&field.name, &field.hooks);
    if hooks.is_empty() {
        return TokenStream::new();
    }
    if matches!(field.shape, Shape::Option(_)) {
        quote!(if let #path::Some(value) = #value { #(c.field_hook(#name, value, #hooks);)* })
    } else {
        quote!(#(c.field_hook(#name, #value, #hooks);)*)
    }
}
