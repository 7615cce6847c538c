//! `(everwire.rust)`: the type of a field in Rust, where protobuf has no such type.
//!
//! 1. `written` reads the type that the option spells, and finds what it names;
//! 2. `fits` sees that what it is in protobuf is what the field declares, and tells the encodings that the declaration chooses.

mod fits;
mod written;

use everwire_model::model::{Diagnostic, Encoding, Located, Shape};
use proc_macro2::TokenStream;
use prost_reflect::FieldDescriptor;

use super::Lower;
use super::ty::Here;
pub(super) use written::Form;

/// The id of the rule.
pub(crate) const ID: &str = "rust-type";

/// What the option makes of a field.
pub(super) struct Rust {
    pub(super) tokens: TokenStream,
    pub(super) shape: Shape,
    pub(super) form: Form,
    pub(super) encoding: Encoding,
    pub(super) key: Encoding,
    pub(super) value: Encoding,
    /// Whether it is an array.
    pub(super) is_array: bool,
    /// Whether scalars of a list are written one by one.
    pub(super) is_unpacked: bool,
}

impl Lower<'_> {
    /// The type that a field has by its option.
    pub(super) fn rust(
        &self,
        field: &FieldDescriptor,
        is_variant: bool,
        here: &mut Here<'_>,
    ) -> Option<Rust> {
        let said = self.said_rust(field)?;
        let written = self.rust_type(&said, ID, field.parent_message().full_name(), here)?;
        match fits::fits(self.features, &written.form, is_variant, field) {
            Ok(found) => Some(Rust {
                is_array: said.value.trim_start().starts_with('['),
                tokens: written.tokens,
                shape: written.shape,
                form: written.form,
                encoding: found.own,
                key: found.key,
                value: found.value,
                is_unpacked: found.is_packed == Some(false),
            }),
            Err(expected) => {
                let message = format!(
                    "`{}` is not declared as what `{}` is in protobuf",
                    field.name(),
                    said.value
                );
                let found = Diagnostic::new(ID, said.at, message).help(expected);
                self.report(found);
                None
            }
        }
    }

    /// The type that text spells, and what it is.
    pub(super) fn rust_type(
        &self,
        said: &Located<String>,
        rule: &'static str,
        scope: &str,
        here: &mut Here<'_>,
    ) -> Option<written::Written> {
        // A name of protobuf has dots where a path of Rust has colons, and no type has dots otherwise.
        let parsed = syn::parse_str::<syn::Type>(&said.value.replace('.', "::"));
        let written = match parsed {
            Ok(ty) => self.written(&ty, scope, here),
            Err(_) => {
                Err("write a type, such as `Vec<Option<u16>>` or `[shop.v1.Line; 3]`".to_owned())
            }
        };
        written
            .map_err(|help| {
                let message = format!("`{}` is no type that a field can have", said.value);
                self.report(Diagnostic::new(rule, said.at, message).help(help));
            })
            .ok()
    }
}
