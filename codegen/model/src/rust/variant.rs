//! Variants.

use syn::DataEnum;

use super::container::{LAYOUTS, docs, is_deprecated, style};
use super::known::{Level, refuse};
use super::setting::{self, Setting};
use super::{Reader, field, reserved, says, shape, value};
use crate::check::discriminant;
use crate::model::raw::{Fields, Variant};
use crate::model::{Literal, Located, RenameAll, name};

pub(super) fn lower_all(
    data: &DataEnum,
    parameters: &shape::Parameters,
    reader: &mut Reader,
) -> Vec<Variant> {
    let mut variants: Vec<Variant> = Vec::new();
    for variant in &data.variants {
        variants.push(lower(variant, parameters, reader));
    }
    if variants.iter().all(|variant| variant.number.is_none()) {
        discriminants(data, &mut variants, reader);
    }
    variants
}

fn lower(variant: &syn::Variant, parameters: &shape::Parameters, reader: &mut Reader) -> Variant {
    let faults = reader.found.len();
    let at = reader.at(variant.ident.span());
    let mut lowered = Variant::new(variant.ident.clone(), at);
    for setting in setting::of_attributes(&variant.attrs, reader) {
        take(&mut lowered, &setting, reader);
    }
    lowered.fields = match &variant.fields {
        syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            newtype(&mut lowered, &variant.fields, parameters, reader)
        }
        fields => field::lower_all(fields, parameters, reader),
    };
    lowered.docs = docs(&variant.attrs);
    lowered.deprecated = is_deprecated(&variant.attrs);
    lowered.faulty = reader.found.len() > faults;
    lowered
}

/// The one field of a variant: what it says is said of the variant's payload, unless it has a
/// place of its own among the fields of a message.
fn newtype(
    variant: &mut Variant,
    fields: &syn::Fields,
    parameters: &shape::Parameters,
    reader: &mut Reader,
) -> Fields {
    let mut lowered = Vec::new();
    for (index, one) in fields.iter().enumerate() {
        let mut settings = setting::of_attributes(&one.attrs, reader);
        if !settings.iter().any(field::is_of_place) {
            for setting in settings.drain(..) {
                if !says::apply(&mut variant.says, &setting, reader) {
                    refuse(reader, Level::Field, &setting);
                }
            }
        }
        lowered.push(field::lower(one, index, &settings, parameters, reader));
    }
    Fields {
        style: style(fields),
        fields: lowered,
    }
}

fn take(variant: &mut Variant, setting: &Setting, reader: &mut Reader) {
    let (name, at) = (setting.name.as_str(), setting.at);
    match name {
        "number" => {
            let value = setting.integer(reader);
            reader.once(&mut variant.number, name, at, value);
        }
        "other" | "skip" => {
            if setting.alone(reader) {
                let kept = match name {
                    "other" => &mut variant.other,
                    _ => &mut variant.skip,
                };
                reader.flag(kept, name, at);
            }
        }
        "rename_all" => {
            let value = setting.word(reader, RenameAll::ALL);
            reader.once(&mut variant.rename_all, name, at, value);
        }
        "msgpack" => {
            let value = setting.word(reader, LAYOUTS);
            reader.once(&mut variant.msgpack, name, at, value);
        }
        "reserved" => variant.reserved.extend(reserved::lower(setting, reader)),
        "default" | "required" | "was" => refuse(reader, Level::Variant, setting),
        _ => {
            if !says::apply(&mut variant.says, setting, reader) {
                refuse(reader, Level::Variant, setting);
            }
        }
    }
}

/// Rust's own numbers, which count where no variant has one of ours.
fn discriminants(data: &DataEnum, variants: &mut [Variant], reader: &mut Reader) {
    for (variant, lowered) in data.variants.iter().zip(variants) {
        let Some((_, expr)) = &variant.discriminant else {
            continue;
        };
        let at = reader.at_all(&expr);
        match value::literal(expr) {
            Some(Literal::Int(number)) => lowered.discriminant = Some(Located::new(number, at)),
            _ => {
                reader.report(discriminant::diagnostic(at, &name::plain(&lowered.ident)));
                lowered.faulty = true;
            }
        }
    }
}
