//! Attributes that the caller asks for, and the derives that every type has.

use proc_macro2::TokenStream;
use quote::quote;

use super::Lower;
use super::path::ident;
use crate::options::Options;
use crate::render::Failure;

impl Lower<'_> {
    /// The derives and attributes of a type.
    pub(super) fn type_attributes(&self, full_name: &str, derives: &[&str]) -> TokenStream {
        let mut traits: Vec<TokenStream> = derives
            .iter()
            .map(|name| ident(name))
            .map(|name| quote!(#name))
            .collect();
        for list in Options::all(&self.options.derives, full_name) {
            for path in list
                .split(',')
                .map(str::trim)
                .filter(|path| !path.is_empty())
            {
                let path = self.parse::<syn::Path>(path, "derive", "traits, such as `Eq, Hash`");
                if !traits.iter().any(|own| own.to_string() == path.to_string()) {
                    traits.push(path);
                }
            }
        }
        let attributes =
            self.attributes(&self.options.type_attributes, full_name, "type_attribute");
        quote!(#[derive(#(#traits),*)] #attributes)
    }

    /// The attributes of a field, or of what is one in Rust: a oneof, an enum's value.
    pub(super) fn field_attributes(&self, full_name: &str) -> TokenStream {
        self.attributes(&self.options.field_attributes, full_name, "field_attribute")
    }

    fn attributes(
        &self,
        pairs: &[(crate::pattern::Pattern, String)],
        full_name: &str,
        option: &str,
    ) -> TokenStream {
        let mut attributes = TokenStream::new();
        for text in Options::all(pairs, full_name) {
            match text.parse::<TokenStream>() {
                Ok(tokens) if text.trim_start().starts_with('#') => attributes.extend(tokens),
                Ok(tokens) => attributes.extend(quote!(#[#tokens])),
                Err(error) => {
                    let message =
                        format!("`{text}`, given for `{option}`, cannot be parsed: {error}");
                    let failure =
                        Failure::run(message, "write an attribute, such as `#[serde(default)]`");
                    self.failure.borrow_mut().get_or_insert(failure);
                }
            }
        }
        attributes
    }
}
