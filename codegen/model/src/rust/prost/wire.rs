//! The type that a field is on the wires, where prost holds it as another.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, PathArguments, Type, TypePath};

use super::Here;
use crate::model::{Adapted, Adaptor, Int, Shape};

/// A field of an enum.
pub(super) fn enumeration(ty: &Type, path: &TokenStream) -> Adapted {
    Adapted {
        ty: replaced(ty, path),
        adaptor: Adaptor::Enumeration(path.clone()),
    }
}

/// A field of a message that prost holds as the value in it, and the shape of that value; nothing for another message.
pub(super) fn wrapper(ty: &Type, here: Here<'_>) -> Option<(Adapted, Shape)> {
    let int = |signed, bits| Shape::Int(Int { signed, bits });
    let (message, shape) = match element(ty) {
        Type::Tuple(tuple) if tuple.elems.is_empty() => (quote!(Empty), Shape::Opaque),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            match (last.ident.to_string().as_str(), &last.arguments) {
                ("bool", PathArguments::None) => (quote!(BoolValue), Shape::Bool),
                ("i32", PathArguments::None) => (quote!(Int32Value), int(true, 32)),
                ("i64", PathArguments::None) => (quote!(Int64Value), int(true, 64)),
                ("u32", PathArguments::None) => (quote!(UInt32Value), int(false, 32)),
                ("u64", PathArguments::None) => (quote!(UInt64Value), int(false, 64)),
                ("f32", PathArguments::None) => (quote!(FloatValue), Shape::Float(32)),
                ("f64", PathArguments::None) => (quote!(DoubleValue), Shape::Float(64)),
                ("String", PathArguments::None) => (quote!(StringValue), Shape::String),
                ("Vec", _) if is_bytes(element(ty)) => (quote!(BytesValue), Shape::Bytes),
                // Alone it may be the name of a message, too.
                ("Bytes", PathArguments::None) if is_of(path, "bytes") => {
                    (quote!(BytesValue), Shape::Bytes)
                }
                _ => return None,
            }
        }
        _ => return None,
    };
    let runtime = here.runtime;
    let adapted = Adapted {
        ty: replaced(ty, &quote!(#runtime::wkt::#message)),
        adaptor: Adaptor::Wrapper,
    };
    Some((adapted, shape))
}

/// Whether the last name of a path is in a module of this name.
fn is_of(path: &TypePath, module: &str) -> bool {
    let module_of = path.path.segments.iter().rev().nth(1);
    module_of.is_some_and(|one| one.ident == module)
}

/// Whether a type is a list of `u8`.
fn is_bytes(ty: &Type) -> bool {
    let is_byte = |ty: &Type| matches!(ty, Type::Path(path) if path.path.is_ident("u8"));
    matches!(inner(ty), Some(element) if is_byte(element))
}

/// What a type holds: the last of its arguments, if it is an `Option`, a box, a list or a map.
fn inner(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let holds = ["Option", "Box", "Vec", "HashMap", "BTreeMap"];
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    if !holds.iter().any(|one| last.ident == *one) {
        return None;
    }
    let types = arguments.args.iter().filter_map(|one| match one {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types
        .take(if last.ident.to_string().ends_with("Map") {
            2
        } else {
            1
        })
        .last()
}

/// One value of a field's type; a list of `u8` is one.
fn element(ty: &Type) -> &Type {
    match inner(ty) {
        Some(held) if !is_bytes(ty) => element(held),
        _ => ty,
    }
}

/// The type with another one for its element.
fn replaced(ty: &Type, by: &TokenStream) -> TokenStream {
    let held = inner(ty).filter(|_| !is_bytes(ty));
    let (Some(held), Type::Path(path)) = (held, ty) else {
        return by.clone();
    };
    let mut path = path.clone();
    let last = path.path.segments.last_mut();
    if let Some(PathArguments::AngleBracketed(arguments)) = last.map(|last| &mut last.arguments) {
        let types = arguments.args.iter_mut().filter_map(|one| match one {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        });
        // A key may be of the same type as its value.
        if let Some(place) = types.filter(|one| **one == *held).last() {
            *place = Type::Verbatim(replaced(held, by));
        }
    }
    quote!(#path)
}
