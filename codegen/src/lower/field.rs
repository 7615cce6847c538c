//! Fields of messages.

use everwire_model::model::raw::{self, Says, Was};
use everwire_model::model::{At, Diagnostic, Encoding, Literal, Located, Selector, Shape, name};
use proc_macro2::{Ident, TokenStream};
use prost_reflect::{FieldDescriptor, Kind};
use quote::{ToTokens, quote};

use super::Lower;
use super::default::ID as DEFAULT_TEXT;
use super::docs::docs;
use super::everwire::{On, Said};
use super::path::ident;
use super::rust::Form;
use super::ty::{self, Here, Typed};
use crate::options::Options;
use crate::source::features::{Presence, Repeated};

/// The id of the rule for functions that check.
const HOOK: &str = "hook-path";

/// The id of the rule for types that a field had before.
const FORMER: &str = "former-type";

/// The paths of `name`, `number`, `type_name`, `default_value` and `json_name` in a field's descriptor.
const NAME: &[i32] = &[1];
const NUMBER: &[i32] = &[3];
const TYPE_NAME: &[i32] = &[6];
const DEFAULT_VALUE: &[i32] = &[7];
const JSON_NAME: &[i32] = &[10];

/// A field of a struct, and what the struct needs for it.
pub(super) struct Lowered {
    pub(super) field: raw::Field,
    /// The value of `Default`, where that is not the type's own.
    pub(super) default: Option<TokenStream>,
    /// A method that reads the default where the field is `None`.
    pub(super) accessor: Option<TokenStream>,
}

impl Lower<'_> {
    /// A field outside of oneofs, called `own` in Rust.
    pub(super) fn field(&self, field: &FieldDescriptor, own: &str, here: &mut Here<'_>) -> Lowered {
        let said = self.said_of(field);
        let features = self.features.field(field);
        let is_required = features.presence == Presence::Required;
        let required = match is_required {
            true => Some(self.field_at(field, NAME)),
            false => self.said_flag(said.as_ref(), "required"),
        };
        let optional = features.presence == Presence::Explicit && required.is_none();
        let rust = self.rust(field, false, here);
        let mut says = Says {
            required,
            was: self.was(field, said.as_ref(), here),
            ..self.says(
                field,
                said.as_ref(),
                rust.as_ref().map(|rust| &rust.form),
                own,
            )
        };
        let at = self.field_at(field, TYPE_NAME);
        let optional = match &rust {
            Some(rust) => matches!(rust.form, Form::Option(_)),
            None => optional,
        };
        let ty = if let Some(rust) = &rust {
            says.encoding = located(rust.encoding, at);
            says.key = located(rust.key, at);
            says.value = located(rust.value, at);
            let value = ty::Lowered {
                tokens: rust.tokens.clone(),
                shape: rust.shape.clone(),
                encoding: rust.encoding,
            };
            match rust.form {
                Form::Named(_) => self.boxed_type(field, value, here),
                _ => value,
            }
        } else if let (true, Kind::Message(entry)) = (field.is_map(), field.kind()) {
            let key = self.value_type(&entry.map_entry_key_field(), here);
            let value = self.value_type(&entry.map_entry_value_field(), here);
            says.key = located(key.encoding, at);
            says.value = located(value.encoding, at);
            self.map_type(field, key, value, here)
        } else {
            let value = self.value_type(field, here);
            let value = self.boxed_type(field, value, here);
            says.encoding = located(value.encoding, at);
            match (field.is_list(), optional) {
                (true, _) => self.list_type(value, here),
                (false, true) => self.option_type(value, here),
                (false, false) => value,
            }
        };
        let is_unpacked = is_packable(field) && features.repeated == Repeated::Expanded;
        let is_unpacked = rust.as_ref().map_or(is_unpacked, |rust| rust.is_unpacked);
        says.unpacked = is_unpacked.then_some(at);
        let form = rust.as_ref().map(|rust| &rust.form);
        let default = self.default_of(field, said.as_ref(), form, here);
        let default = default.filter(|default| {
            let is_lost = optional && default.stored.is_some();
            if is_lost {
                let message = format!("`{}` is an `Option`, which is `None` where it is absent", field.full_name());
                let help = "remove `default_msgpack`, or say with `(everwire.rust)` that the type is no `Option`";
                self.report(Diagnostic::new(DEFAULT_TEXT, default.at, message).help(help));
            }
            !is_lost
        });
        if !optional && !is_required {
            says.default = default.clone();
        }
        let accessor = default
            .as_ref()
            .filter(|_| optional && rust.is_none())
            .map(|default| {
                let value = self.value_type(field, here);
                accessor(&ident(own), default, &value, self.is_unverified(field))
            });
        let default = default.map(|default| match default.stored {
            Some(bytes) => {
                let runtime = self.crate_path();
                let bytes = proc_macro2::Literal::byte_string(&bytes);
                quote!(#runtime::private::stored(#bytes).unwrap_or_default())
            }
            None => default.expr,
        });
        // What the standard library has no default of.
        let default = default.or_else(|| match (&rust.as_ref()?.form, rust.as_ref()?.is_array) {
            (Form::Timestamp, _) => Some(quote!(::std::time::SystemTime::UNIX_EPOCH)),
            (_, true) => Some(quote!(::core::array::from_fn(|_| {
                ::core::default::Default::default()
            }))),
            _ => None,
        });
        let mut lowered = raw::Field::new(
            Selector::Named(ident(own)),
            self.field_at(field, NAME),
            ty.at(at),
        );
        lowered.docs = docs(&field.parent_message().parent_file(), field.path());
        lowered.vis = quote!(pub);
        lowered.attributes = self.field_attributes(field.full_name());
        lowered.deprecated = deprecated(field);
        lowered.number = Some(self.number(field));
        lowered.slot = self.said_number(said.as_ref(), "slot");
        lowered.says = says;
        Lowered {
            field: lowered,
            default: default.filter(|_| !optional),
            accessor,
        }
    }

    /// What any field says of its value, also in a oneof: names, version, rules and hooks.
    pub(super) fn says(
        &self,
        field: &FieldDescriptor,
        said: Option<&Said>,
        rust: Option<&Form>,
        own: &str,
    ) -> Says {
        let name = self.field_at(field, NAME);
        let given = self.said_text(said, "name");
        let given = given.unwrap_or_else(|| Located::new(field.name().to_owned(), name));
        let is_renamed = own != given.value;
        let json_name = (field.json_name() != name::json_name(&given.value)).then(|| {
            Located::new(
                field.json_name().to_owned(),
                self.field_at(field, JSON_NAME),
            )
        });
        Says {
            rename: is_renamed.then_some(given),
            json_name,
            aliases: self.said_texts(said, "alias"),
            since: self.said_number(said, "since"),
            rules: self.rules_of(field, rust, said),
            hooks: self.hooks(field.full_name(), said, name),
            accepts: self.said_accepts(said),
            ..Says::default()
        }
    }

    /// The functions that check a field or a message.
    pub(super) fn hooks(
        &self,
        full_name: &str,
        said: Option<&Said>,
        at: At,
    ) -> Vec<Located<TokenStream>> {
        let of_schema = self.said_texts(said, "hook");
        let of_schema = of_schema.iter().filter_map(|hook| self.function(hook));
        let of_caller = self.functions("hook", &self.options.hooks, full_name, at);
        of_schema.chain(of_caller).collect()
    }

    /// The functions that the caller names for a declaration.
    pub(super) fn functions(
        &self,
        option: &str,
        pairs: &[(String, String)],
        full_name: &str,
        at: At,
    ) -> Vec<Located<TokenStream>> {
        let expected = "the path of a function, such as `crate::check`";
        let own = pairs
            .iter()
            .filter(|(name, _)| name.trim_start_matches('.') == full_name);
        own.map(|(_, path)| Located::new(self.parse::<syn::Path>(path, option, expected), at))
            .collect()
    }

    /// The path of a function, as a schema spells it.
    pub(super) fn function(&self, said: &Located<String>) -> Option<Located<TokenStream>> {
        let path = syn::parse_str::<syn::Path>(&said.value);
        if path.is_err() {
            let message = format!("`{}` is not the path of a function", said.value);
            let help = "write a path in Rust, such as `crate::check`";
            self.report(Diagnostic::new(HOOK, said.at, message).help(help));
        }
        Some(Located::new(path.ok()?.into_token_stream(), said.at))
    }

    /// The types that a field had before.
    fn was(&self, field: &FieldDescriptor, said: Option<&Said>, here: &mut Here<'_>) -> Vec<Was> {
        let own = field.name();
        let said = said.map(|said| said.list("was")).unwrap_or_default();
        let was = said.iter().filter_map(|one| {
            let unsaid = || Located::new(String::new(), one.at(self, "type"));
            let in_rust = self.said_text(Some(one), "rust");
            let ty = self.said_text(Some(one), "type").unwrap_or_else(unsaid);
            let tokens = match in_rust.is_some() {
                true => {
                    let message = field.parent_message();
                    self.said_type(one, FORMER, message, here)?.value
                }
                false => self.spelled_type(&ty, FORMER, here),
            };
            if is_encoded(&ty.value) {
                let message = format!("`{}` is no type that a field can have had", ty.value);
                let help =
                    "give the field a new number: how an integer was encoded is not told apart";
                self.report(Diagnostic::new(FORMER, ty.at, message).help(help));
            }
            let Some(with) = self.said_text(Some(one), "with") else {
                let message = format!("the `was` of `{own}` names no function");
                let help =
                    "add `with: \"crate::path\"`, a function from the former type to the field's";
                self.report(Diagnostic::new(HOOK, ty.at, message).help(help));
                return None;
            };
            Some(Was {
                at: ty.at,
                ty: raw::Type::new(tokens, Shape::Opaque, ty.at),
                with: self.function(&with)?,
            })
        });
        was.collect()
    }

    /// Our options of a field.
    pub(super) fn said_of(&self, field: &FieldDescriptor) -> Option<Said> {
        let file = field.parent_message().parent_file();
        self.said(On::Field, || field.options(), &file, field.path())
    }

    /// The number of a field.
    pub(super) fn number(&self, field: &FieldDescriptor) -> Located<i128> {
        Located::new(i128::from(field.number()), self.field_at(field, NUMBER))
    }

    /// The place of a part of a field.
    pub(super) fn field_at(&self, field: &FieldDescriptor, part: &[i32]) -> At {
        self.at_part(&field.parent_message().parent_file(), field.path(), part)
    }
}

impl Lower<'_> {
    fn default_of(
        &self,
        field: &FieldDescriptor,
        said: Option<&Said>,
        form: Option<&Form>,
        here: &mut Here<'_>,
    ) -> Option<raw::Default> {
        if let Some(bytes) = self.said_bytes(said, "default_msgpack") {
            return self.stored(said, bytes, field.full_name());
        }
        let (text, at) = match (
            &field.field_descriptor_proto().default_value,
            self.said_text(said, "default"),
        ) {
            (_, Some(text)) => (text.value, text.at),
            (Some(text), None) => (text.clone(), self.field_at(field, DEFAULT_VALUE)),
            (None, None) => return None,
        };
        match form {
            Some(form) => self.rust_default(field, form, &text, at, here),
            None => self.default(field, &text, at, here),
        }
    }
}

/// Whether a type of integers has an encoding of its own.
fn is_encoded(ty: &str) -> bool {
    let element = ty.trim().trim_start_matches("repeated ").trim();
    ["sint", "fixed", "sfixed"]
        .iter()
        .any(|own| matches!(element.strip_prefix(own), Some("32" | "64")))
}

/// A method that gives the value of the field `own`, or its default.
fn accessor(
    own: &Ident,
    default: &raw::Default,
    value: &ty::Lowered,
    is_unverified: bool,
) -> TokenStream {
    let doc = format!(" `{own}`, or its default where it is absent.");
    let plain = name::plain(own);
    let method = ident(&format!("{}_or_default", plain.trim_end_matches('_')));
    let (ty, expr) = (&value.tokens, &default.expr);
    let (ty, body) = match &default.literal {
        Some(Literal::Str(text)) if is_unverified => {
            let text = proc_macro2::Literal::byte_string(text.as_bytes());
            (quote!(&[u8]), quote!(self.#own.as_deref().unwrap_or(#text)))
        }
        Some(Literal::Str(text)) => (quote!(&str), quote!(self.#own.as_deref().unwrap_or(#text))),
        Some(Literal::Bytes(bytes)) => {
            let bytes = proc_macro2::Literal::byte_string(bytes);
            (
                quote!(&[u8]),
                quote!(self.#own.as_deref().unwrap_or(#bytes)),
            )
        }
        _ => (quote!(#ty), quote!(self.#own.unwrap_or(#expr))),
    };
    quote! {
        #[doc = #doc]
        #[must_use]
        pub fn #method(&self) -> #ty {
            #body
        }
    }
}

pub(super) fn located(encoding: Encoding, at: At) -> Option<Located<Encoding>> {
    (encoding != Encoding::Default).then(|| Located::new(encoding, at))
}

fn is_packable(field: &FieldDescriptor) -> bool {
    field.is_list() && !matches!(field.kind(), Kind::String | Kind::Bytes | Kind::Message(_))
}

/// Whether a field is deprecated.
pub(super) fn deprecated(field: &FieldDescriptor) -> bool {
    field
        .field_descriptor_proto()
        .options
        .as_ref()
        .is_some_and(|options| options.deprecated())
}

/// Whether a caller's option changes the type of a `bytes` field.
pub(super) fn has_own_bytes(options: &Options, field: &impl Typed) -> bool {
    Options::last(&options.bytes_types, field.full_name()).is_some()
}
