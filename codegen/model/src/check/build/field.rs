//! Checked fields.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::accept;
use crate::check::view::{Field, Role};
use crate::check::{literal, number_range, rule_value, version_range};
use crate::model::field::Role as Place;
use crate::model::raw::{self, Says};
use crate::model::{self, Default, Diagnostic, Literal, Member, OneofNumber, Shape, Skipped, name};

pub(super) fn checked(
    raw: &raw::Field,
    says: &Says,
    position: usize,
    name: &str,
    role: Place,
) -> Result<model::Field, Diagnostic> {
    let json_name = match &says.json_name {
        Some(json_name) => json_name.value.clone(),
        None => name::json_name(name),
    };
    let shape = raw.ty.shape.clone();
    let since = says
        .since
        .map(|since| version_range::number("since", since));
    Ok(model::Field {
        member: member(raw, position),
        name: name.to_owned(),
        aliases: aliases(says, name, &json_name),
        json_name,
        role,
        required: says.required.is_some(),
        default: says.default.as_ref().map(|default| Default {
            expr: expression(default, &shape),
            literal: default
                .literal
                .as_ref()
                .and_then(|value| literal::fit(value, shape.present())),
        }),
        encoding: says.encoding.map(|one| one.value).unwrap_or_default(),
        key: says.key.map(|one| one.value).unwrap_or_default(),
        value: says.value.map(|one| one.value).unwrap_or_default(),
        packed: says.unpacked.is_none(),
        with: says.with.as_ref().map(|with| with.value.clone()),
        adapted: says.adapted.clone().filter(|_| says.with.is_none()),
        message: says.message,
        explicit: says.explicit.is_some(),
        was: says.was.iter().map(was).collect(),
        since: since.transpose()?,
        rules: rule_value::all(&says.rules, &shape)?,
        hooks: says.hooks.iter().map(|hook| hook.value.clone()).collect(),
        accepts: accept::all(&says.accepts),
        deprecated: raw.deprecated,
        shape,
    })
}

fn was(was: &raw::Was) -> model::Was {
    model::Was {
        ty: was.ty.tokens.clone(),
        with: was.with.value.clone(),
    }
}

pub(super) fn member(raw: &raw::Field, position: usize) -> Member {
    Member {
        selector: raw.selector.clone(),
        ty: raw.ty.tokens.clone(),
        vis: raw.vis.clone(),
        docs: raw.docs.clone(),
        attributes: raw.attributes.clone(),
        position,
    }
}

/// The number and the slot, or the numbers and slots, of a field.
pub(super) fn place(field: &Field<'_>) -> Result<Place, Diagnostic> {
    let mut numbers = Vec::new();
    for one in &field.numbers {
        numbers.push(OneofNumber {
            number: number_range::field(one.number)?,
            slot: number_range::slot(one.slot)?,
        });
    }
    numbers.sort_by_key(|one| one.slot);
    Ok(match (field.role, numbers.as_slice()) {
        (Role::Plain, [OneofNumber { number, slot }]) => Place::Plain {
            number: *number,
            slot: *slot,
        },
        (Role::Oneof, _) => Place::Oneof(numbers),
        (Role::Flatten, _) => Place::Flatten,
        _ => Place::Inner,
    })
}

pub(super) fn skipped(fields: &raw::Fields) -> Vec<Skipped> {
    let fields = fields.fields.iter().enumerate();
    fields
        .filter(|(_, field)| field.skip.is_some())
        .map(|(position, field)| Skipped {
            member: member(field, position),
            default: field
                .says
                .default
                .as_ref()
                .map(|default| expression(default, &field.ty.shape)),
        })
        .collect()
}

/// The expression of a `default`; an integer for a float is written as a float.
fn expression(default: &raw::Default, shape: &Shape) -> TokenStream {
    let (Some(Literal::Int(_)), Shape::Float(_)) = (&default.literal, shape.present()) else {
        return default.expr.clone();
    };
    let Some(Literal::Float(value)) = default
        .literal
        .as_ref()
        .and_then(|literal| literal::fit(literal, shape.present()))
    else {
        return default.expr.clone();
    };
    let span = default.expr.clone().into_iter().next();
    let span = span.map_or_else(Span::call_site, |token| token.span());
    let mut number = proc_macro2::Literal::f64_unsuffixed(value.abs());
    number.set_span(span);
    let minus = (value < 0.0).then(|| quote_spanned!(span=> -));
    quote!(#minus #number)
}

/// The aliases that are not the field's names anyway, each once.
pub(super) fn aliases(says: &Says, name: &str, json_name: &str) -> Vec<String> {
    let mut aliases: Vec<String> = Vec::new();
    for alias in &says.aliases {
        let alias = &alias.value;
        if alias != name && alias != json_name && !aliases.contains(alias) {
            aliases.push(alias.clone());
        }
    }
    aliases
}
