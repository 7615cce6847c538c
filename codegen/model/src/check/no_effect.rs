//! `no-effect`: an attribute has nothing to act on where it stands.
//!
//! A skipped field is on no wire, so that a number or a rule does nothing; a variant without data
//! has no value to encode; a newtype has no field that could be absent. Whoever wrote the
//! attribute expected something of it, so it is not passed over.
//!
//! ```text
//! #[codec(skip, min_len = 1)]   // remove `min_len`
//! cache: String,
//! ```

use super::said;
use super::view::{Class, Field, Message, Payload, Role, View, payload};
use crate::model::raw::{self, Body};
use crate::model::{At, Diagnostic, Style, name};

pub(crate) const ID: &str = "no-effect";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    on_item(view, found);
    for message in &view.messages {
        on_fields(message, found);
    }
    match &view.item.body {
        Body::Struct(fields) if view.class == Class::Newtype => {
            for field in &fields.fields {
                on_newtype(field, found);
            }
        }
        Body::Struct(fields) if view.class == Class::Proxy => {
            for field in &fields.fields {
                let mut said = said::of_place(field);
                said.extend(said::of_name(&field.says));
                said.extend(said::of_value(&field.says));
                let label = super::view::label(field);
                report(
                    said,
                    &format!("`{label}`, whose type is another on every wire"),
                    found,
                );
            }
        }
        Body::Enum(variants) if view.class != Class::Proxy => {
            for variant in variants {
                on_variant(variant, view.class, found);
            }
        }
        _ => {}
    }
}

fn report(said: Vec<(&'static str, At)>, on: &str, found: &mut Vec<Diagnostic>) {
    for (attribute, at) in said {
        let text = match attribute {
            "number" => format!("a number has no effect on {on}"),
            other => format!("`{other}` has no effect on {on}"),
        };
        let help = match attribute {
            "number" => "remove the number".to_owned(),
            other => format!("remove `{other}`"),
        };
        found.push(Diagnostic::new(ID, at, text).help(help));
    }
}

fn on_item(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let item = view.item;
    let owner = name::plain(&item.ident);
    let rename_all = item.rename_all.map(|case| ("rename_all", case.at));
    let msgpack = item.msgpack.map(|layout| ("msgpack", layout.at));
    let transparent = item.transparent.map(|at| ("transparent", at));
    let accepts = || item.accepts.iter().map(|one| ("accept", one.at));
    let upgrade = item.upgrade.as_ref().map(|path| ("upgrade", path.at));
    let reserved = || item.reserved.iter().map(|group| ("reserved", group.at));
    let mut said: Vec<(&'static str, At)> = Vec::new();
    let is_unit = matches!(&item.body, Body::Struct(fields) if fields.style == Style::Unit);
    let what = match view.class {
        Class::Message if is_unit => {
            said.extend(rename_all.into_iter().chain(upgrade));
            "which has no fields"
        }
        Class::Message => {
            if matches!(&item.body, Body::Struct(fields) if fields.style != Style::Named) {
                said.extend(rename_all);
            }
            "whose fields have no names"
        }
        Class::Newtype => {
            said.extend(rename_all.into_iter().chain(msgpack).chain(reserved()));
            said.extend(accepts());
            said.extend(upgrade);
            "which is its one inner value on every wire"
        }
        Class::Enum | Class::Union => {
            said.extend(msgpack.into_iter().chain(upgrade));
            "which is an enum"
        }
        Class::Proxy => {
            said.extend(rename_all.into_iter().chain(msgpack).chain(transparent));
            said.extend(reserved().chain(upgrade));
            said.extend(accepts());
            "which is another type on every wire"
        }
    };
    report(said, &format!("`{owner}`, {what}"), found);
}

fn on_fields(message: &Message<'_>, found: &mut Vec<Diagnostic>) {
    for field in &message.fields {
        let Field {
            raw, label, role, ..
        } = field;
        let mut said = said::of_place(raw);
        said.retain(|(name, _)| match role {
            Role::Skipped => *name != "skip",
            Role::Unknown => *name != "unknown",
            Role::Flatten => *name != "flatten",
            Role::Oneof => *name != "oneof",
            Role::Plain => false,
        });
        match role {
            Role::Plain => {}
            Role::Skipped => {
                said.extend(said::of_name(&raw.says));
                said.extend(
                    said::of_value(&raw.says)
                        .into_iter()
                        .filter(|(name, _)| *name != "default"),
                );
                report(
                    said,
                    &format!("`{label}`, which `skip` leaves off every wire"),
                    found,
                );
            }
            Role::Unknown => {
                said.extend(said::of_name(&raw.says));
                said.extend(said::of_value(&raw.says));
                report(
                    said,
                    &format!("`{label}`, which keeps unknown fields"),
                    found,
                );
            }
            Role::Flatten => {
                let kept = ["since", "validate"];
                said.extend(said::of_name(&raw.says));
                said.extend(said::of_value(&raw.says));
                said.retain(|(name, _)| !kept.contains(name));
                report(
                    said,
                    &format!("`{label}`, whose own fields are flattened"),
                    found,
                );
            }
            Role::Oneof => {
                let kept = [
                    "accept",
                    "rename",
                    "since",
                    "default",
                    "required",
                    "rule(required)",
                    "validate",
                ];
                said.extend(said::of_name(&raw.says));
                said.extend(said::of_value(&raw.says));
                said.retain(|(name, _)| !kept.contains(name));
                report(
                    said,
                    &format!("the oneof `{label}`, whose variants are the fields"),
                    found,
                );
            }
        }
    }
}

fn on_newtype(field: &raw::Field, found: &mut Vec<Diagnostic>) {
    let mut said = said::of_place(field);
    said.extend(said::of_name(&field.says));
    said.extend(said::of_value(&field.says));
    let label = super::view::label(field);
    if field.skip.is_some() {
        said.retain(|(name, _)| !["skip", "default"].contains(name));
        report(
            said,
            &format!("`{label}`, which `skip` leaves off every wire"),
            found,
        );
    } else {
        let refused = [
            "accept",
            "number",
            "slot",
            "oneof",
            "flatten",
            "unknown",
            "rename",
            "json_name",
            "alias",
            "since",
            "default",
            "required",
            "was",
        ];
        said.retain(|(name, _)| refused.contains(name));
        report(said, "the inner value of a newtype", found);
    }
}

fn on_variant(variant: &raw::Variant, class: Class, found: &mut Vec<Diagnostic>) {
    let label = name::plain(&variant.ident);
    let mut of_fields: Vec<(&'static str, At)> = Vec::new();
    of_fields.extend(variant.rename_all.map(|case| ("rename_all", case.at)));
    of_fields.extend(variant.msgpack.map(|layout| ("msgpack", layout.at)));
    of_fields.extend(variant.reserved.iter().map(|group| ("reserved", group.at)));
    let mut said: Vec<(&'static str, At)> = Vec::new();
    if variant.other.is_some() || variant.skip.is_some() {
        said.extend(variant.number.map(|number| ("number", number.at)));
        said.extend(said::of_name(&variant.says));
        said.extend(said::of_value(&variant.says));
        said.extend(of_fields);
        let on = if variant.other.is_some() {
            said.extend(variant.skip.map(|at| ("skip", at)));
            format!("`{label}`, which takes what the enum does not know")
        } else {
            format!("`{label}`, which `skip` leaves off every wire")
        };
        report(said, &on, found);
        return;
    }
    let values = said::of_value(&variant.says);
    let on = match payload(variant) {
        Payload::Newtype(_) => {
            said.extend(
                values
                    .into_iter()
                    .filter(|(name, _)| ["default", "required", "was"].contains(name)),
            );
            said.extend(of_fields);
            format!("the variant `{label}`, which holds one value")
        }
        Payload::Unit => {
            said.extend(values);
            said.extend(of_fields);
            if class == Class::Enum {
                said.extend(
                    variant
                        .says
                        .json_name
                        .as_ref()
                        .map(|name| ("json_name", name.at)),
                );
            }
            format!("the variant `{label}`, which holds no data")
        }
        Payload::Fields => {
            said.extend(values);
            if variant.fields.style != Style::Named {
                said.extend(variant.rename_all.map(|case| ("rename_all", case.at)));
            }
            format!("the variant `{label}`, which holds fields of its own")
        }
    };
    report(said, &on, found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{
        U32, at, field, found, int, item_enum, message, rule, tuple, variant,
    };
    use crate::model::{Encoding, Layout, RuleName, Shape};

    #[test]
    fn fields_off_the_wires_say_nothing_else() {
        let item = message([
            field("cache", U32)
                .numbered(2)
                .with(|field| field.skip = Some(field.at)),
            field("rest", Shape::UnknownFields)
                .numbered(3)
                .with(|field| field.unknown = Some(field.at)),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "a number has no effect on `cache`, which `skip` leaves off every wire\nhelp: remove the number",
                "a number has no effect on `rest`, which keeps unknown fields\nhelp: remove the number",
            ]
        );
    }

    #[test]
    fn oneofs_and_flattened_fields_have_fields_of_their_own() {
        let item = message([
            field("event", Shape::Opaque)
                .oneof([3, 4])
                .in_slot(2)
                .rules([
                    rule(RuleName::Required, raw::Argument::Nothing),
                    rule(RuleName::Gt, int(1)),
                ]),
            field("inner", Shape::Opaque)
                .numbered(1)
                .with(|field| field.flatten = Some(field.at)),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`slot` has no effect on the oneof `event`, whose variants are the fields\nhelp: remove `slot`",
                "`gt` has no effect on the oneof `event`, whose variants are the fields\nhelp: remove `gt`",
                "a number has no effect on `inner`, whose own fields are flattened\nhelp: remove the number",
            ]
        );
    }

    #[test]
    fn variants_say_what_they_hold() {
        let item = item_enum([
            variant("A").with(|variant| variant.says.encoding = Some(at(Encoding::Zigzag))),
            variant("B")
                .of(U32)
                .with(|variant| variant.says.required = Some(variant.at)),
            variant("C")
                .numbered(3)
                .with(|variant| variant.skip = Some(variant.at)),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`sint` has no effect on the variant `A`, which holds no data\nhelp: remove `sint`",
                "`required` has no effect on the variant `B`, which holds one value\nhelp: remove `required`",
                "a number has no effect on `C`, which `skip` leaves off every wire\nhelp: remove the number",
            ]
        );
    }

    #[test]
    fn a_converted_type_has_no_fields() {
        let item = message([field("a", U32).numbered(1)])
            .with(|item| item.into = Some(at(quote::quote!(Wire))));
        assert_eq!(
            found(check, &item),
            [
                "a number has no effect on `a`, whose type is another on every wire\nhelp: remove the number"
            ]
        );
    }

    #[test]
    fn newtypes_have_no_layout() {
        let item = tuple([U32]).with(|item| {
            item.msgpack = Some(at(Layout::Map));
            if let Body::Struct(fields) = &mut item.body {
                fields.fields[0].says.required = Some(fields.fields[0].at);
            }
        });
        assert_eq!(
            found(check, &item),
            [
                "`msgpack` has no effect on `Order`, which is its one inner value on every wire\nhelp: remove `msgpack`",
                "`required` has no effect on the inner value of a newtype\nhelp: remove `required`",
            ]
        );
    }
}
