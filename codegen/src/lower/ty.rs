//! Types of fields: the Rust type, and the shape that the checks see.

use everwire_model::model::raw::Type;
use everwire_model::model::{At, Encoding, Int, Known, Shape};
use proc_macro2::TokenStream;
use prost_reflect::{ExtensionDescriptor, FieldDescriptor, Kind};
use quote::quote;

use super::Lower;
use super::path::ident;
use crate::options::Options;
use crate::source::features::{Features, MessageEncoding, Table, Utf8};

/// Where a type is written: its module, whose `use` line grows by what the type needs.
pub(super) struct Here<'a> {
    /// The path of the module.
    pub(super) modules: &'a [String],
    /// What the module imports.
    pub(super) imports: &'a mut std::collections::BTreeSet<&'static str>,
}

/// A type and how protobuf writes it.
pub(super) struct Lowered {
    pub(super) tokens: TokenStream,
    pub(super) shape: Shape,
    pub(super) encoding: Encoding,
}

impl Lowered {
    fn new(tokens: TokenStream, shape: Shape) -> Self {
        Lowered {
            tokens,
            shape,
            encoding: Encoding::Default,
        }
    }

    fn encoded(self, encoding: Encoding) -> Self {
        Lowered { encoding, ..self }
    }

    /// The type for the model.
    pub(super) fn at(self, at: At) -> Type {
        Type::new(self.tokens, self.shape, at)
    }
}

/// A field or an extension, as far as its type goes.
pub(super) trait Typed {
    fn kind(&self) -> Kind;
    fn full_name(&self) -> &str;
    fn features(&self, table: &Table) -> Features;
    /// The map, of a key or value of which this is the field.
    fn map_field(&self) -> Option<FieldDescriptor>;
}

impl Typed for FieldDescriptor {
    fn kind(&self) -> Kind {
        self.kind()
    }

    fn full_name(&self) -> &str {
        self.full_name()
    }

    fn features(&self, table: &Table) -> Features {
        table.field(self)
    }

    fn map_field(&self) -> Option<FieldDescriptor> {
        let entry = self.parent_message();
        let message = entry.parent_message().filter(|_| entry.is_map_entry())?;
        message
            .fields()
            .find(|field| field.kind() == Kind::Message(entry.clone()))
    }
}

impl Typed for ExtensionDescriptor {
    fn kind(&self) -> Kind {
        self.kind()
    }

    fn full_name(&self) -> &str {
        self.full_name()
    }

    fn features(&self, table: &Table) -> Features {
        table.extension(self)
    }

    fn map_field(&self) -> Option<FieldDescriptor> {
        None
    }
}

impl Lower<'_> {
    /// The type of one value of a field: of a list, of an element.
    pub(super) fn value_type(&self, field: &impl Typed, here: &mut Here<'_>) -> Lowered {
        let int = |signed, bits| Shape::Int(Int { signed, bits });
        match field.kind() {
            Kind::Double => Lowered::new(quote!(f64), Shape::Float(64)),
            Kind::Float => Lowered::new(quote!(f32), Shape::Float(32)),
            Kind::Int32 => Lowered::new(quote!(i32), int(true, 32)),
            Kind::Int64 => Lowered::new(quote!(i64), int(true, 64)),
            Kind::Uint32 => Lowered::new(quote!(u32), int(false, 32)),
            Kind::Uint64 => Lowered::new(quote!(u64), int(false, 64)),
            Kind::Sint32 => Lowered::new(quote!(i32), int(true, 32)).encoded(Encoding::Zigzag),
            Kind::Sint64 => Lowered::new(quote!(i64), int(true, 64)).encoded(Encoding::Zigzag),
            Kind::Fixed32 => Lowered::new(quote!(u32), int(false, 32)).encoded(Encoding::Fixed),
            Kind::Fixed64 => Lowered::new(quote!(u64), int(false, 64)).encoded(Encoding::Fixed),
            Kind::Sfixed32 => Lowered::new(quote!(i32), int(true, 32)).encoded(Encoding::Fixed),
            Kind::Sfixed64 => Lowered::new(quote!(i64), int(true, 64)).encoded(Encoding::Fixed),
            Kind::Bool => Lowered::new(quote!(bool), Shape::Bool),
            Kind::String if self.is_unverified(field) => {
                let runtime = self.crate_path();
                Lowered::new(quote!(#runtime::Text), Shape::String)
            }
            Kind::String => Lowered::new(self.standard("String", here), Shape::String),
            Kind::Bytes => Lowered::new(self.bytes_type(field, here), Shape::Bytes),
            Kind::Enum(one) => Lowered::new(self.named_type(one.full_name(), here), Shape::Enum),
            Kind::Message(message) => {
                let shape = shape_of(message.full_name());
                let encoding = match field.features(self.features).message_encoding {
                    MessageEncoding::Delimited => Encoding::Group,
                    MessageEncoding::LengthPrefixed => Encoding::Default,
                };
                let named = self.named_type(message.full_name(), here);
                Lowered::new(named, shape).encoded(encoding)
            }
        }
    }

    /// `Vec<T>` of a type.
    pub(super) fn list_type(&self, element: Lowered, here: &mut Here<'_>) -> Lowered {
        let (vec, tokens) = (self.standard("Vec", here), &element.tokens);
        Lowered {
            tokens: quote!(#vec<#tokens>),
            shape: Shape::List(Box::new(element.shape)),
            ..element
        }
    }

    /// `Option<T>` of a type.
    pub(super) fn option_type(&self, value: Lowered, here: &mut Here<'_>) -> Lowered {
        let (option, tokens) = (self.standard("Option", here), &value.tokens);
        Lowered {
            tokens: quote!(#option<#tokens>),
            shape: Shape::Option(Box::new(value.shape)),
            ..value
        }
    }

    /// `Box<T>` of a type, where a cycle needs it or the caller asks for it.
    pub(super) fn boxed_type(
        &self,
        field: &FieldDescriptor,
        value: Lowered,
        here: &mut Here<'_>,
    ) -> Lowered {
        let asked = self
            .options
            .boxed
            .iter()
            .any(|pattern| pattern.matches(field.full_name()));
        let is_message = matches!(field.kind(), Kind::Message(_));
        let is_boxed = self.cycles.needs_box(field) || (asked && is_message);
        if !is_boxed {
            return value;
        }
        let (boxed, tokens) = (self.standard("Box", here), &value.tokens);
        Lowered {
            tokens: quote!(#boxed<#tokens>),
            ..value
        }
    }

    /// The type of a map field.
    pub(super) fn map_type(
        &self,
        field: &FieldDescriptor,
        key: Lowered,
        value: Lowered,
        here: &mut Here<'_>,
    ) -> Lowered {
        let map = match Options::last(&self.options.map_types, field.full_name()) {
            None | Some("BTreeMap") => self.standard("BTreeMap", here),
            Some("HashMap") => quote!(::std::collections::HashMap),
            Some(path) => {
                self.parse::<syn::Path>(path, "map_type", "`BTreeMap`, `HashMap` or a path")
            }
        };
        let (key_type, value_type) = (&key.tokens, &value.tokens);
        let shape = Shape::Map(Box::new(key.shape), Box::new(value.shape));
        Lowered::new(quote!(#map<#key_type, #value_type>), shape)
    }

    /// A type of the standard library, short where the module has no type of that name.
    pub(super) fn standard(&self, name: &'static str, here: &mut Here<'_>) -> TokenStream {
        let own = ident(name);
        let runtime = self.crate_path();
        match (self.names.declares(here.modules, name), name) {
            (false, "Option") => quote!(#own),
            (true, "Option") => quote!(::core::option::Option),
            (true, _) => quote!(#runtime::private::#own),
            (false, _) => {
                here.imports.insert(name);
                quote!(#own)
            }
        }
    }

    /// A message, an enum or a oneof.
    pub(super) fn named_type(&self, full_name: &str, here: &Here<'_>) -> TokenStream {
        let own = || {
            self.names
                .path(full_name)
                .map(|path| path.from(here.modules))
        };
        self.externs
            .find(full_name)
            .or_else(own)
            .unwrap_or_default()
    }

    /// Whether a `string` field keeps what is not UTF-8: its schema does not have it verified, and the caller asks for it.
    pub(super) fn is_unverified(&self, field: &impl Typed) -> bool {
        let owner = field.map_field();
        let (features, name) = match &owner {
            Some(map) => (map.features(self.features), map.full_name()),
            None => (field.features(self.features), field.full_name()),
        };
        let mut patterns = self.options.unverified.iter();
        field.kind() == Kind::String
            && features.utf8 == Utf8::None
            && patterns.any(|pattern| pattern.matches(name))
    }

    fn bytes_type(&self, field: &impl Typed, here: &mut Here<'_>) -> TokenStream {
        match Options::last(&self.options.bytes_types, field.full_name()) {
            Some(ty) => self.parse::<syn::Type>(ty, "bytes_type", "a Rust type, such as `Vec<u8>`"),
            None => {
                let vec = self.standard("Vec", here);
                quote!(#vec<u8>)
            }
        }
    }
}

/// The shape of a message; of the well-known ones that have rules, their own.
pub(super) fn shape_of(full_name: &str) -> Shape {
    let int = |signed, bits| Shape::Int(Int { signed, bits });
    let wrapped = match full_name {
        "google.protobuf.Duration" => return Shape::Duration,
        "google.protobuf.Timestamp" => return Shape::Timestamp,
        "google.protobuf.Any" => return Shape::Known(Known::Any),
        "google.protobuf.FieldMask" => return Shape::Known(Known::FieldMask),
        "google.protobuf.BoolValue" => Shape::Bool,
        "google.protobuf.BytesValue" => Shape::Bytes,
        "google.protobuf.DoubleValue" => Shape::Float(64),
        "google.protobuf.FloatValue" => Shape::Float(32),
        "google.protobuf.Int32Value" => int(true, 32),
        "google.protobuf.Int64Value" => int(true, 64),
        "google.protobuf.StringValue" => Shape::String,
        "google.protobuf.UInt32Value" => int(false, 32),
        "google.protobuf.UInt64Value" => int(false, 64),
        _ => return Shape::Message,
    };
    Shape::Known(Known::Wrapper(Box::new(wrapped)))
}
