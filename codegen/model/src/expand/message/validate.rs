//! What checks a message by its rules.

use proc_macro2::TokenStream;
use quote::quote;

use super::Message;
use crate::expand::rules;
use crate::model::{Field, Role};

impl Message<'_> {
    /// The place of a field for its rules.
    pub(super) fn rule_place(&self, field: &Field) -> TokenStream {
        let path = self.path;
        let places = self.places();
        let place = places.iter().find(|place| std::ptr::eq(place.field, field));
        place.map_or_else(TokenStream::new, |place| place.rules(path))
    }

    pub(super) fn check(&self, field: &Field) -> TokenStream {
        let member = self.borrowed(&field.member.selector);
        let value = match (&field.role, &field.with) {
            (Role::Plain { .. }, None) if field.adapted.is_none() => {
                let ty = &field.member.ty;
                self.told().shared(ty, member)
            }
            _ => member,
        };
        let check = rules::check(field, &value, &self.rule_place(field), self.path);
        self.told().call(&field.member.ty, check)
    }

    pub(super) fn validate(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Validate", "Codec");
        let lines: TokenStream = self
            .message
            .fields
            .iter()
            .map(|field| self.check(field))
            .collect();
        let hooks = &self.item.hooks;
        let check_value = rules::check_value(path);
        let check_fields = (!lines.is_empty() || !hooks.is_empty()).then(|| {
            quote! {
                fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                    #lines
                    #(c.hook(self, #hooks);)*
                }
            }
        });
        quote! {
            #[automatically_derived]
            #header {
                #check_value
                #check_fields
            }
        }
    }

    pub(super) fn accepts(&self) -> Option<TokenStream> {
        let has_own = self.message.fields.iter().any(rules::has_own) || !self.item.hooks.is_empty();
        has_own.then(|| rules::accepts(self.path))
    }
}
