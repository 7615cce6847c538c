//! Enums with data that stand alone: messages that say so, whose one oneof has the variants.

use everwire_model::model::raw::{Body, Field, Fields, Item, Type, Variant};
use everwire_model::model::{Diagnostic, Located, Selector, Shape, Style};
use prost_reflect::{Kind, MessageDescriptor};
use quote::quote;

use super::docs::docs;
use super::everwire::{On, Rust, rust_of};
use super::names::distinct;
use super::path::{ident, type_name};
use super::ty::Here;
use super::{Declaration, Lower, rust};

impl Lower<'_> {
    /// The enum.
    pub(super) fn union(&self, message: &MessageDescriptor, here: &mut Here<'_>) -> Declaration {
        let file = message.parent_file();
        let said = self.said(On::Message, || message.options(), &file, message.path());
        let at = self.at_part(&file, message.path(), &[1]);
        let mut oneofs = message.oneofs().filter(|oneof| !oneof.is_synthetic());
        let (first, second) = (oneofs.next(), oneofs.next());
        let held = first.as_ref().map_or(0, |oneof| oneof.fields().len());
        if second.is_some() || held != message.fields().len() {
            let text = format!(
                "`{}` is a `UNION`, but has fields outside of one oneof",
                message.name()
            );
            let help = "put all fields into one oneof, or remove the option `rust`";
            self.report(Diagnostic::new(rust::ID, at, text).help(help));
        }
        let fields: Vec<_> = first.iter().flat_map(|oneof| oneof.fields()).collect();
        let wanted: Vec<String> = fields.iter().map(|field| type_name(field.name())).collect();
        let mut taken = std::collections::HashSet::new();
        let names = distinct(&wanted, &mut taken);
        let mut variants: Vec<Variant> = fields
            .iter()
            .zip(names)
            .map(|(field, own)| self.variant(field, &own, here))
            .collect();
        if self.keeps_unknown(said.as_ref(), &file) {
            let own = distinct(&["Other".to_owned()], &mut taken).pop();
            let mut other = Variant::new(ident(&own.unwrap_or_default()), at);
            other.docs = vec!["A variant that this version of the enum does not know.".to_owned()];
            other.other = Some(at);
            let runtime = self.crate_path();
            let ty = Type::new(quote!(#runtime::UnknownFields), Shape::UnknownFields, at);
            other.fields = Fields {
                style: Style::Tuple,
                fields: vec![Field::new(Selector::Index(0), at, ty)],
            };
            variants.push(other);
        } else if variants.iter().all(|one| one.fields.style == Style::Unit) {
            // Without data anywhere it would be an enum of numbers.
            for variant in &mut variants {
                let ty = Type::new(quote!(()), Shape::Unit, variant.at);
                variant.fields = Fields {
                    style: Style::Tuple,
                    fields: vec![Field::new(Selector::Index(0), variant.at, ty)],
                };
            }
        }
        let own = self.names.path(message.full_name());
        let own = own.map(|path| path.name.clone()).unwrap_or_default();
        let mut item = Item::new(ident(&own), at, Body::Enum(variants));
        item.docs = docs(&file, message.path());
        item.vis = quote!(pub);
        item.attributes =
            self.type_attributes(message.full_name(), &["Clone", "Debug", "PartialEq"]);
        item.define = true;
        item.deprecated = message
            .descriptor_proto()
            .options
            .as_ref()
            .is_some_and(|options| options.deprecated());
        item.name = Some(Located::new(message.full_name().to_owned(), at));
        item.aliases = self.said_texts(said.as_ref(), "alias");
        item.crate_path = Some(Located::new(self.crate_path(), at));
        item.version = self.said_number(said.as_ref(), "version");
        item.json = Some(self.dialect(said.as_ref(), &file));
        item.hooks = self.hooks(message.full_name(), said.as_ref(), at);
        item.rules = self.rules_of_message(message, said.as_ref());
        item.accepts = self.said_accepts(said.as_ref());
        item.reserved = self.reserved(message, said.as_ref(), here);
        Declaration {
            item,
            more: quote!(),
            inner: None,
        }
    }

    /// Whether a message may derive `Default`: an enum with data has none, nor what holds one that must be there.
    pub(super) fn has_default(&self, message: &MessageDescriptor) -> bool {
        let mut seen = std::collections::HashSet::new();
        let mut open = vec![message.clone()];
        while let Some(one) = open.pop() {
            if !seen.insert(one.full_name().to_owned()) {
                continue;
            }
            if rust_of(&one) == Rust::Union || self.has_set_oneof(&one) {
                return false;
            }
            for field in one.fields().filter(|field| !field.is_list()) {
                let is_plain = match self.said_rust(&field) {
                    Some(said) => !said.value.contains(['<', '(', '[']),
                    None => self
                        .said_flag(self.said_of(&field).as_ref(), "required")
                        .is_some(),
                };
                if let (true, Kind::Message(held)) = (is_plain, field.kind())
                    && field
                        .containing_oneof()
                        .is_none_or(|oneof| oneof.is_synthetic())
                {
                    open.push(held);
                }
            }
        }
        true
    }

    fn has_set_oneof(&self, message: &MessageDescriptor) -> bool {
        let file = message.parent_file();
        message.oneofs().any(|oneof| {
            let said = self.said(On::Oneof, || oneof.options(), &file, oneof.path());
            let said = said.as_ref();
            self.said_flag(said, "must_be_set").is_some()
                || self.said_text(said, "default").is_some()
        })
    }
}
