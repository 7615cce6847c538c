//! The structs that stand for the fields of a variant.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::Expansion;
use crate::expand::generics::{free_name, needed};
use crate::expand::message;
use crate::model::{
    Dialect, Form, Generics, Item, Kind, Member, Param, ParamKind, Payload, Selector, Struct,
    Style, Variant,
};

impl Expansion<'_> {
    pub(super) fn payload_ident(&self, variant: &Variant) -> Ident {
        self.free(&format!("{}{}", self.item.ident, variant.ident))
    }

    /// A name that no type of the enum contains.
    pub(super) fn free(&self, base: &str) -> Ident {
        let types: Vec<_> = self
            .union
            .variants
            .iter()
            .flat_map(|variant| match &variant.payload {
                Payload::Unit => Vec::new(),
                Payload::Newtype(field) => vec![field.member.ty.clone()],
                Payload::Fields(fields) => fields
                    .declared()
                    .iter()
                    .map(|declared| declared.member().ty.clone())
                    .collect(),
            })
            .collect();
        let own = self.item.ident.to_token_stream();
        free_name(base, types.iter().chain([&own]))
    }

    pub(super) fn reference_ident(&self, variant: &Variant) -> Ident {
        self.free(&format!("{}{}Ref", self.item.ident, variant.ident))
    }

    /// The parameters that the fields of a variant need.
    pub(super) fn payload_generics(&self, variant: &Variant) -> Generics {
        match &variant.payload {
            Payload::Fields(fields) => {
                let declared = fields.declared();
                let types = declared.iter().map(|declared| &declared.member().ty);
                needed(&self.item.generics, types)
            }
            _ => Generics::default(),
        }
    }

    pub(super) fn payload_type(&self, variant: &Variant) -> TokenStream {
        let (ident, generics) = (self.payload_ident(variant), self.payload_generics(variant));
        if generics.is_empty() {
            return quote!(#ident);
        }
        let arguments = generics.arguments();
        quote!(#ident<#arguments>)
    }

    pub(super) fn payload_type_expr(&self, variant: &Variant) -> TokenStream {
        let ident = self.payload_ident(variant);
        quote!(#ident)
    }

    /// The pattern that takes a variant apart, and the borrowed payload made of the parts.
    pub(super) fn reference(
        &self,
        variant: &Variant,
        fields: &Struct,
    ) -> (TokenStream, TokenStream) {
        let (ident, reference) = (&variant.ident, self.reference_ident(variant));
        let declared = fields.declared();
        let parts: Vec<_> = declared
            .iter()
            .map(|declared| part(declared.member()))
            .collect();
        (
            quote!(Self::#ident { #(#parts),* }),
            quote!(#reference { #(#parts),* }),
        )
    }

    /// The structs of the variants that have fields, with their implementations.
    pub(super) fn payloads(&self) -> TokenStream {
        self.union
            .variants
            .iter()
            .filter_map(|variant| match &variant.payload {
                Payload::Fields(fields) => Some(self.payload(variant, fields)),
                _ => None,
            })
            .collect()
    }

    pub(super) fn payload(&self, variant: &Variant, fields: &Struct) -> TokenStream {
        let (ident, reference) = (self.payload_ident(variant), self.reference_ident(variant));
        let full_name = format!("{}.{}", self.item.full_name, variant.ident);
        let mut generics = self.payload_generics(variant);
        let owned = self.synthetic(&ident, &full_name, generics.clone(), fields.clone());
        for param in &mut generics.params {
            let (name, declaration) = (&param.name, &param.declaration);
            param.declaration = match param.kind {
                ParamKind::Lifetime if declaration.to_string().contains(':') => {
                    quote!(#declaration + '__payload)
                }
                ParamKind::Lifetime => quote!(#name: '__payload),
                ParamKind::Type if declaration.to_string().contains(':') => {
                    quote!(#declaration + '__payload)
                }
                ParamKind::Type => quote!(#name: '__payload),
                ParamKind::Const => declaration.clone(),
            };
        }
        if !fields.declared().is_empty() {
            let payload = Param {
                kind: ParamKind::Lifetime,
                name: quote!('__payload),
                declaration: quote!('__payload),
            };
            generics.params.insert(0, payload);
        }
        let borrowed = self.synthetic(&reference, &full_name, generics, fields.clone());
        let owned_definition = definition(&owned, &TokenStream::new());
        let borrowed_definition = definition(&borrowed, &quote!(&'__payload));
        let owned_impls = message::expand(&owned, self.path);
        let borrowed_impls =
            message::expand_reference(&borrowed, &self.payload_type(variant), self.path);
        quote!(#owned_definition #owned_impls #borrowed_definition #borrowed_impls)
    }

    pub(super) fn synthetic(
        &self,
        ident: &Ident,
        full_name: &str,
        generics: Generics,
        fields: Struct,
    ) -> Item {
        Item {
            ident: ident.clone(),
            docs: Vec::new(),
            vis: TokenStream::new(),
            attributes: TokenStream::new(),
            define: self.item.define,
            generics,
            crate_path: self.item.crate_path.clone(),
            full_name: full_name.to_owned(),
            version: 0,
            aliases: Vec::new(),
            json: Dialect::Native,
            form: Form::Plain,
            extensions: Vec::new(),
            message_set: false,
            serde: false,
            hooks: Vec::new(),
            accepts: Vec::new(),
            upgrade: None,
            prost: false,
            gathers_oneofs: false,
            deprecated: false,
            kind: Kind::Struct(fields),
        }
    }
}

/// A member in a pattern, or in an expression that makes a value of the bindings. They are called by position, so that no
/// field's name hides a parameter.
pub(super) fn part(member: &Member) -> TokenStream {
    let (selector, binding) = (&member.selector, binding(member));
    quote!(#selector: #binding)
}

/// What a member is called in a pattern.
pub(super) fn binding(member: &Member) -> Ident {
    format_ident!("f{}", member.position + 1)
}

/// The definition of a payload's struct, with `mark` before each type.
pub(super) fn definition(item: &Item, mark: &TokenStream) -> TokenStream {
    let Kind::Struct(fields) = &item.kind else {
        return TokenStream::new();
    };
    let ident = &item.ident;
    let params = if item.generics.is_empty() {
        TokenStream::new()
    } else {
        let declarations = item.generics.declarations();
        quote!(<#declarations>)
    };
    let predicates = &item.generics.predicates;
    let predicates = (!predicates.is_empty()).then(|| quote!(where #predicates));
    let declared = fields.declared();
    let members = declared.iter().map(|declared| {
        let (member, ty) = (declared.member(), &declared.member().ty);
        match (&member.selector, fields.style) {
            (Selector::Named(name), Style::Named) => quote!(#name: #mark #ty,),
            _ => quote!(#mark #ty,),
        }
    });
    match fields.style {
        Style::Tuple => quote!(struct #ident #params (#(#members)*) #predicates;),
        _ => quote!(struct #ident #params #predicates { #(#members)* }),
    }
}
