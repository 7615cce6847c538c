//! `#[prost(…)]`: what prost-build writes, as what `#[codec(…)]` would say of the same item.
//!
//! prost's derives give a type its place here: `keys` reads the words of an attribute, `kind` what a field is in protobuf,
//! `default` what it reads as; `apply` says that of the raw field. `#[codec(…)]` may stand beside it, and goes before it.
//! What prost-build writes has its meaning from prost-derive 0.14.

mod apply;
mod default;
mod derived;
mod keys;
mod kind;
mod name;
mod wire;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput};

use super::Reader;
use crate::check::prost_shape;
use crate::model::raw::{Body, Field, Item, Variant};
use crate::model::{At, Dialect, Located};
use derived::Derived;

/// The words on a type, none of which is about what stands on a wire.
const TYPE: &[&str] = &["prost_path", "skip_debug"];

/// Adds to a raw item what prost's attributes say of it.
pub(super) fn lower(input: &DeriveInput, item: &mut Item, reader: &mut Reader) {
    if is_numbered(&item.body) {
        return;
    }
    let derived = Derived::of(&input.attrs);
    for setting in keys::settings(&input.attrs, reader) {
        if !TYPE.contains(&setting.name.as_str()) {
            keys::refuse(reader, &setting, "a type of prost's", TYPE);
        }
    }
    let runtime = item.crate_path.as_ref().map(|path| path.value.clone());
    let runtime = runtime.unwrap_or_else(|| quote!(::everwire));
    let faults = reader.found.len();
    let has_fields = match (&input.data, &mut item.body) {
        (Data::Struct(data), Body::Struct(fields)) => {
            apply::fields(&data.fields, fields, &runtime, reader)
        }
        (Data::Enum(data), Body::Enum(variants)) => {
            apply::variants(data, variants, &runtime, reader)
        }
        _ => false,
    };
    item.faulty |= reader.found.len() > faults;
    if derived.is_none() && !has_fields {
        return;
    }
    let at = item.at;
    // They are types of `.proto` files.
    item.json.get_or_insert(Located::new(Dialect::Proto, at));
    item.gathers_oneofs = true;
    item.held_as_i32 = derived == Some(Derived::Enumeration);
    if let (Some(prost), true) = (item.prost, derived != Some(Derived::Enumeration)) {
        let owner = crate::model::name::plain(&item.ident);
        reader.report(prost_shape::derived(prost, &owner));
    }
}

/// Whether `#[codec(…)]` gives every field or variant its number: then it describes the whole, and prost's attributes are prost's affair.
fn is_numbered(body: &Body) -> bool {
    match body {
        Body::Struct(fields) => {
            let told = |field: &Field| {
                let oneof = field.oneof.is_some() || field.flatten.is_some();
                field.number.is_some() || oneof || field.skip.is_some() || field.unknown.is_some()
            };
            fields.fields.iter().any(|field| field.number.is_some())
                && fields.fields.iter().all(told)
        }
        Body::Enum(variants) => {
            let told = |variant: &Variant| variant.number.is_some() || variant.other.is_some();
            variants.iter().any(|variant| variant.number.is_some()) && variants.iter().all(told)
        }
    }
}

/// Whether one of prost's derives is seen.
pub(super) fn is_derived(attributes: &[syn::Attribute]) -> bool {
    Derived::of(attributes).is_some()
}

/// Whether one full name is that of what stands around the other: prost-build's `type_attribute` means nested types too.
pub(super) fn is_around(outer: &str, inner: &str) -> bool {
    let rest = inner.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Where a field stands, and the path of the runtime there.
#[derive(Clone, Copy)]
struct Here<'a> {
    at: At,
    runtime: &'a TokenStream,
}
