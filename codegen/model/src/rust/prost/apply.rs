//! What the fields of a message and the variants of a oneof say, said of the raw ones.

use proc_macro2::TokenStream;
use syn::DataEnum;

use super::super::Reader;
use super::super::setting::Setting;
use super::kind::{self, KINDS, Kind};
use super::{Here, default, keys, name, wire};
use crate::check::{attribute_syntax, attribute_value, duplicate_attribute};
use crate::model::raw::{self, Fields, Oneof, OneofNumber, Says, Variant};
use crate::model::{At, Encoding, Located, Selector, Shape, name as names};

/// The words on a field, besides those that say what it is.
const FIELD: &[&str] = &[
    "boxed", "default", "optional", "packed", "repeated", "required", "tag", "tags",
];

/// How often a field stands in its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Optional,
    Required,
    Repeated,
}

/// What the attributes of a field say.
#[derive(Default)]
struct Said {
    kind: Option<Kind>,
    label: Option<Located<Label>>,
    tag: Option<Located<i128>>,
    tags: Option<Located<Vec<i128>>>,
    packed: Option<Located<bool>>,
    default: Option<Setting>,
}

/// Adds to the fields of a message what prost's attributes say; the answer is whether there are some.
pub(super) fn fields(
    declared: &syn::Fields,
    fields: &mut Fields,
    runtime: &TokenStream,
    reader: &mut Reader,
) -> bool {
    let (mut any, mut next) = (false, 1);
    for (declared, field) in declared.iter().zip(&mut fields.fields) {
        let faults = reader.found.len();
        let Some(said) = read(&declared.attrs, field.at, reader) else {
            field.faulty |= reader.found.len() > faults;
            continue;
        };
        any = true;
        let at = field.at;
        let own = label(&field.selector);
        rename(&mut field.says, &own, name::field(&own), at);
        place(field, &said, next, reader);
        let here = Here { at, runtime };
        let shape = value(&mut field.says, &declared.ty, said, here, reader);
        field.ty.shape = shape;
        field.faulty |= reader.found.len() > faults;
        let numbers = field.oneof.iter().flat_map(|oneof| &oneof.numbers);
        let numbers = numbers.map(|one| one.number).chain(field.number);
        // Without a tag, a field has the number behind the one before it.
        next = numbers.map(|one| one.value + 1).max().unwrap_or(next);
    }
    any
}

/// Adds to the variants of a oneof what prost's attributes say; the answer is whether there are some.
pub(super) fn variants(
    data: &DataEnum,
    variants: &mut [Variant],
    runtime: &TokenStream,
    reader: &mut Reader,
) -> bool {
    let mut any = false;
    for (declared, variant) in data.variants.iter().zip(variants) {
        let faults = reader.found.len();
        let Some(said) = read(&declared.attrs, variant.at, reader) else {
            variant.faulty |= reader.found.len() > faults;
            continue;
        };
        any = true;
        let at = variant.at;
        let own = names::plain(&variant.ident);
        rename(&mut variant.says, &own, name::variant(&own), at);
        if let Some(tag) = said.tag {
            reader.once(&mut variant.number, "number", tag.at, Some(tag.value));
        }
        let payload = declared
            .fields
            .iter()
            .zip(&mut variant.fields.fields)
            .next();
        if let Some((declared, field)) = payload {
            let said = Said {
                // A oneof has one value or none, and no label says more.
                label: Some(Located::new(Label::Required, at)),
                ..said
            };
            let here = Here { at, runtime };
            field.ty.shape = value(&mut variant.says, &declared.ty, said, here, reader);
            variant.says.explicit = None;
        }
        variant.faulty |= reader.found.len() > faults;
    }
    any
}

/// What the attributes of one field say; nothing where it has none of prost's.
fn read(attributes: &[syn::Attribute], at: At, reader: &mut Reader) -> Option<Said> {
    let settings = keys::settings(attributes, reader);
    if settings.is_empty() {
        return None;
    }
    let (mut said, mut kind_at, mut faulty) = (Said::default(), None, false);
    for setting in settings {
        let (name, at) = (setting.name.as_str(), setting.at);
        match name {
            "boxed" => {
                setting.alone(reader);
            }
            "default" => match &said.default {
                None => said.default = Some(setting),
                Some(first) => {
                    let twice = duplicate_attribute::diagnostic(name, at, first.at);
                    reader.report(twice);
                }
            },
            "optional" | "repeated" | "required" => {
                if setting.alone(reader) {
                    let label = match name {
                        "optional" => Label::Optional,
                        "repeated" => Label::Repeated,
                        _ => Label::Required,
                    };
                    reader.once(&mut said.label, name, at, Some(label));
                }
            }
            "packed" => {
                let packed = setting.truth(reader);
                reader.once(&mut said.packed, name, at, Some(packed));
            }
            "tag" => {
                let (tag, at) = (setting.tag(reader), setting.value_at);
                reader.once(&mut said.tag, "number", at, tag);
            }
            "tags" => {
                let (tags, at) = (tags(&setting, reader), setting.value_at);
                reader.once(&mut said.tags, name, at, tags);
            }
            _ if KINDS.contains(&name) => match kind_at {
                Some(first) => {
                    reader.report(duplicate_attribute::diagnostic(name, at, first));
                }
                None => {
                    kind_at = Some(at);
                    said.kind = kind::of(&setting, reader);
                }
            },
            _ => {
                let known: Vec<&str> = KINDS.iter().chain(FIELD).copied().collect();
                keys::refuse(reader, &setting, "a field of prost's", &known);
                faulty = true;
            }
        }
    }
    if kind_at.is_none() && !faulty {
        let text =
            "`#[prost(…)]` does not say what the field is, as in `#[prost(string, tag = \"1\")]`";
        reader.report(attribute_syntax::diagnostic(at, text));
    }
    Some(said)
}

/// `tags = "4, 5"`.
fn tags(setting: &Setting, reader: &mut Reader) -> Option<Vec<i128>> {
    let text = setting.text();
    let numbers = text.as_ref().map(|text| {
        let parts = text.split(',').map(str::trim);
        parts
            .map(|part| part.parse().ok())
            .collect::<Option<Vec<_>>>()
    });
    if let Some(Some(numbers)) = numbers {
        return Some(numbers);
    }
    setting.refuse(reader, "the field numbers of a oneof", "tags = \"4, 5\"");
    None
}

/// What a field is called in Rust.
fn label(selector: &Selector) -> String {
    match selector {
        Selector::Named(ident) => names::plain(ident),
        Selector::Index(index) => index.to_string(),
    }
}

/// Names a field as its schema does, unless it says a name itself.
fn rename(says: &mut Says, own: &str, name: String, at: At) {
    if says.rename.is_none() && name != own {
        says.rename = Some(Located::new(name, at));
    }
}

/// Gives a field its number, or a oneof its numbers.
fn place(field: &mut raw::Field, said: &Said, next: i128, reader: &mut Reader) {
    let at = field.at;
    if !matches!(said.kind, Some(Kind::Oneof)) {
        let tag = said.tag.unwrap_or(Located::new(next, at));
        reader.once(&mut field.number, "number", tag.at, Some(tag.value));
        return;
    }
    let Some(tags) = &said.tags else {
        let how = "oneof = \"…\", tags = \"4, 5\"";
        reader.report(attribute_value::diagnostic(at, "oneof", "`tags`", how));
        return;
    };
    let numbers = tags.value.iter().map(|tag| OneofNumber {
        number: Located::new(*tag, tags.at),
        slot: None,
    });
    match &field.oneof {
        Some(first) => {
            reader.report(duplicate_attribute::diagnostic("oneof", tags.at, first.at));
        }
        None => {
            field.oneof = Some(Oneof {
                at: tags.at,
                numbers: numbers.collect(),
            });
        }
    }
}

/// Says of a value what its kind and its label do; the answer is its shape.
fn value(
    says: &mut Says,
    ty: &syn::Type,
    said: Said,
    here: Here<'_>,
    reader: &mut Reader,
) -> Shape {
    let Some(kind) = said.kind else {
        return Shape::Opaque;
    };
    let mut label = said.label.map(|label| label.value);
    let mut encoding = Encoding::Default;
    let mut is_packed = false;
    let element = match &kind {
        Kind::Scalar(scalar) => {
            (encoding, is_packed) = (scalar.encoding, scalar.is_packed());
            scalar.shape.clone()
        }
        Kind::Enumeration(path) => {
            is_packed = true;
            says.adapted = Some(wire::enumeration(ty, path));
            Shape::Enum
        }
        Kind::Message | Kind::Group => {
            if matches!(kind, Kind::Group) {
                encoding = Encoding::Group;
            }
            label = label.or(Some(Label::Optional));
            message(says, ty, here)
        }
        Kind::Map(key, value) => {
            label = None;
            let of = |encoding: Encoding| {
                (encoding != Encoding::Default).then(|| Located::new(encoding, here.at))
            };
            says.key = says.key.or(of(key.encoding));
            let shape = match &**value {
                Kind::Scalar(scalar) => {
                    says.value = says.value.or(of(scalar.encoding));
                    scalar.shape.clone()
                }
                Kind::Enumeration(path) => {
                    says.adapted = Some(wire::enumeration(ty, path));
                    Shape::Enum
                }
                _ => message(says, ty, here),
            };
            Shape::Map(Box::new(key.shape.clone()), Box::new(shape))
        }
        Kind::Oneof => {
            label = Some(Label::Optional);
            Shape::Opaque
        }
    };
    if encoding != Encoding::Default {
        says.encoding = says.encoding.or(Some(Located::new(encoding, here.at)));
    }
    if let Some(packed) = said.packed
        && is_packed
        && !packed.value
    {
        says.unpacked = says.unpacked.or(Some(packed.at));
    }
    if let Some(setting) = &said.default {
        match &says.default {
            Some(first) => {
                let twice = duplicate_attribute::diagnostic("default", setting.at, first.at);
                reader.report(twice);
            }
            None => says.default = default::of(setting, &kind, reader),
        }
    }
    match label {
        Some(Label::Optional) => Shape::Option(Box::new(element)),
        Some(Label::Repeated) => Shape::List(Box::new(element)),
        Some(Label::Required) => {
            // prost writes such a field always, and reads its default where it is absent.
            if !matches!(kind, Kind::Message | Kind::Group) && says.required.is_none() {
                says.explicit = said.label.map(|label| label.at);
            }
            element
        }
        None => element,
    }
}

/// Says of a message that it is held as the value in it, where it is; the answer is the shape of what is held.
fn message(says: &mut Says, ty: &syn::Type, here: Here<'_>) -> Shape {
    match wire::wrapper(ty, here) {
        Some((adapted, shape)) => {
            says.adapted = Some(adapted);
            shape
        }
        None => {
            says.message = true;
            Shape::Opaque
        }
    }
}
