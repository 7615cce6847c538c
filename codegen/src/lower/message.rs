//! Messages.

use std::collections::{BTreeSet, HashSet};

use everwire_model::model::raw::{self, Body, Fields, Item, Reserved, Type};
use everwire_model::model::{At, Diagnostic, Layout, Located, Selector, Shape, Style, name};
use proc_macro2::TokenStream;
use prost_reflect::{FieldDescriptor, MessageDescriptor, OneofDescriptor};
use quote::quote;

use super::docs::docs;
use super::everwire::{On, Rust, Said, is_type, rust_of};
use super::names::{distinct, is_named};
use super::path::{ident, snake_name};
use super::ty::Here;
use super::{Declaration, Lower, Module, well_known};
use crate::pattern::Pattern;

/// The id of the rule for types of removed fields.
const REMOVED: &str = "reserved-type";

/// The id of the rule for numbers of removed fields.
const TWICE: &str = "reserved-twice";

/// A member of the struct: a field, or a oneof at the place of its first field.
enum Member {
    Field(FieldDescriptor),
    Oneof(OneofDescriptor),
}

impl Lower<'_> {
    /// A message, added to the module of this path with all that is declared in it.
    pub(super) fn message(
        &self,
        message: &MessageDescriptor,
        modules: &[String],
        module: &mut Module,
    ) {
        let mut here = Here {
            modules,
            imports: &mut module.imports,
        };
        let mut declaration = match rust_of(message) {
            Rust::Union => self.union(message, &mut here),
            _ => self.structure(message, &mut here),
        };
        let inner = self.names.inner(message);
        if let Some(own) = inner.last() {
            let title = name::plain(&declaration.item.ident);
            let mut nested = Module {
                name: own.clone(),
                docs: Some(format!("What [`{title}`] declares.")),
                ..Module::default()
            };
            for child in message.child_messages().filter(is_type) {
                self.message(&child, inner, &mut nested);
            }
            nested
                .declarations
                .extend(message.child_enums().map(|one| self.enumeration(&one)));
            let mut imports = BTreeSet::new();
            let mut within = Here {
                modules: inner,
                imports: &mut imports,
            };
            for oneof in message.oneofs().filter(is_named) {
                nested.declarations.push(self.oneof(&oneof, &mut within));
            }
            for extension in message
                .child_extensions()
                .filter(|_| self.options.unknown_fields)
            {
                nested
                    .extensions
                    .extend(self.extension(&extension, &mut within));
            }
            nested.imports.extend(imports);
            declaration.inner = Some(nested);
        }
        module.declarations.push(declaration);
    }

    fn structure(&self, message: &MessageDescriptor, here: &mut Here<'_>) -> Declaration {
        let file = message.parent_file();
        let said = self.said(On::Message, || message.options(), &file, message.path());
        let at = self.at_part(&file, message.path(), &[1]);
        let members = members(message);
        let wanted: Vec<String> = members
            .iter()
            .map(|member| snake_name(member.name()))
            .collect();
        let mut taken = HashSet::new();
        let names = distinct(&wanted, &mut taken);
        let mut fields = Vec::new();
        let mut defaults = Vec::new();
        let mut accessors = TokenStream::new();
        for (member, own) in members.iter().zip(names) {
            match member {
                Member::Field(field) => {
                    let lowered = self.field(field, &own, here);
                    fields.push(lowered.field);
                    defaults.push(lowered.default);
                    accessors.extend(lowered.accessor);
                }
                Member::Oneof(oneof) => {
                    fields.push(self.oneof_field(oneof, &own, here));
                    defaults.push(None);
                }
            }
        }
        let rust = rust_of(message);
        let keeps_unknown = self.keeps_unknown(said.as_ref(), &file) && rust != Rust::Unit;
        if keeps_unknown {
            let free = ["unknown", "unknown_fields"]
                .into_iter()
                .find(|name| !taken.contains(*name));
            let own = match free {
                Some(name) => name.to_owned(),
                None => distinct(&["unknown".to_owned()], &mut taken)
                    .pop()
                    .unwrap_or_default(),
            };
            let runtime = self.crate_path();
            let ty = Type::new(quote!(#runtime::UnknownFields), Shape::UnknownFields, at);
            let mut unknown = raw::Field::new(Selector::Named(ident(&own)), at, ty);
            unknown.docs =
                vec!["Fields that this version of the message does not know.".to_owned()];
            unknown.vis = quote!(pub);
            unknown.unknown = Some(at);
            fields.push(unknown);
            defaults.push(None);
        }
        let own = self
            .names
            .path(message.full_name())
            .map(|path| path.name.clone())
            .unwrap_or_default();
        let own = ident(&own);
        let mut more = TokenStream::new();
        let mut derives = vec!["Clone", "Debug", "Default", "PartialEq"];
        let style = self.style(rust, message, &mut fields);
        if !self.has_default(message) {
            derives.retain(|derive| *derive != "Default");
        } else if defaults.iter().any(Option::is_some) {
            derives.retain(|derive| *derive != "Default");
            more.extend(default_impl(&own, &fields, &defaults));
        }
        if !accessors.is_empty() {
            more.extend(quote!(impl #own { #accessors }));
        }
        let mut item = Item::new(own, at, Body::Struct(Fields { style, fields }));
        item.docs = docs(&file, message.path());
        item.vis = quote!(pub);
        item.attributes = self.type_attributes(message.full_name(), &derives);
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
        item.form = well_known::form(message.full_name());
        item.msgpack = said.as_ref().and_then(|said| self.layout(said));
        item.hooks = self.hooks(message.full_name(), said.as_ref(), at);
        item.rules = self.rules_of_message(message, said.as_ref());
        item.accepts = self.said_accepts(said.as_ref());
        item.upgrade = self.upgrade(message.full_name(), said.as_ref(), at);
        let is_asked = |patterns: &[Pattern]| {
            let mut patterns = patterns.iter();
            patterns.any(|pattern| pattern.matches(message.full_name()))
        };
        item.prost = is_asked(&self.options.prost).then_some(at);
        item.serde = is_asked(&self.options.serde).then_some(at);
        item.reserved = self.reserved(message, said.as_ref(), here);
        if keeps_unknown {
            item.extensions = self.extension_ranges(message);
            item.message_set = message
                .descriptor_proto()
                .options
                .as_ref()
                .is_some_and(|options| options.message_set_wire_format())
                .then_some(at);
        }
        Declaration {
            item,
            more,
            inner: None,
        }
    }

    /// The function that is told what older and newer versions have written: the caller's, or the schema's.
    pub(super) fn upgrade(
        &self,
        full_name: &str,
        said: Option<&Said>,
        at: At,
    ) -> Option<Located<TokenStream>> {
        let of_caller = self.functions("upgrade", &self.options.upgrades, full_name, at);
        let of_schema = self.said_text(said, "upgrade");
        let of_schema = of_schema.and_then(|path| self.function(&path));
        of_caller.into_iter().next_back().or(of_schema)
    }

    pub(super) fn layout(&self, said: &Said) -> Option<Located<Layout>> {
        let layout = match said.get("msgpack")?.as_enum_number() {
            Some(1) => Layout::Array,
            Some(2) => Layout::Map,
            _ => return None,
        };
        Some(Located::new(layout, said.at(self, "msgpack")))
    }

    pub(super) fn reserved(
        &self,
        message: &MessageDescriptor,
        said: Option<&Said>,
        here: &mut Here<'_>,
    ) -> Vec<Reserved> {
        let at = |part: &[i32]| self.at_part(&message.parent_file(), message.path(), part);
        let mut groups = Vec::new();
        for (index, range) in message.reserved_ranges().enumerate() {
            let place = at(&[9, i32::try_from(index).unwrap_or_default()]);
            let range = (i128::from(range.start), i128::from(range.end) - 1);
            groups.push(Reserved {
                at: place,
                numbers: vec![Located::new(range, place)],
                ..Reserved::default()
            });
        }
        for (index, name) in message.reserved_names().enumerate() {
            let place = at(&[10, i32::try_from(index).unwrap_or_default()]);
            let names = vec![Located::new(name.to_owned(), place)];
            groups.push(Reserved {
                at: place,
                names,
                ..Reserved::default()
            });
        }
        for removed in said.map(|said| said.list("reserved")).unwrap_or_default() {
            let some = Some(&removed);
            let number = self.said_number(some, "number");
            let is_listed = |number: i128, group: &Reserved| {
                let mut ranges = group.numbers.iter();
                ranges.any(|range| (range.value.0..=range.value.1).contains(&number))
            };
            if let Some(number) = &number
                && let Some(other) = groups.iter().find(|group| is_listed(number.value, group))
            {
                let message = format!("the number {} is reserved twice", number.value);
                let help = "keep one of them: the option, which can say the slot and the type, or the statement";
                self.report(
                    Diagnostic::new(TWICE, number.at, message)
                        .label(other.at, "first reserved here")
                        .help(help),
                );
            }
            groups.push(Reserved {
                at: removed.at(self, "number"),
                numbers: number
                    .map(|number| Located::new((number.value, number.value), number.at))
                    .into_iter()
                    .collect(),
                names: self.said_text(some, "name").into_iter().collect(),
                slot: self.said_number(some, "slot"),
                ty: self.said_type(&removed, REMOVED, message, here),
            });
        }
        groups
    }

    /// How the fields of a struct are declared; those of a tuple lose their names.
    fn style(&self, rust: Rust, message: &MessageDescriptor, fields: &mut [raw::Field]) -> Style {
        match rust {
            Rust::Unit if fields.is_empty() => Style::Unit,
            Rust::Tuple if !fields.is_empty() => {
                for (index, field) in fields.iter_mut().enumerate() {
                    let own = match &field.selector {
                        Selector::Named(ident) => name::plain(ident),
                        Selector::Index(index) => index.to_string(),
                    };
                    let number = field.number.map(|number| number.value);
                    let is_counted = number.is_some_and(|number| own == format!("f{number}"));
                    if !is_counted && field.says.rename.is_none() && number.is_some() {
                        field.says.rename = Some(Located::new(own, field.at));
                    }
                    field.selector = Selector::Index(index);
                }
                Style::Tuple
            }
            Rust::Unit => {
                let message_at = fields.first().map_or_else(At::default, |field| field.at);
                let text = format!("`{}` is a `UNIT`, but has fields", message.name());
                let help = "remove the fields, or the option `rust`";
                self.report(Diagnostic::new(super::rust::ID, message_at, text).help(help));
                Style::Named
            }
            _ => Style::Named,
        }
    }

    /// The type that `type`, or in Rust's words `rust`, spells.
    pub(super) fn said_type(
        &self,
        said: &Said,
        rule: &'static str,
        message: &MessageDescriptor,
        here: &mut Here<'_>,
    ) -> Option<Located<TokenStream>> {
        if let Some(rust) = self.said_text(Some(said), "rust") {
            let written = self.rust_type(&rust, rule, message.full_name(), here)?;
            return Some(Located::new(written.tokens, rust.at));
        }
        let ty = self.said_text(Some(said), "type")?;
        Some(Located::new(self.spelled_type(&ty, rule, here), ty.at))
    }

    /// A type as a field would declare it: of a removed field, or one that a field had before. `rule` is the id of the rule that it breaks
    /// where there is no such type.
    pub(super) fn spelled_type(
        &self,
        said: &Located<String>,
        rule: &'static str,
        here: &mut Here<'_>,
    ) -> TokenStream {
        let text = said.value.trim();
        if let Some(element) = text.strip_prefix("repeated ") {
            let element = Located::new(element.to_owned(), said.at);
            let element = self.spelled_type(&element, rule, here);
            let vec = self.standard("Vec", here);
            return quote!(#vec<#element>);
        }
        match text {
            "double" => quote!(f64),
            "float" => quote!(f32),
            "int32" | "sint32" | "sfixed32" => quote!(i32),
            "int64" | "sint64" | "sfixed64" => quote!(i64),
            "uint32" | "fixed32" => quote!(u32),
            "uint64" | "fixed64" => quote!(u64),
            "bool" => quote!(bool),
            "string" => self.standard("String", here),
            "bytes" => {
                let vec = self.standard("Vec", here);
                quote!(#vec<u8>)
            }
            name => {
                let found = self.named_type(name.trim_start_matches('.'), here);
                if found.is_empty() {
                    let message = format!("there is no type `{name}`");
                    let help = "write the type as a field would declare it, with the full name of a message or an enum";
                    self.report(Diagnostic::new(rule, said.at, message).help(help));
                }
                found
            }
        }
    }
}

impl Member {
    fn name(&self) -> &str {
        match self {
            Member::Field(field) => field.name(),
            Member::Oneof(oneof) => oneof.name(),
        }
    }
}

fn members(message: &MessageDescriptor) -> Vec<Member> {
    let mut members = Vec::new();
    let mut seen = HashSet::new();
    for field in message.fields() {
        match field
            .containing_oneof()
            .filter(|oneof| !oneof.is_synthetic())
        {
            None => members.push(Member::Field(field)),
            Some(oneof) if seen.insert(oneof.full_name().to_owned()) => {
                members.push(Member::Oneof(oneof))
            }
            Some(_) => {}
        }
    }
    members
}

fn default_impl(
    own: &proc_macro2::Ident,
    fields: &[raw::Field],
    defaults: &[Option<TokenStream>],
) -> TokenStream {
    let values = fields.iter().zip(defaults).map(|(field, default)| {
        let selector = &field.selector;
        let ty = &field.ty.tokens;
        match default {
            Some(value) => quote!(#selector: #value),
            None => match field.ty.shape {
                Shape::Bool => quote!(#selector: false),
                Shape::Int(_) => quote!(#selector: 0),
                Shape::Float(_) => quote!(#selector: 0.0),
                Shape::Option(_) => quote!(#selector: None),
                _ => quote!(#selector: <#ty as ::core::default::Default>::default()),
            },
        }
    });
    quote! {
        impl ::core::default::Default for #own {
            fn default() -> Self {
                Self { #(#values),* }
            }
        }
    }
}
