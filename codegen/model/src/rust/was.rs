//! `was(…)`.

use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Path, Token, Type};

use super::setting::{Setting, Value};
use super::{Reader, shape};
use crate::check::attribute_syntax;
use crate::model::Located;
use crate::model::raw::{self, Was};

const HOW: &str = "was(u32, with = some::path)";

/// A type that a field had before, and the function that converts it.
pub(super) fn lower(setting: &Setting, reader: &mut Reader) -> Option<Was> {
    let Value::List(tokens, _) = &setting.value else {
        setting.refuse(reader, "a type and the path of a function", HOW);
        return None;
    };
    let parser = |input: ParseStream<'_>| {
        let ty: Type = input.parse()?;
        if input.is_empty() {
            let text = "expected `with = …` after the type";
            return Err(syn::Error::new_spanned(&ty, text));
        }
        input.parse::<Token![,]>()?;
        let word: Ident = input.parse()?;
        if word != "with" {
            return Err(syn::Error::new(word.span(), "expected `with = …`"));
        }
        input.parse::<Token![=]>()?;
        let with: Path = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        Ok((ty, with))
    };
    match parser.parse2(tokens.clone()) {
        Ok((ty, with)) => {
            let (at, with_at) = (reader.at_all(&ty), reader.at_all(&with));
            let shape = shape::Parameters::default().shape(&ty);
            Some(Was {
                at: setting.at,
                ty: raw::Type::new(&ty, shape, at),
                with: Located::new(with.to_token_stream(), with_at),
            })
        }
        Err(_) if tokens.is_empty() => {
            setting.refuse(reader, "a type and the path of a function", HOW);
            None
        }
        Err(error) => {
            let at = reader.at(error.span());
            reader.report(attribute_syntax::diagnostic(at, &error.to_string()));
            None
        }
    }
}
