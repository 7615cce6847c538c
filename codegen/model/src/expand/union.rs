//! Enums with data: a message with one oneof, or that oneof inside another message.
//!
//! A variant with fields is a message of its own: a struct of these fields is written beside the enum for reading, and one
//! that borrows them for writing.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::generics::{Headers, free_name, needed};
use super::told::Told;
use super::{message, rules, schema};
use crate::model::{
    Dialect, Generics, Item, Kind, Layout, Member, Param, ParamKind, Payload, Selector, Struct,
    Style, Union, Variant,
};

/// The implementations for an enum with data.
pub(super) fn expand(item: &Item, union: &Union, path: &TokenStream) -> TokenStream {
    let this = Expansion {
        item,
        union,
        path,
        headers: Headers::new(&item.ident, &item.generics, path),
    };
    let parts = [
        this.payloads(),
        this.codec(),
        this.validate(),
        this.union(),
        this.decode(),
        this.variants(),
    ];
    let tokens: TokenStream = parts.into_iter().collect();
    let has_payloads = union
        .variants
        .iter()
        .any(|variant| matches!(variant.payload, Payload::Fields(_)));
    if has_payloads {
        quote!(const _: () = { #tokens };)
    } else {
        tokens
    }
}

struct Expansion<'a> {
    item: &'a Item,
    union: &'a Union,
    path: &'a TokenStream,
    headers: Headers<'a>,
}

impl Expansion<'_> {
    fn told(&self) -> Told<'_> {
        Told {
            define: self.item.define,
            path: self.path,
        }
    }

    fn codec(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Codec", "Codec");
        let name = &self.item.full_name;
        let suffix = schema::suffix(self.item, &self.union.reserved, Layout::Array, path);
        let arguments = self.headers.schema_arguments();
        let table = self
            .union
            .variants
            .iter()
            .map(|variant| self.entry(variant));
        let arms = self.union.variants.iter().enumerate().map(|(index, variant)| {
            let pattern = any(variant);
            quote! {
                #pattern => { #path::Union::encode_payload(self, w, #path::Variant(#path::nth::<Self, #index>())); }
            }
        });
        let other =
            self.arms_without_number(&quote!({}), |name| quote!(#path::fail_skipped(w, #name)));
        let unknown = self.union.other.as_ref().map(|other| {
            let ident = &other.ident;
            quote! {
                fn unknown(&self) -> #path::Option<&#path::UnknownFields> {
                    match self {
                        Self::#ident(unknown) => Some(unknown),
                        _ => None,
                    }
                }
            }
        });
        let accepts = self.has_own().then(|| rules::accepts(path));
        quote! {
            #[automatically_derived]
            #header {
                const TYPE: #path::Type = #path::Type::Union(|| <Self as #path::Codec>::SCHEMA);
                const SCHEMA: &'static #path::Schema =
                    &#path::Schema::union(#name, &[#(#table),*]) #arguments #suffix;
                const ABSENT: bool = false;
                fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                    w.union(at, self);
                }
                fn encode_fields<__W: #path::Writer>(&self, w: &mut __W) {
                    match self {
                        #(#arms)*
                        #other
                    }
                }
                #unknown
                #accepts
            }
        }
    }

    /// A variant's entry in the table.
    fn entry(&self, variant: &Variant) -> TokenStream {
        let path = self.path;
        let (number, name) = (variant.number, &variant.name);
        let (ty, details) = match &variant.payload {
            Payload::Unit => (quote!(#path::Type::Unit), TokenStream::new()),
            Payload::Newtype(field) => {
                let mut inner = (**field).clone();
                inner.name.clone_from(name);
                inner.json_name.clone_from(name);
                (
                    schema::wire_type(field, path),
                    schema::details(&inner, path),
                )
            }
            Payload::Fields(_) => {
                let ty = self.payload_type(variant);
                (quote!(<#ty as #path::Codec>::TYPE), TokenStream::new())
            }
        };
        let json_name = (variant.json_name != *name).then(|| {
            let json_name = &variant.json_name;
            quote!(.with_json_name(#json_name))
        });
        let aliases = (!variant.aliases.is_empty()).then(|| {
            let aliases = &variant.aliases;
            quote!(.with_aliases(&[#(#aliases),*]))
        });
        let since = variant.since.map(|since| quote!(.with_since(#since)));
        quote!(#path::Field::variant(#number, #name, #ty) #details #json_name #aliases #since)
    }

    fn validate(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Validate", "Codec");
        let (checks, check_value) = (self.checks(), rules::check_value(path));
        let hooks = &self.item.hooks;
        quote! {
            #[automatically_derived]
            #header {
                #check_value
                fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                    let _ = &c;
                    #checks
                    #(c.hook(self, #hooks);)*
                }
            }
        }
    }

    /// Whether a variant has rules of its own.
    fn has_own(&self) -> bool {
        let variant_has = |variant: &Variant| match &variant.payload {
            Payload::Newtype(field) => rules::has_own(field),
            _ => false,
        };
        !self.item.hooks.is_empty() || self.union.variants.iter().any(variant_has)
    }

    /// The checks of the active variant.
    fn checks(&self) -> TokenStream {
        let path = self.path;
        let arms = self
            .union
            .variants
            .iter()
            .enumerate()
            .map(|(index, variant)| {
                let name = &variant.name;
                match &variant.payload {
                    Payload::Unit => None,
                    Payload::Newtype(field) => {
                        let ident = &variant.ident;
                        let selector = &field.member.selector;
                        let mut field = (**field).clone();
                        field.name.clone_from(name);
                        let value = match &field.with {
                            None => self.told().shared(&field.member.ty, quote!(value)),
                            Some(_) => quote!(value),
                        };
                        let check = rules::check(
                            &field,
                            &value,
                            &quote!(#path::nth::<Self, #index>()),
                            path,
                        );
                        let check = self.told().call(&field.member.ty, check);
                        Some(quote!(Self::#ident { #selector: value } => { #check }))
                    }
                    Payload::Fields(fields) => {
                        let (pattern, reference) = self.reference(variant, fields);
                        Some(quote!(#pattern => { c.descend(#name, &#reference); }))
                    }
                }
            });
        let arms: Vec<_> = arms.flatten().collect();
        if arms.is_empty() {
            return TokenStream::new();
        }
        quote! {
            #[allow(unreachable_patterns, reason = "every variant may have something to check")]
            match self {
                #(#arms)*
                _ => {}
            }
        }
    }

    fn union(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Union", "Codec");
        let numbers = self.union.variants.iter().map(|variant| {
            let (pattern, number) = (any(variant), variant.number);
            quote!(#pattern => #number,)
        });
        let no_number = self.arms_without_number(&quote!(0), |_| quote!(u32::MAX));
        let payloads = self.union.variants.iter().map(|variant| {
            let ident = &variant.ident;
            match &variant.payload {
                Payload::Unit => quote!(Self::#ident { .. } => w.unit(at),),
                Payload::Newtype(field) => {
                    let selector = &field.member.selector;
                    match &field.with {
                        None => {
                            let value = self.told().shared(&field.member.ty, quote!(value));
                            let encode = quote!(#path::Codec::encode(#value, w, at););
                            let encode = self.told().call(&field.member.ty, encode);
                            quote!(Self::#ident { #selector: value } => { #encode })
                        }
                        Some(with) => quote! {
                            Self::#ident { #selector: value } => { #path::Codec::encode(&#with::encode(value), w, at); }
                        },
                    }
                }
                Payload::Fields(fields) => {
                    let (pattern, reference) = self.reference(variant, fields);
                    quote!(#pattern => #path::Codec::encode(&#reference, w, at),)
                }
            }
        });
        let nothing =
            self.arms_without_number(&quote!({}), |name| quote!(#path::fail_skipped(w, #name)));
        quote! {
            #[automatically_derived]
            #header {
                fn number(&self) -> u32 {
                    match self {
                        #(#numbers)*
                        #no_number
                    }
                }
                fn encode_payload<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                    let _ = (&w, &at);
                    match self {
                        #(#payloads)*
                        #nothing
                    }
                }
            }
        }
    }

    fn decode(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.decoding("Decode");
        let verify = self
            .has_own()
            .then(|| quote!(#path::verify(r, || #path::Codec::accepts(&value));));
        quote! {
            #[automatically_derived]
            #header {
                fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                    let mut union = None;
                    r.union(at, &mut union)?;
                    let value: Self = #path::finish_required(r, union, "")?;
                    #verify
                    Ok(value)
                }
                fn merge<__R: #path::Reader<'__de>, __P: #path::Place>(
                    self,
                    r: &mut __R,
                    at: __P,
                ) -> #path::Result<Self, #path::Error> {
                    let mut union = Some(self);
                    r.union(at, &mut union)?;
                    let value: Self = #path::finish_required(r, union, "")?;
                    #verify
                    Ok(value)
                }
            }
        }
    }

    fn variants(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.decoding("Variants");
        let read = self
            .union
            .variants
            .iter()
            .enumerate()
            .map(|(index, variant)| {
                let ident = &variant.ident;
                let index = proc_macro2::Literal::usize_unsuffixed(index);
                match &variant.payload {
                    Payload::Unit => quote! {
                        #index => {
                            r.unit(at)?;
                            Ok(Self::#ident {})
                        }
                    },
                    Payload::Newtype(field) => {
                        let selector = &field.member.selector;
                        let ty = &field.member.ty;
                        let prior = self.told().prior(ty, quote!(prior));
                        let payload = self.told().call(ty, quote!(#path::payload(#prior, r, at)));
                        let value = match &field.with {
                            None => quote! {{
                                let prior = match prior {
                                    Some(Self::#ident { #selector: value }) => Some(value),
                                    _ => None,
                                };
                                #payload?
                            }},
                            Some(with) => quote!(#path::convert(r, at, #with::decode)?),
                        };
                        match selector {
                            Selector::Index(_) => quote!(#index => Ok(Self::#ident(#value)),),
                            Selector::Named(_) => {
                                quote!(#index => Ok(Self::#ident { #selector: #value }),)
                            }
                        }
                    }
                    Payload::Fields(fields) => {
                        let payload = self.payload_type_expr(variant);
                        let parts: Vec<_> = fields
                            .declared()
                            .iter()
                            .map(|declared| part(declared.member()))
                            .collect();
                        quote! {
                            #index => {
                                let prior = match prior {
                                    Some(Self::#ident { #(#parts),* }) => {
                                        Some(#payload { #(#parts),* })
                                    }
                                    _ => None,
                                };
                                let #payload { #(#parts),* } = #path::payload(prior, r, at)?;
                                Ok(Self::#ident { #(#parts),* })
                            }
                        }
                    }
                }
            });
        let own = self.union.variants.iter().enumerate().map(|(index, _)| {
            let index = proc_macro2::Literal::usize_unsuffixed(index);
            quote! {
                #index => <Self as #path::Variants<'__de>>::variant(
                    #index,
                    prior,
                    r,
                    #path::Variant(#path::nth::<Self, #index>()),
                ),
            }
        });
        let other = self.union.other.as_ref().map(|other| {
            let ident = &other.ident;
            quote! {
                fn other(unknown: #path::UnknownFields) -> #path::Option<Self> {
                    Some(Self::#ident(unknown))
                }
            }
        });
        let verify = self.has_own().then(|| {
            quote! {
                if let Ok(value) = &value {
                    #path::verify(r, || #path::Codec::accepts(value));
                }
            }
        });
        let chosen = quote! {
            match index {
                #(#read)*
                _ => Err(r.error(#path::Fault::NoDefault)),
            }
        };
        let body = match verify.is_none() {
            true => chosen,
            false => quote!(let value = #chosen; #verify value),
        };
        quote! {
            #[automatically_derived]
            #header {
                fn variant<__R: #path::Reader<'__de>, __P: #path::Place>(
                    index: usize,
                    prior: #path::Option<Self>,
                    r: &mut __R,
                    at: __P,
                ) -> #path::Result<Self, #path::Error> {
                    let _ = (&prior, &at);
                    #body
                }
                fn nth<__R: #path::Reader<'__de>>(
                    index: usize,
                    prior: #path::Option<Self>,
                    r: &mut __R,
                ) -> #path::Result<Self, #path::Error> {
                    match index {
                        #(#own)*
                        _ => Err(r.error(#path::Fault::NoDefault)),
                    }
                }
                #other
            }
        }
    }

    /// The arms of the variants that have no number: `other`'s, and those of the skipped ones.
    fn arms_without_number(
        &self,
        other: &TokenStream,
        skipped: impl Fn(&str) -> TokenStream,
    ) -> TokenStream {
        let mut arms = TokenStream::new();
        if let Some(variant) = &self.union.other {
            let ident = &variant.ident;
            arms.extend(quote!(Self::#ident(_) => #other,));
        }
        for variant in &self.union.skipped {
            let (ident, value) = (&variant.ident, skipped(&variant.ident.to_string()));
            arms.extend(quote!(Self::#ident { .. } => #value,));
        }
        if arms.is_empty() && self.union.variants.is_empty() {
            arms.extend(quote!(_ => #other,));
        }
        arms
    }

    fn payload_ident(&self, variant: &Variant) -> Ident {
        self.free(&format!("{}{}", self.item.ident, variant.ident))
    }

    /// A name that no type of the enum contains.
    fn free(&self, base: &str) -> Ident {
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

    fn reference_ident(&self, variant: &Variant) -> Ident {
        self.free(&format!("{}{}Ref", self.item.ident, variant.ident))
    }

    /// The parameters that the fields of a variant need.
    fn payload_generics(&self, variant: &Variant) -> Generics {
        match &variant.payload {
            Payload::Fields(fields) => {
                let declared = fields.declared();
                let types = declared.iter().map(|declared| &declared.member().ty);
                needed(&self.item.generics, types)
            }
            _ => Generics::default(),
        }
    }

    fn payload_type(&self, variant: &Variant) -> TokenStream {
        let (ident, generics) = (self.payload_ident(variant), self.payload_generics(variant));
        if generics.is_empty() {
            return quote!(#ident);
        }
        let arguments = generics.arguments();
        quote!(#ident<#arguments>)
    }

    fn payload_type_expr(&self, variant: &Variant) -> TokenStream {
        let ident = self.payload_ident(variant);
        quote!(#ident)
    }

    /// The pattern that takes a variant apart, and the borrowed payload made of the parts.
    fn reference(&self, variant: &Variant, fields: &Struct) -> (TokenStream, TokenStream) {
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
    fn payloads(&self) -> TokenStream {
        self.union
            .variants
            .iter()
            .filter_map(|variant| match &variant.payload {
                Payload::Fields(fields) => Some(self.payload(variant, fields)),
                _ => None,
            })
            .collect()
    }

    fn payload(&self, variant: &Variant, fields: &Struct) -> TokenStream {
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
        let mut borrowed = fields.clone();
        for field in &mut borrowed.fields {
            borrow(&mut field.member);
        }
        borrowed.unknown.iter_mut().for_each(borrow);
        borrowed
            .skipped
            .iter_mut()
            .for_each(|skipped| borrow(&mut skipped.member));
        let borrowed = self.synthetic(&reference, &full_name, generics, borrowed);
        let (owned_definition, borrowed_definition) = (definition(&owned), definition(&borrowed));
        let owned_impls = message::expand(&owned, self.path);
        let borrowed_impls =
            message::expand_reference(&borrowed, &self.payload_type(variant), self.path);
        quote!(#owned_definition #owned_impls #borrowed_definition #borrowed_impls)
    }

    fn synthetic(
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
            hooks: Vec::new(),
            deprecated: false,
            kind: Kind::Struct(fields),
        }
    }
}

/// The pattern of a variant, whatever it holds.
fn any(variant: &Variant) -> TokenStream {
    let ident = &variant.ident;
    quote!(Self::#ident { .. })
}

/// A member in a pattern, or in an expression that makes a value of the bindings. They are called by position, so that no
/// field's name hides a parameter.
fn part(member: &Member) -> TokenStream {
    let (selector, binding) = (&member.selector, format_ident!("f{}", member.position + 1));
    quote!(#selector: #binding)
}

fn borrow(member: &mut Member) {
    let ty = &member.ty;
    let first = ty.clone().into_iter().next();
    let span = first.map_or_else(proc_macro2::Span::call_site, |token| token.span());
    member.ty = quote::quote_spanned!(span=> &'__payload #ty);
}

/// The definition of a payload's struct.
fn definition(item: &Item) -> TokenStream {
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
            (Selector::Named(name), Style::Named) => quote!(#name: #ty,),
            _ => quote!(#ty,),
        }
    });
    match fields.style {
        Style::Tuple => quote!(struct #ident #params (#(#members)*) #predicates;),
        _ => quote!(struct #ident #params #predicates { #(#members)* }),
    }
}
