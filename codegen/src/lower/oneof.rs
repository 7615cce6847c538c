//! Oneofs: a field of the message, and an enum beside it.

use everwire_model::model::raw::{self, Body, Fields, Item, OneofNumber, Says, Type, Variant};
use everwire_model::model::{Diagnostic, Encoding, Located, Selector, Shape, Style};
use prost_reflect::{FieldDescriptor, OneofDescriptor};
use quote::quote;

use super::docs::docs;
use super::everwire::{On, Said};
use super::names::distinct;
use super::path::{ident, type_name};
use super::rust::Form;
use super::ty::{self, Here};
use super::{Declaration, Lower};

/// The id of the rule for defaults of a oneof's fields.
const DEFAULT: &str = "oneof-default";

impl Lower<'_> {
    /// The field, called `own` in Rust.
    pub(super) fn oneof_field(
        &self,
        oneof: &OneofDescriptor,
        own: &str,
        here: &mut Here<'_>,
    ) -> raw::Field {
        let file = oneof.parent_file();
        let said = self.said(On::Oneof, || oneof.options(), &file, oneof.path());
        let name = self.at_part(&file, oneof.path(), &[1]);
        let tokens = self.named_type(oneof.full_name(), here);
        let value = ty::Lowered {
            tokens,
            shape: Shape::Opaque,
            encoding: Encoding::Default,
        };
        let must_be_set = self.said_flag(said.as_ref(), "must_be_set");
        let default = self.oneof_default(oneof, said.as_ref(), here);
        let ty = match must_be_set.is_some() || default.is_some() {
            true => value,
            false => self.option_type(value, here),
        };
        let mut field = raw::Field::new(Selector::Named(ident(own)), name, ty.at(name));
        field.docs = docs(&file, oneof.path());
        field.vis = quote!(pub);
        field.attributes = self.field_attributes(oneof.full_name());
        let number = |field: FieldDescriptor| OneofNumber {
            number: self.number(&field),
            slot: self.said_number(self.said_of(&field).as_ref(), "slot"),
        };
        field.oneof = Some(raw::Oneof {
            at: name,
            numbers: oneof.fields().map(number).collect(),
        });
        field.says.rename =
            (own != oneof.name()).then(|| Located::new(oneof.name().to_owned(), name));
        field.says.required = must_be_set;
        field.says.default = default;
        field.says.rules = self.rules_of_oneof(oneof, said.as_ref());
        field.says.accepts = self.said_accepts(said.as_ref());
        field
    }

    /// The enum.
    pub(super) fn oneof(&self, oneof: &OneofDescriptor, here: &mut Here<'_>) -> Declaration {
        let file = oneof.parent_file();
        let name = self.at_part(&file, oneof.path(), &[1]);
        let wanted: Vec<String> = oneof
            .fields()
            .map(|field| type_name(field.name()))
            .collect();
        let names = distinct(&wanted, &mut std::collections::HashSet::new());
        let variants = oneof
            .fields()
            .zip(names)
            .map(|(field, own)| self.variant(&field, &own, here));
        let own = self
            .names
            .path(oneof.full_name())
            .map(|path| path.name.clone())
            .unwrap_or_default();
        let mut item = Item::new(ident(&own), name, Body::Enum(variants.collect()));
        item.docs = docs(&file, oneof.path());
        item.vis = quote!(pub);
        item.attributes = self.type_attributes(oneof.full_name(), &["Clone", "Debug", "PartialEq"]);
        item.define = true;
        item.name = Some(Located::new(oneof.full_name().to_owned(), name));
        item.crate_path = Some(Located::new(self.crate_path(), name));
        item.json = Some(self.dialect(None, &file));
        Declaration {
            item,
            more: quote!(),
            inner: None,
        }
    }

    /// What the oneof reads as where none of its fields is there: a variant without a value.
    fn oneof_default(
        &self,
        oneof: &OneofDescriptor,
        said: Option<&Said>,
        here: &mut Here<'_>,
    ) -> Option<raw::Default> {
        let said = self.said_text(said, "default")?;
        let wanted: Vec<String> = oneof
            .fields()
            .map(|field| type_name(field.name()))
            .collect();
        let names = distinct(&wanted, &mut std::collections::HashSet::new());
        let mut fields = oneof.fields().zip(names);
        let found = fields.find(|(field, _)| {
            let is_unit = self
                .said_rust(field)
                .is_some_and(|rust| rust.value.trim() == "()");
            field.name() == said.value && is_unit
        });
        let Some((_, own)) = found else {
            let message = format!(
                "`{}` is no field of `{}` without a value",
                said.value,
                oneof.name()
            );
            let help = "name a field that has `(everwire.rust) = \"()\"`, or remove the default";
            self.report(Diagnostic::new(DEFAULT, said.at, message).help(help));
            return None;
        };
        let (path, own) = (self.named_type(oneof.full_name(), here), ident(&own));
        Some(raw::Default {
            at: said.at,
            expr: quote!(#path::#own),
            literal: None,
        })
    }

    pub(super) fn variant(
        &self,
        field: &FieldDescriptor,
        own: &str,
        here: &mut Here<'_>,
    ) -> Variant {
        let said = self.said_of(field);
        let name = self.field_at(field, &[1]);
        if let Some(default) = self.said_text(said.as_ref(), "default") {
            let message = format!(
                "`{}` has a default, but is one of the fields of the oneof `{}`",
                field.name(),
                field
                    .containing_oneof()
                    .map(|oneof| oneof.name().to_owned())
                    .unwrap_or_default()
            );
            let help = "remove the default: without the field, the oneof is another one or none";
            self.report(Diagnostic::new(DEFAULT, default.at, message).help(help));
        }
        let rust = self.rust(field, true, here);
        let value = match &rust {
            Some(rust) => ty::Lowered {
                tokens: rust.tokens.clone(),
                shape: rust.shape.clone(),
                encoding: rust.encoding,
            },
            None => self.value_type(field, here),
        };
        let value = match rust.as_ref().map(|rust| &rust.form) {
            None | Some(Form::Named(_)) => self.boxed_type(field, value, here),
            Some(_) => value,
        };
        let mut variant = Variant::new(ident(own), name);
        variant.docs = docs(&field.parent_message().parent_file(), field.path());
        variant.attributes = self.field_attributes(field.full_name());
        variant.deprecated = super::field::deprecated(field);
        variant.number = Some(self.number(field));
        variant.says = Says {
            encoding: (value.encoding != Encoding::Default)
                .then(|| Located::new(value.encoding, name)),
            required: self.said_flag(said.as_ref(), "required"),
            ..self.says(
                field,
                said.as_ref(),
                rust.as_ref().map(|rust| &rust.form),
                own,
            )
        };
        if let Some(rust) = &rust {
            variant.says.key = super::field::located(rust.key, name);
            variant.says.value = super::field::located(rust.value, name);
            variant.says.unpacked = rust.is_unpacked.then_some(name);
            if rust.form == Form::Unit {
                return variant;
            }
        }
        let ty: Type = value.at(name);
        let payload = raw::Field::new(Selector::Index(0), name, ty);
        variant.fields = Fields {
            style: Style::Tuple,
            fields: vec![payload],
        };
        variant
    }
}
