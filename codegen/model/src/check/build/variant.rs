//! Checked variants.

use super::{accept, field, message};
use crate::check::view::{Payload as Declared, View, payload};
use crate::check::{number_range, version_range};
use crate::model::field::Role as Place;
use crate::model::raw::{self, Says};
use crate::model::{Diagnostic, Other, Payload, SkippedVariant, Value, Variant, name};

pub(super) fn values(view: &View<'_>) -> Result<Vec<Value>, Diagnostic> {
    let mut values = Vec::new();
    for one in &view.variants {
        let Some(number) = one.number else { continue };
        let says = &one.raw.says;
        values.push(Value {
            ident: one.raw.ident.clone(),
            number: number_range::value(number)?,
            name: one.name.clone(),
            is_named: says.rename.is_some(),
            aliases: field::aliases(says, &one.name, &one.name),
            deprecated: one.raw.deprecated,
            since: since(says)?,
            accepts: accept::all(&says.accepts),
            docs: one.raw.docs.clone(),
            attributes: one.raw.attributes.clone(),
            position: one.position,
        });
    }
    Ok(values)
}

pub(super) fn variants(view: &View<'_>) -> Result<Vec<Variant>, Diagnostic> {
    let mut variants = Vec::new();
    for one in &view.variants {
        let Some(number) = one.number else { continue };
        let says = &one.raw.says;
        let json_name = match &says.json_name {
            Some(json_name) => json_name.value.clone(),
            None => name::json_name(&one.name),
        };
        variants.push(Variant {
            ident: one.raw.ident.clone(),
            number: number_range::field(number)?,
            name: one.name.clone(),
            aliases: field::aliases(says, &one.name, &json_name),
            json_name,
            deprecated: one.raw.deprecated,
            since: since(says)?,
            accepts: accept::all(&says.accepts),
            docs: one.raw.docs.clone(),
            attributes: one.raw.attributes.clone(),
            position: one.position,
            payload: held(one.raw, &one.name)?,
        });
    }
    variants.sort_by_key(|variant| variant.number);
    Ok(variants)
}

fn held(variant: &raw::Variant, name: &str) -> Result<Payload, Diagnostic> {
    Ok(match payload(variant) {
        Declared::Unit => Payload::Unit,
        Declared::Newtype(inner) => {
            let field = field::checked(inner, &variant.says, 0, name, Place::Inner)?;
            Payload::Newtype(Box::new(field))
        }
        Declared::Fields => {
            let case = variant.rename_all.map(|case| case.value);
            let layout = variant.msgpack.map(|layout| layout.value);
            Payload::Fields(message(&variant.fields, &variant.reserved, case, layout)?)
        }
    })
}

fn since(says: &Says) -> Result<Option<u32>, Diagnostic> {
    let since = says
        .since
        .map(|since| version_range::number("since", since));
    since.transpose()
}

pub(super) fn other(variants: &[raw::Variant]) -> Option<Other> {
    let mut variants = variants.iter().enumerate();
    let (position, variant) = variants.find(|(_, variant)| variant.other.is_some())?;
    let held = variant.fields.fields.first()?;
    Some(Other {
        ident: variant.ident.clone(),
        ty: held.ty.tokens.clone(),
        docs: variant.docs.clone(),
        attributes: variant.attributes.clone(),
        position,
    })
}

pub(super) fn skipped(variants: &[raw::Variant]) -> Vec<SkippedVariant> {
    let variants = variants.iter().enumerate();
    variants
        .filter(|(_, variant)| variant.skip.is_some())
        .map(|(position, variant)| SkippedVariant {
            ident: variant.ident.clone(),
            position,
        })
        .collect()
}
