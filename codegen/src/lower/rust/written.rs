//! A type of Rust as an option spells it: its tokens, and what it is.
//!
//! The names of the standard library, and `Uuid`, are known without a path; what serde knows is `everwire::serde::Foreign` of its type. Any
//! other name is that of a message or an enum, looked for as in a declaration: in the scopes around the field, from the innermost; one that
//! begins with a dot is a full name.

use everwire_model::model::{Int, Shape};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, PathArguments, Type};

use super::super::Lower;
use super::super::ty::Here;

/// A type, as it is written in the generated code.
pub(crate) struct Written {
    pub(crate) tokens: TokenStream,
    pub(crate) shape: Shape,
    pub(crate) form: Form,
}

/// What a type is on the wires, as far as protobuf goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Bool,
    Int(Int),
    Float32,
    Float64,
    Char,
    String,
    Bytes,
    /// A UUID of the crate `uuid`.
    Uuid,
    /// A type of serde's.
    Foreign,
    Unit,
    Duration,
    Timestamp,
    /// A message or an enum, by its full name.
    Named(String),
    Option(Box<Form>),
    List(Box<Form>),
    Map(Box<Form>, Box<Form>),
}

impl Written {
    fn new(tokens: TokenStream, shape: Shape, form: Form) -> Self {
        Written {
            tokens,
            shape,
            form,
        }
    }

    /// A sequence of these; of bytes, bytes.
    fn listed(tokens: TokenStream, element: Written, is_bytes: bool) -> Self {
        match is_bytes {
            true => Written::new(tokens, Shape::Bytes, Form::Bytes),
            false => Written::new(
                tokens,
                Shape::List(Box::new(element.shape)),
                Form::List(Box::new(element.form)),
            ),
        }
    }
}

const EXPECTED: &str =
    "write a type of the standard library that Everwire knows, or the name of a message or an enum";

/// What holds a type of serde's.
const FOREIGN: [&str; 3] = ["everwire", "serde", "Foreign"];

const EXPECTED_FOREIGN: &str = "write the path of the type that serde knows, such as `everwire::serde::Foreign<crate::Theme>`; a `type` of your own names any other";

impl Lower<'_> {
    pub(super) fn written(
        &self,
        ty: &Type,
        scope: &str,
        here: &mut Here<'_>,
    ) -> Result<Written, String> {
        match ty {
            Type::Paren(paren) => self.written(&paren.elem, scope, here),
            Type::Group(group) => self.written(&group.elem, scope, here),
            Type::Tuple(tuple) if tuple.elems.is_empty() => {
                Ok(Written::new(quote!(()), Shape::Unit, Form::Unit))
            }
            Type::Tuple(_) => Err(
                "name the message that the tuple is, and give it `(everwire.message).rust = TUPLE`"
                    .to_owned(),
            ),
            Type::Array(array) => {
                let syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Int(len),
                    ..
                }) = &array.len
                else {
                    return Err("write the length of the array as a number".to_owned());
                };
                let element = self.written(&array.elem, scope, here)?;
                let tokens = &element.tokens;
                let tokens = quote!([#tokens; #len]);
                let is_bytes = is_byte(&array.elem);
                Ok(Written::listed(tokens, element, is_bytes))
            }
            Type::Path(path) if path.qself.is_none() => self.written_path(&path.path, scope, here),
            _ => Err(EXPECTED.to_owned()),
        }
    }

    fn written_path(
        &self,
        path: &syn::Path,
        scope: &str,
        here: &mut Here<'_>,
    ) -> Result<Written, String> {
        let given = arguments(path);
        let known = path
            .segments
            .last()
            .filter(|_| path.leading_colon.is_none() && path.segments.len() == 1);
        let known = known.map(|own| own.ident.to_string());
        let own = known.as_deref().unwrap_or_default();
        if given.is_empty()
            && let Some(scalar) = self.written_scalar(own, here)
        {
            return Ok(scalar);
        }
        let one = |this: &Self, here: &mut Here<'_>| this.written(given[0], scope, here);
        match (own, given.as_slice()) {
            ("Option", [_]) => {
                let inner = one(self, here)?;
                let (option, tokens) = (self.standard("Option", here), &inner.tokens);
                Ok(Written::new(
                    quote!(#option<#tokens>),
                    Shape::Option(Box::new(inner.shape)),
                    Form::Option(Box::new(inner.form)),
                ))
            }
            ("Vec", [element]) => {
                let is_bytes = is_byte(element);
                let inner = one(self, here)?;
                let (vec, tokens) = (self.standard("Vec", here), &inner.tokens);
                Ok(Written::listed(quote!(#vec<#tokens>), inner, is_bytes))
            }
            ("Box", [_]) => {
                let inner = one(self, here)?;
                let (pointer, tokens) = (self.standard("Box", here), &inner.tokens);
                Ok(Written {
                    tokens: quote!(#pointer<#tokens>),
                    ..inner
                })
            }
            ("VecDeque" | "BTreeSet" | "HashSet", [_]) => {
                let inner = one(self, here)?;
                let (own, tokens) = (super::super::path::ident(own), &inner.tokens);
                let tokens = quote!(::std::collections::#own<#tokens>);
                Ok(Written::listed(tokens, inner, false))
            }
            ("BTreeMap" | "HashMap", [key, value]) => {
                let key = self.written(key, scope, here)?;
                let value = self.written(value, scope, here)?;
                let map = match own {
                    "BTreeMap" => self.standard("BTreeMap", here),
                    _ => quote!(::std::collections::HashMap),
                };
                let (key_tokens, value_tokens) = (&key.tokens, &value.tokens);
                Ok(Written::new(
                    quote!(#map<#key_tokens, #value_tokens>),
                    Shape::Map(Box::new(key.shape), Box::new(value.shape)),
                    Form::Map(Box::new(key.form), Box::new(value.form)),
                ))
            }
            (_, []) => self.written_name(path, scope, here),
            (_, [held]) if path.segments.iter().map(|part| &part.ident).eq(&FOREIGN) => {
                self.written_foreign(held)
            }
            _ => Err(EXPECTED.to_owned()),
        }
    }

    /// A type of serde's, by a path that means the same in every module.
    fn written_foreign(&self, held: &Type) -> Result<Written, String> {
        let path = match held {
            Type::Path(held) if held.qself.is_none() => &held.path,
            _ => return Err(EXPECTED_FOREIGN.to_owned()),
        };
        let is_plain = path.segments.iter().all(|part| part.arguments.is_none());
        let root = match path.segments.first() {
            Some(first) if first.ident == "self" || first.ident == "super" => None,
            Some(first) if first.ident == "crate" => Some(quote!()),
            _ if path.leading_colon.is_some() => Some(quote!()),
            _ => Some(quote!(::)),
        };
        let root = root
            .filter(|_| is_plain && path.segments.len() > 1)
            .ok_or(EXPECTED_FOREIGN)?;
        let runtime = self.crate_path();
        let tokens = quote!(#runtime::serde::Foreign<#root #path>);
        Ok(Written::new(tokens, Shape::Opaque, Form::Foreign))
    }

    fn written_scalar(&self, own: &str, here: &mut Here<'_>) -> Option<Written> {
        let int = |signed, bits| {
            let int = Int { signed, bits };
            let tokens = super::super::path::ident(own);
            Written::new(quote!(#tokens), Shape::Int(int), Form::Int(int))
        };
        Some(match own {
            "bool" => Written::new(quote!(bool), Shape::Bool, Form::Bool),
            "u8" => int(false, 8),
            "u16" => int(false, 16),
            "u32" => int(false, 32),
            "u64" | "usize" => int(false, 64),
            "u128" => int(false, 128),
            "i8" => int(true, 8),
            "i16" => int(true, 16),
            "i32" => int(true, 32),
            "i64" | "isize" => int(true, 64),
            "i128" => int(true, 128),
            "f32" => Written::new(quote!(f32), Shape::Float(32), Form::Float32),
            "f64" => Written::new(quote!(f64), Shape::Float(64), Form::Float64),
            "char" => Written::new(quote!(char), Shape::Char, Form::Char),
            "String" => Written::new(self.standard("String", here), Shape::String, Form::String),
            "Duration" => Written::new(
                quote!(::core::time::Duration),
                Shape::Duration,
                Form::Duration,
            ),
            "SystemTime" => Written::new(
                quote!(::std::time::SystemTime),
                Shape::Timestamp,
                Form::Timestamp,
            ),
            "Uuid" => Written::new(quote!(::uuid::Uuid), Shape::Opaque, Form::Uuid),
            _ => return None,
        })
    }

    fn written_name(
        &self,
        path: &syn::Path,
        scope: &str,
        here: &Here<'_>,
    ) -> Result<Written, String> {
        let parts: Vec<String> = path
            .segments
            .iter()
            .map(|part| everwire_model::model::name::plain(&part.ident))
            .collect();
        let own = parts.join(".");
        let mut scope = match path.leading_colon {
            Some(_) => String::new(),
            None => scope.to_owned(),
        };
        loop {
            let full_name = match scope.is_empty() {
                true => own.clone(),
                false => format!("{scope}.{own}"),
            };
            let tokens = self.named_type(&full_name, here);
            if !tokens.is_empty() {
                let shape = match self.is_enum(&full_name) {
                    true => Shape::Enum,
                    false => Shape::Message,
                };
                return Ok(Written::new(tokens, shape, Form::Named(full_name)));
            }
            match scope.rsplit_once('.') {
                Some((outer, _)) => scope = outer.to_owned(),
                None if scope.is_empty() => return Err(EXPECTED.to_owned()),
                None => scope = String::new(),
            }
        }
    }
}

fn arguments(path: &syn::Path) -> Vec<&Type> {
    let last = path.segments.last().map(|last| &last.arguments);
    let Some(PathArguments::AngleBracketed(arguments)) = last else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|one| match one {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

fn is_byte(ty: &Type) -> bool {
    match ty {
        Type::Paren(paren) => is_byte(&paren.elem),
        Type::Group(group) => is_byte(&group.elem),
        Type::Path(path) => path.path.is_ident("u8"),
        _ => false,
    }
}
