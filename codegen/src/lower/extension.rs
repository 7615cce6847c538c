//! Extensions: fields that a schema adds to a message, and the numbers that a message leaves to them.

use everwire_model::expand;
use everwire_model::model::raw::{self, Body, Fields, Item, Says};
use everwire_model::model::{At, Diagnostic, Located, Selector, Style};
use heck::ToShoutySnakeCase;
use prost_reflect::{ExtensionDescriptor, Kind, MessageDescriptor};

use super::docs::docs;
use super::everwire::On;
use super::field::located;
use super::path::ident;
use super::select::extends_options;
use super::ty::{Here, Typed};
use super::{Extension, Lower};
use crate::source::features::Repeated;

impl Lower<'_> {
    /// The ranges of numbers that a message leaves to extensions, ends included.
    pub(super) fn extension_ranges(
        &self,
        message: &MessageDescriptor,
    ) -> Vec<Located<(i128, i128)>> {
        let ranges = message.extension_ranges().enumerate();
        let ranges = ranges.map(|(index, range)| {
            let part = [5, i32::try_from(index).unwrap_or_default()];
            let at = self.at_part(&message.parent_file(), message.path(), &part);
            Located::new((i128::from(range.start), i128::from(range.end) - 1), at)
        });
        ranges.collect()
    }

    /// An extension; none for an option of schemas.
    pub(super) fn extension(
        &self,
        extension: &ExtensionDescriptor,
        here: &mut Here<'_>,
    ) -> Option<Extension> {
        if extends_options(extension) {
            return None;
        }
        let file = extension.parent_file();
        let at = |part: &[i32]| -> At { self.at_part(&file, extension.path(), part) };
        if self.says_rust(extension) {
            let text = format!(
                "the extension `{}` has an `(everwire.rust)`",
                extension.name()
            );
            let help = "remove it: an extension has the type that it declares";
            self.report(Diagnostic::new(super::rust::ID, at(&[1]), text).help(help));
        }
        self.rules_of_extension(extension);
        let message = self.named_type(extension.containing_message().full_name(), here);
        let value = self.value_type(extension, here);
        let said = self.said(On::Field, || extension.options(), &file, extension.path());
        let mut says = Says {
            accepts: self.said_accepts(said.as_ref()),
            encoding: located(value.encoding, at(&[5])),
            ..Says::default()
        };
        let packable = !matches!(
            extension.kind(),
            Kind::String | Kind::Bytes | Kind::Message(_)
        );
        let features = Typed::features(extension, self.features);
        if extension.is_list() && packable && features.repeated == Repeated::Expanded {
            says.unpacked = Some(at(&[4]));
        }
        let ty = match extension.is_list() {
            true => self.list_type(value, here),
            false => self.option_type(value, here),
        };
        let proto = extension.field_descriptor_proto();
        let default = proto.default_value.as_ref();
        let default = default.and_then(|text| self.default(extension, text, at(&[7]), here));
        let constant = ident(&extension.name().to_shouty_snake_case());
        let mut field = raw::Field::new(Selector::Named(ident("value")), at(&[1]), ty.at(at(&[6])));
        field.docs = self.extension_docs(extension);
        field.number = Some(Located::new(i128::from(extension.number()), at(&[3])));
        field.deprecated = proto
            .options
            .as_ref()
            .is_some_and(|options| options.deprecated());
        field.says = says;
        let body = Fields {
            style: Style::Named,
            fields: vec![field],
        };
        let mut item = Item::new(constant.clone(), at(&[1]), Body::Struct(body));
        item.define = true;
        item.name = Some(Located::new(extension.full_name().to_owned(), at(&[1])));
        item.crate_path = Some(Located::new(self.crate_path(), at(&[1])));
        item.json = Some(self.dialect(None, &file));
        Some(Extension {
            item,
            constant: expand::Extension {
                ident: constant,
                message,
                default: default.map(|default| default.expr),
            },
        })
    }

    fn extension_docs(&self, extension: &ExtensionDescriptor) -> Vec<String> {
        let mut lines = docs(&extension.parent_file(), extension.path());
        if lines.is_empty() {
            lines.push(format!("The extension `{}`.", extension.full_name()));
        }
        lines
    }
}
