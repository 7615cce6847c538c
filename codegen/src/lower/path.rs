//! Paths in Rust: where a declaration of a schema lives.

use std::collections::HashMap;

use everwire_model::model::name;
use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::Parse;

use crate::render::Failure;

/// A type's place in the generated modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TypePath {
    /// The modules that it is in, from the outermost.
    pub(crate) modules: Vec<String>,
    /// Its own name.
    pub(crate) name: String,
}

impl TypePath {
    /// The path as it is written in the module `here`.
    pub(crate) fn from(&self, here: &[String]) -> TokenStream {
        let shared = self
            .modules
            .iter()
            .zip(here)
            .take_while(|(a, b)| a == b)
            .count();
        let mut path = TokenStream::new();
        for _ in shared..here.len() {
            path.extend(quote!(super::));
        }
        for module in &self.modules[shared..] {
            let module = ident(module);
            path.extend(quote!(#module::));
        }
        let name = ident(&self.name);
        path.extend(quote!(#name));
        path
    }
}

/// A Rust identifier of this text.
pub(super) fn ident(text: &str) -> Ident {
    name::ident(text, Span::call_site())
}

/// The name of a type, from that of a message, an enum, a oneof or a field.
pub(super) fn type_name(text: &str) -> String {
    legal(text.to_upper_camel_case(), "X")
}

/// The name of a module or a field.
pub(super) fn snake_name(text: &str) -> String {
    legal(text.to_snake_case(), "x")
}

/// Names of protobuf may be nothing but underscores, or an underscore and a number; and four words
/// are names in no form in Rust.
fn legal(text: String, fallback: &str) -> String {
    match text.as_str() {
        "self" | "Self" | "super" | "crate" => format!("{text}_"),
        _ if text.starts_with(|first: char| first.is_ascii_digit()) || text.is_empty() => {
            format!("{fallback}{text}")
        }
        _ => text,
    }
}

/// Packages and types that a path of the caller's stands for.
#[derive(Debug, Default)]
pub(crate) struct Extern {
    paths: Vec<(String, TokenStream)>,
    /// Types of the runtime, by full name, for which the caller has no path.
    provided: HashMap<String, TokenStream>,
}

impl Extern {
    /// The pairs of [`Options::extern_paths`](crate::Options::extern_paths).
    pub(super) fn new(pairs: &[(String, String)]) -> Result<Self, Failure> {
        let parsed = pairs.iter().map(|(name, path)| {
            Ok((
                name.trim_matches('.').to_owned(),
                parse::<syn::Path>(
                    path,
                    "extern_path",
                    "a Rust path, such as `::shop_types::v1`",
                )?,
            ))
        });
        let mut paths = parsed.collect::<Result<Vec<_>, Failure>>()?;
        paths.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Ok(Extern {
            paths,
            provided: HashMap::new(),
        })
    }

    /// With these types of the runtime, where the caller says nothing else.
    pub(super) fn with_provided(
        mut self,
        types: impl IntoIterator<Item = (String, TokenStream)>,
    ) -> Self {
        self.provided.extend(types);
        self
    }

    /// What stands for the type of this full name.
    pub(super) fn find(&self, full_name: &str) -> Option<TokenStream> {
        let own = self.paths.iter().find_map(|(name, path)| {
            let rest = full_name.strip_prefix(name.as_str())?;
            if rest.is_empty() {
                return Some(path.clone());
            }
            let rest = if name.is_empty() {
                rest
            } else {
                rest.strip_prefix('.')?
            };
            let (modules, own) = rest.rsplit_once('.').unwrap_or(("", rest));
            let modules = modules
                .split('.')
                .filter(|part| !part.is_empty())
                .map(|part| ident(&snake_name(part)));
            let own = ident(&type_name(own));
            Some(quote!(#path #(::#modules)* ::#own))
        });
        own.or_else(|| self.provided.get(full_name).cloned())
    }
}

/// Rust that a caller wrote in an option.
pub(super) fn parse<T: Parse + ToTokens>(
    text: &str,
    option: &str,
    expected: &str,
) -> Result<TokenStream, Failure> {
    syn::parse_str::<T>(text)
        .map(ToTokens::into_token_stream)
        .map_err(|error| {
            Failure::run(
                format!("`{text}`, given for `{option}`, cannot be parsed: {error}"),
                format!("write {expected}"),
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative() {
        let strings = |modules: &[&str]| {
            modules
                .iter()
                .map(|module| (*module).to_owned())
                .collect::<Vec<_>>()
        };
        for (modules, here, expected) in [
            (&["shop", "v1"][..], &["shop", "v1"][..], "Line"),
            (&["shop", "v1", "order"], &["shop", "v1"], "order :: Line"),
            (&["shop", "v1"], &["shop", "v1", "order"], "super :: Line"),
            (&["a", "type"], &["shop"], "super :: a :: r#type :: Line"),
            (&[], &["shop"], "super :: Line"),
        ] {
            let path = TypePath {
                modules: strings(modules),
                name: "Line".into(),
            };
            assert_eq!(path.from(&strings(here)).to_string(), expected);
        }
    }

    #[test]
    fn externs_stand_for_all_within() {
        let pairs = [
            (".google.protobuf".into(), "::wkt".into()),
            ("google.protobuf.Any".into(), "crate::Any".into()),
        ];
        let externs = Extern::new(&pairs).unwrap();
        let find = |name| externs.find(name).map(|path| path.to_string());
        assert_eq!(find("google.protobuf.Any"), Some("crate :: Any".into()));
        assert_eq!(
            find("google.protobuf.Struct.Inner"),
            Some(":: wkt :: r#struct :: Inner".into())
        );
        assert_eq!(find("google.protobufs.Any"), None);
        assert!(Extern::new(&[("a".into(), "1 + 1".into())]).is_err());
    }

    #[test]
    fn what_the_caller_says_goes_before_what_the_runtime_has() {
        let provided = ["google.protobuf.Any", "google.protobuf.Empty"]
            .map(|name| (name.to_owned(), quote!(::everwire::Provided)));
        let pairs = [("google.protobuf.Any".into(), "crate::Any".into())];
        let externs = Extern::new(&pairs).unwrap().with_provided(provided);
        let find = |name| externs.find(name).map(|path| path.to_string());
        assert_eq!(find("google.protobuf.Any"), Some("crate :: Any".into()));
        assert_eq!(
            find("google.protobuf.Empty"),
            Some(":: everwire :: Provided".into())
        );
        assert_eq!(find("google.protobuf.Empty.Inner"), None);
    }

    #[test]
    fn names_are_legal() {
        assert_eq!(
            (type_name("_1st"), snake_name("__"), type_name("HTTPRule")),
            ("X1st".into(), "x".into(), "HttpRule".into())
        );
        assert_eq!(
            (type_name("self"), snake_name("Super"), snake_name("type")),
            ("Self_".into(), "super_".into(), "type".into())
        );
    }
}
