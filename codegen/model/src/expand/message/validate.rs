//! What checks a message by its rules.

use proc_macro2::TokenStream;
use quote::quote;

use super::Message;
use crate::expand::{adapted, rules};
use crate::model::{Field, Form, MessageRule, Role, Shape};

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
        let own = self.message.rules.iter().map(|rule| self.own_rule(rule));
        let own: TokenStream = own.collect();
        let check_value = self.check_value();
        let is_asked = !lines.is_empty() || !hooks.is_empty() || !own.is_empty();
        let check_fields = is_asked.then(|| {
            quote! {
                fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                    #own
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

    /// Of a well-known type, the rules on its field are rules on what it stands for.
    fn check_value(&self) -> TokenStream {
        let path = self.path;
        let fields = &self.message.fields;
        let value = |index: usize| fields.get(index).map(|field| &field.member.selector);
        let check = match (self.item.form, value(0), value(1)) {
            (Form::Timestamp | Form::Duration, Some(secs), Some(nanos)) => {
                let kind = quote::format_ident!("{}", format!("{:?}", self.item.form));
                quote! {
                    #path::Subject::#kind { secs: self.#secs, nanos: self.#nanos }
                        .check(#path::Rules::plan(rules), c);
                }
            }
            (Form::Any, Some(url), _) => quote!(#path::check_any(&self.#url, rules, c);),
            (Form::FieldMask, Some(paths), _) => quote! {
                #path::check_field_mask(self.#paths.iter().map(|path| &**path), rules, c);
            },
            (Form::Bare, Some(value), None) if is_scalar(&fields[0].shape) => {
                quote!(#path::Validate::check_value(&self.#value, rules, c);)
            }
            _ => return rules::check_value(path),
        };
        quote! {
            fn check_value<__R: #path::Rules, __C: #path::Checker>(&self, rules: &__R, c: &mut __C) {
                #check
            }
        }
    }

    /// The check of a rule of the message as a whole.
    fn own_rule(&self, rule: &MessageRule) -> TokenStream {
        let path = self.path;
        let MessageRule::Oneof { members, required } = rule;
        let names = members.iter().map(|member| &member.name);
        let set = members.iter().filter_map(|member| {
            let field = self.message.fields.get(member.field)?;
            let value = self.borrowed(&field.member.selector);
            let is_always = field.required || field.explicit || field.default.is_some();
            Some(match member.variant {
                Some(number) => quote!(#path::is_variant(#value, #number)),
                None if is_always && !matches!(field.shape, Shape::Option(_)) => quote!(true),
                None => match (&field.with, adapted::adaptor(field, path)) {
                    (Some(with), _) => quote!(#path::is_set(&#with::encode(#value))),
                    (None, Some(adaptor)) => {
                        quote!(#path::is_set(&#path::adapted::<#adaptor, _>(#value)))
                    }
                    (None, None) => {
                        let value = self.told().shared(&field.member.ty, value);
                        quote!(#path::is_set(#value))
                    }
                },
            })
        });
        let set = quote!([#(#set),*]);
        quote!(c.message_oneof(&[#(#names),*], #path::count_set(&#set), #required);)
    }

    pub(super) fn accepts(&self) -> Option<TokenStream> {
        let has_own = self.message.fields.iter().any(rules::has_own)
            || !self.item.hooks.is_empty()
            || !self.message.rules.is_empty();
        if has_own {
            return Some(rules::accepts(self.path));
        }
        // Which variants are required, the type of the oneof knows; what it is while one is set, it asks itself.
        let path = self.path;
        let oneofs = self.message.fields.iter().filter(|field| {
            matches!(field.role, Role::Oneof(_)) && matches!(field.shape, Shape::Option(_))
        });
        let absent = oneofs.map(|field| {
            let value = self.borrowed(&field.member.selector);
            self.told()
                .call(&field.member.ty, quote!(#path::accepts_absent(#value)))
        });
        let absent: Vec<_> = absent.collect();
        (!absent.is_empty()).then(|| {
            quote! {
                fn accepts(&self, _: &#path::Context<'_>) -> #path::bool {
                    #(#absent)&&*
                }
            }
        })
    }
}

/// Whether this is the value of a wrapper, not the fields of a `Struct` or the elements of a `ListValue`.
fn is_scalar(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Bool | Shape::Int(_) | Shape::Float(_) | Shape::String | Shape::Bytes
    )
}
