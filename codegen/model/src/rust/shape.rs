//! The shape of a type, as far as its spelling shows.
//!
//! A name counts for what the standard library or Everwire calls so, unless a path says that it
//! comes from elsewhere (`chrono::Duration`) or it is a parameter of the item.

use std::collections::BTreeSet;

use syn::{GenericArgument, Generics, Path, PathArguments, PathSegment, Type};

use crate::model::{Int, Shape};

/// What a reference points to, where no wire can lend it: anything but text and bytes.
pub(super) fn not_lent(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Group(group) => not_lent(&group.elem),
        Type::Paren(paren) => not_lent(&paren.elem),
        Type::Reference(reference) => is_not_lent(&reference.elem).then_some(&*reference.elem),
        _ => None,
    }
}

/// Whether no wire lends such a value; one whose name may stand for text or bytes is left to the compiler.
fn is_not_lent(ty: &Type) -> bool {
    let none = Parameters(BTreeSet::new());
    match ty {
        Type::Group(group) => is_not_lent(&group.elem),
        Type::Paren(paren) => is_not_lent(&paren.elem),
        Type::Slice(slice) => {
            !matches!(none.shape(&slice.elem), Shape::Opaque) && !is_named(&slice.elem, "u8")
        }
        ty => !matches!(none.shape(ty), Shape::Opaque) && !is_named(ty, "str"),
    }
}

/// The names that stand for types which only a use of the item decides.
#[derive(Default)]
pub(super) struct Parameters(BTreeSet<String>);

impl Parameters {
    pub(super) fn new(generics: &Generics) -> Self {
        Parameters(
            generics
                .type_params()
                .map(|param| param.ident.to_string())
                .collect(),
        )
    }

    pub(super) fn shape(&self, ty: &Type) -> Shape {
        match ty {
            Type::Array(array) => self.sequence(&array.elem),
            Type::Slice(slice) => self.sequence(&slice.elem),
            Type::Reference(reference) => self.shape(&reference.elem),
            Type::Paren(paren) => self.shape(&paren.elem),
            Type::Group(group) => self.shape(&group.elem),
            Type::Tuple(tuple) if tuple.elems.is_empty() => Shape::Unit,
            Type::Tuple(_) => Shape::Message,
            Type::Path(path) if path.qself.is_none() => self.named(&path.path),
            _ => Shape::Opaque,
        }
    }

    fn sequence(&self, element: &Type) -> Shape {
        match self.shape(element) {
            Shape::Int(Int {
                signed: false,
                bits: 8,
            }) if is_named(element, "u8") => Shape::Bytes,
            Shape::Opaque if self.is_parameter(element) => Shape::Opaque,
            element => Shape::List(Box::new(element)),
        }
    }

    /// Whether the type is a parameter of the item, which may be `u8`.
    fn is_parameter(&self, ty: &Type) -> bool {
        match ty {
            Type::Paren(paren) => self.is_parameter(&paren.elem),
            Type::Group(group) => self.is_parameter(&group.elem),
            Type::Path(path) => {
                let ident = path.path.get_ident();
                ident.is_some_and(|ident| self.0.contains(&ident.to_string()))
            }
            _ => false,
        }
    }

    fn named(&self, path: &Path) -> Shape {
        let (Some(first), Some(last)) = (path.segments.first(), path.segments.last()) else {
            return Shape::Opaque;
        };
        let home = ["std", "core", "alloc", "everwire"]
            .iter()
            .any(|home| first.ident == *home);
        let name = last.ident.to_string();
        if (path.segments.len() > 1 && !home) || self.0.contains(&name) {
            return Shape::Opaque;
        }
        let int = |signed, bits| Shape::Int(Int { signed, bits });
        match (name.as_str(), types(last).as_slice()) {
            ("bool", []) => Shape::Bool,
            ("u8", []) => int(false, 8),
            ("u16", []) => int(false, 16),
            ("u32", []) => int(false, 32),
            ("u64" | "usize", []) => int(false, 64),
            ("u128", []) => int(false, 128),
            ("i8", []) => int(true, 8),
            ("i16", []) => int(true, 16),
            ("i32", []) => int(true, 32),
            ("i64" | "isize", []) => int(true, 64),
            ("i128", []) => int(true, 128),
            ("f32", []) => Shape::Float(32),
            ("f64", []) => Shape::Float(64),
            ("char", []) => Shape::Char,
            ("String" | "str", []) => Shape::String,
            ("Duration", []) => Shape::Duration,
            ("SystemTime", []) => Shape::Timestamp,
            ("UnknownFields", []) => Shape::UnknownFields,
            ("Option", [inner]) => Shape::Option(Box::new(self.shape(inner))),
            ("Vec", [element]) => self.sequence(element),
            ("Box" | "Rc" | "Arc" | "Cow", [inner]) => self.shape(inner),
            ("HashSet" | "BTreeSet", [element, ..]) => Shape::List(Box::new(self.shape(element))),
            ("HashMap" | "BTreeMap", [key, value, ..]) => {
                Shape::Map(Box::new(self.shape(key)), Box::new(self.shape(value)))
            }
            _ => Shape::Opaque,
        }
    }
}

fn is_named(ty: &Type, name: &str) -> bool {
    match ty {
        Type::Paren(paren) => is_named(&paren.elem, name),
        Type::Group(group) => is_named(&group.elem, name),
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.is_some_and(|last| last.ident == name)
        }
        _ => false,
    }
}

fn types(segment: &PathSegment) -> Vec<&Type> {
    match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => {
            let arguments = arguments.args.iter();
            let types = arguments.filter_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            });
            types.collect()
        }
        _ => Vec::new(),
    }
}
