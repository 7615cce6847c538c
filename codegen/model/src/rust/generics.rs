//! Generic parameters.

use quote::{ToTokens, quote};
use syn::GenericParam;

use crate::model::{Generics, Param, ParamKind};

pub(super) fn lower(generics: &syn::Generics) -> Generics {
    let params = generics.params.iter().map(|param| match param {
        GenericParam::Lifetime(lifetime) => {
            let (name, bounds) = (&lifetime.lifetime, &lifetime.bounds);
            let colon = (!bounds.is_empty()).then(|| quote!(:));
            Param {
                kind: ParamKind::Lifetime,
                name: name.to_token_stream(),
                declaration: quote!(#name #colon #bounds),
            }
        }
        GenericParam::Type(ty) => {
            let (name, bounds) = (&ty.ident, &ty.bounds);
            let colon = (!bounds.is_empty()).then(|| quote!(:));
            Param {
                kind: ParamKind::Type,
                name: name.to_token_stream(),
                declaration: quote!(#name #colon #bounds),
            }
        }
        GenericParam::Const(constant) => {
            let (name, ty) = (&constant.ident, &constant.ty);
            Param {
                kind: ParamKind::Const,
                name: name.to_token_stream(),
                declaration: quote!(const #name: #ty),
            }
        }
    });
    let predicates = generics.where_clause.as_ref().map(|clause| {
        let predicates = clause.predicates.iter();
        quote!(#(#predicates,)*)
    });
    Generics {
        params: params.collect(),
        predicates: predicates.unwrap_or_default(),
    }
}
