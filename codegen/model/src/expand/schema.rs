//! The constant `SCHEMA`: the table that the runtime's drivers read.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use super::adapted;
use super::default::own_default;
use super::literal::{self, integer, literal};
use super::told::located;
use crate::model::{
    Accept, Dialect, Encoding, Entry, Field, FieldNumber, Form, Item, Kind, Layout, Member,
    MessageRule, Reserved, Role, Rule, Shape, Slot, Struct,
};

/// What every schema may carry after its first call: version, former names, dialect, and `reserved`, which is the call that
/// tells of reserved numbers.
pub(super) fn suffix(
    item: &Item,
    reserved: &TokenStream,
    layout: Layout,
    path: &TokenStream,
) -> TokenStream {
    let mut tokens = TokenStream::new();
    if item.version != 0 {
        let version = integer(i128::from(item.version));
        tokens.extend(quote!(.with_version(#version)));
    }
    if !item.aliases.is_empty() {
        let aliases = &item.aliases;
        tokens.extend(quote!(.with_aliases(&[#(#aliases),*])));
    }
    if item.json == Dialect::Proto {
        tokens.extend(quote!(.with_json(#path::Dialect::Proto)));
    }
    if item.form != Form::Plain {
        let form = format_ident!("{}", format!("{:?}", item.form));
        tokens.extend(quote!(.with_form(#path::Form::#form)));
    }
    if layout == Layout::Map {
        tokens.extend(quote!(.with_layout(#path::Layout::Map)));
    }
    tokens.extend(reserved.clone());
    if !item.extensions.is_empty() {
        let ranges = item.extensions.iter().map(|(first, last)| {
            let (first, last) = (integer((*first).into()), integer((*last).into()));
            quote!((#first, #last))
        });
        tokens.extend(quote!(.with_extensions(&[#(#ranges),*])));
    }
    if item.message_set {
        tokens.extend(quote!(.as_message_set()));
    }
    tokens.extend(with_accepted(&accepted(item), path));
    tokens
}

/// The breaks that a type accepts, but for those of its own fields and variants.
fn accepted(item: &Item) -> Vec<(Option<i64>, &Accept)> {
    let mut all: Vec<_> = item.accepts.iter().map(|one| (None, one)).collect();
    match &item.kind {
        Kind::Struct(message) => {
            for entry in &message.entries {
                let Entry::Variant { field, number, .. } = *entry else {
                    continue;
                };
                let accepts = message.fields.get(field).into_iter();
                let accepts = accepts.flat_map(|field| &field.accepts);
                all.extend(accepts.map(|one| (Some(i64::from(number.get())), one)));
            }
        }
        Kind::Enum(one) => {
            for value in &one.values {
                let number = i64::from(value.number);
                all.extend(value.accepts.iter().map(|one| (Some(number), one)));
            }
        }
        Kind::Union(_) | Kind::Newtype(_) | Kind::Proxy(_) => {}
    }
    all
}

/// The call that tells of breaks that are wanted.
pub(super) fn with_accepted(
    accepted: &[(Option<i64>, &Accept)],
    path: &TokenStream,
) -> TokenStream {
    if accepted.is_empty() {
        return TokenStream::new();
    }
    let rows = accepted.iter().map(|(number, one)| {
        let Accept { change, reason, .. } = one;
        let of = number.map(|number| {
            let number = integer(i128::from(number));
            quote!(.of(#number))
        });
        quote!(#path::Accepted::new(#change, #reason) #of)
    });
    quote!(.with_accepted(&[#(#rows),*]))
}

/// The call that tells of breaks of a field or variant that are wanted.
pub(super) fn accepting(accepts: &[Accept], path: &TokenStream) -> TokenStream {
    let accepted: Vec<_> = accepts.iter().map(|one| (None, one)).collect();
    with_accepted(&accepted, path)
}

/// The call that tells of the oneofs that must be set, or have a default.
pub(super) fn with_oneofs(message: &Struct, path: &TokenStream) -> TokenStream {
    let rows = message.fields.iter().filter_map(|field| {
        let name = &field.name;
        match (&field.role, own_default(field)) {
            (Role::Oneof(_), Some(default)) => {
                let ty = &field.member.ty;
                let bytes = default.bytes(ty, &quote!(&value), path);
                Some(quote!(#path::OneofSchema::new(#name, <#ty as #path::Codec>::TYPE, #bytes)))
            }
            (Role::Oneof(_), None) if field.required => {
                Some(quote!(#path::OneofSchema::required(#name)))
            }
            _ => None,
        }
    });
    let rows: Vec<_> = rows.collect();
    match rows.is_empty() {
        true => TokenStream::new(),
        false => quote!(.with_oneofs(&[#(#rows),*])),
    }
}

/// The call that tells the rules of the message as a whole.
pub(super) fn with_rules(message: &Struct, path: &TokenStream) -> TokenStream {
    let rows = message.rules.iter().map(|rule| {
        let MessageRule::Oneof { members, required } = rule;
        let names = members.iter().map(|member| &member.name);
        quote!(#path::MessageRule::Oneof { fields: &[#(#names),*], required: #required })
    });
    let variants = message
        .fields
        .iter()
        .filter(|field| {
            matches!(field.role, Role::Oneof(_)) && field.rules.contains(&Rule::Required)
        })
        .map(|field| &field.name)
        .map(|name| quote!(#path::MessageRule::Variant { oneof: #name }));
    let rows: Vec<_> = rows.chain(variants).collect();
    match rows.is_empty() {
        true => TokenStream::new(),
        false => quote!(.with_rules(&[#(#rows),*])),
    }
}

/// The call that tells what is reserved.
pub(super) fn with_reserved(reserved: &[Reserved], path: &TokenStream) -> TokenStream {
    let rows = rows(reserved, path);
    match rows.is_empty() {
        true => TokenStream::new(),
        false => quote!(.with_reserved(&[#(#rows),*])),
    }
}

/// What is reserved, row by row.
pub(super) fn rows(reserved: &[Reserved], path: &TokenStream) -> Vec<TokenStream> {
    let rows = reserved.iter().flat_map(|one| reserve(one, path));
    rows.collect()
}

fn reserve(reserved: &Reserved, path: &TokenStream) -> Vec<TokenStream> {
    match reserved {
        Reserved::Numbers { first, last } => {
            // Enums reserve negative numbers too, which no field has.
            let bound = |number: i64| integer(i128::from(number.clamp(0, i64::from(u32::MAX))));
            let (first, last) = (bound(*first), bound(*last));
            vec![quote!(#path::Reserved::numbers(#first, #last))]
        }
        Reserved::Name(name) => vec![quote!(#path::Reserved::name(#name))],
        Reserved::Field(removed) => {
            let (number, slot) = (removed.number, removed.slot);
            let ty = match &removed.ty {
                Some(ty) => quote!(#path::Some(<#ty as #path::Codec>::TYPE)),
                None => quote!(#path::None),
            };
            let of = (slot != number.slot()).then(|| quote!(.of(#number)));
            let mut tokens = vec![
                quote!(#path::Reserved::numbers(#number, #number)),
                quote!(#path::Reserved::slot(#slot, #ty) #of),
            ];
            tokens.extend(
                removed
                    .name
                    .iter()
                    .map(|name| quote!(#path::Reserved::name(#name).of(#number))),
            );
            tokens
        }
    }
}

/// The tokens at a place where the compiler shall tell what it finds in them.
pub(super) fn placed(tokens: TokenStream, span: Span) -> TokenStream {
    let placed = tokens.into_iter().map(|mut token| {
        token.set_span(located(&token, span));
        token
    });
    placed.collect()
}

/// Where a type stands.
pub(super) fn span(ty: &TokenStream) -> Span {
    let first = ty.clone().into_iter().next();
    first.map_or_else(Span::call_site, |token| token.span())
}

/// A type within a constant, which knows no lifetimes.
fn elided(ty: &TokenStream) -> TokenStream {
    let (mut tokens, mut mark) = (TokenStream::new(), false);
    for token in ty.clone() {
        let token = match token {
            TokenTree::Ident(name) if mark => TokenTree::Ident(Ident::new("_", name.span())),
            TokenTree::Group(group) => {
                let mut inside = Group::new(group.delimiter(), elided(&group.stream()));
                inside.set_span(group.span());
                TokenTree::Group(inside)
            }
            other => other,
        };
        mark = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        tokens.extend([token]);
    }
    tokens
}

/// The type of a field on the wire.
pub(super) fn wire_type(field: &Field, path: &TokenStream) -> TokenStream {
    let ty = match &field.adapted {
        Some(adapted) => &adapted.ty,
        None => &field.member.ty,
    };
    match &field.with {
        Some(with) => {
            let ty = elided(ty);
            quote!(#path::with_type::<#ty, _>(|value| #with::encode(value)))
        }
        // What is behind the name may be no message here, and one for prost, which wraps it.
        None if field.message => placed(
            quote!(#path::of_messages(<#ty as #path::Codec>::TYPE)),
            span(ty),
        ),
        None => quote!(<#ty as #path::Codec>::TYPE),
    }
}

pub(super) fn plain(
    field: &Field,
    number: FieldNumber,
    slot: Slot,
    path: &TokenStream,
) -> TokenStream {
    let (name, ty) = (&field.name, wire_type(field, path));
    let mut tokens = quote!(#path::Field::new(#number, #name, #ty));
    if slot != number.slot() {
        tokens.extend(quote!(.with_slot(#slot)));
    }
    tokens.extend(details(field, path));
    tokens.extend(accepting(&field.accepts, path));
    if !field.rules.is_empty() {
        tokens = placed(tokens, span(&field.member.ty));
    }
    if let Some(first) = field.was.first() {
        let types = field.was.iter().map(|was| &was.ty);
        tokens.extend(quote!(.with_was(&[#(<#types as #path::Codec>::TYPE),*])));
        tokens = placed(tokens, span(&first.ty));
    }
    tokens
}

pub(super) fn variant(
    field: &Field,
    number: FieldNumber,
    slot: Slot,
    path: &TokenStream,
) -> TokenStream {
    let (ty, name) = (union_type(&field.member), &field.name);
    let mut tokens = quote!(<#ty as #path::Codec>::SCHEMA.variant(#number, #name));
    if slot != number.slot() {
        tokens.extend(quote!(.with_slot(#slot)));
    }
    tokens
}

/// The enum behind a oneof's member, which may be an `Option` of it.
pub(super) fn union_type(member: &Member) -> TokenStream {
    let ty = &member.ty;
    option_argument(ty).unwrap_or_else(|| ty.clone())
}

/// The `T` of `Option<T>`, as far as the spelling shows it.
fn option_argument(ty: &TokenStream) -> Option<TokenStream> {
    let mut tokens: Vec<_> = ty.clone().into_iter().collect();
    while let [proc_macro2::TokenTree::Group(group)] = &tokens[..] {
        tokens = group.stream().into_iter().collect();
    }
    let open = tokens.iter().position(
        |token| matches!(token, proc_macro2::TokenTree::Punct(punct) if punct.as_char() == '<'),
    )?;
    let proc_macro2::TokenTree::Ident(head) = tokens.get(open.checked_sub(1)?)? else {
        return None;
    };
    let is_close = matches!(tokens.last(), Some(proc_macro2::TokenTree::Punct(punct)) if punct.as_char() == '>');
    if head != "Option" || !is_close {
        return None;
    }
    Some(tokens[open + 1..tokens.len() - 1].iter().cloned().collect())
}

/// The call that tells a default that is no literal: for what is an enum, the number is found when it is asked for.
fn computed(field: &Field, path: &TokenStream) -> TokenStream {
    match (own_default(field), &field.with, &field.role) {
        (Some(default), None, Role::Plain { .. }) => {
            let ty = &field.member.ty;
            let held = match adapted::adaptor(field, path) {
                Some(adaptor) => quote!(&#path::adapted::<#adaptor, _>(&value)),
                None => quote!(&value),
            };
            let bytes = default.bytes(ty, &held, path);
            quote!(.with_default_of(#bytes))
        }
        _ => quote!(.explicit()),
    }
}

/// What a field says beyond number, name and type.
pub(super) fn details(field: &Field, path: &TokenStream) -> TokenStream {
    let mut tokens = TokenStream::new();
    if field.json_name != field.name {
        let json_name = &field.json_name;
        tokens.extend(quote!(.with_json_name(#json_name)));
    }
    if !field.aliases.is_empty() {
        let aliases = &field.aliases;
        tokens.extend(quote!(.with_aliases(&[#(#aliases),*])));
    }
    if field.required {
        tokens.extend(quote!(.required()));
    }
    match field
        .default
        .as_ref()
        .map(|default| default.literal.as_ref())
    {
        Some(Some(value)) => {
            let value = literal(value, path);
            tokens.extend(quote!(.with_default(#value)));
        }
        Some(None) => tokens.extend(computed(field, path)),
        None if field.explicit => tokens.extend(quote!(.explicit())),
        None => {}
    }
    if let (Some(default), Some(with), Role::Plain { .. }) =
        (own_default(field), &field.with, &field.role)
    {
        let bytes = default.bytes(&field.member.ty, &quote!(&#with::encode(&value)), path);
        tokens.extend(quote!(.with_default_bytes(#bytes)));
    }
    for (encoding, method) in [
        (field.encoding, quote!(with_encoding)),
        (field.key, quote!(with_key)),
        (field.value, quote!(with_value)),
    ] {
        if let Some(encoding) = encoding_name(encoding) {
            let encoding = quote::format_ident!("{encoding}");
            tokens.extend(quote!(.#method(#path::Encoding::#encoding)));
        }
    }
    if !field.packed {
        tokens.extend(quote!(.unpacked()));
    }
    if let Some(since) = field.since {
        let since = integer(i128::from(since));
        tokens.extend(quote!(.with_since(#since)));
    }
    if !field.rules.is_empty() {
        let rules = literal::rules(&field.rules, path);
        tokens.extend(quote!(.with_rules(#rules)));
    }
    tokens
}

fn encoding_name(encoding: Encoding) -> Option<&'static str> {
    match encoding {
        Encoding::Default => None,
        Encoding::Zigzag => Some("Zigzag"),
        Encoding::Fixed => Some("Fixed"),
        Encoding::Group => Some("Group"),
    }
}

/// Checks at compile time, beside a struct's table, what a front end cannot see.
pub(super) fn assertions(item: &Item, message: &Struct, path: &TokenStream) -> TokenStream {
    if !item.generics.is_empty() {
        return TokenStream::new();
    }
    let fields = message.fields.iter();
    let removed = message.reserved.iter();
    fields
        .filter_map(|field| assertion(item, field, path))
        .chain(removed.filter_map(|reserved| zero_assertion(item, reserved, path)))
        .collect()
}

/// The type of a removed field has a zero to fill its slot with.
fn zero_assertion(item: &Item, reserved: &Reserved, path: &TokenStream) -> Option<TokenStream> {
    let Reserved::Field(removed) = reserved else {
        return None;
    };
    let ty = removed.ty.as_ref()?;
    let span = span(ty);
    if is_own(ty, &item.ident) {
        let message = format!(
            "the slot of the removed field {} of `{}` is filled with what holds that slot: help: leave `type = …` out, and the slot holds nil",
            removed.number.get(),
            item.ident
        );
        return Some(quote_spanned!(span=> ::core::compile_error!(#message);));
    }
    let message = format!(
        "the type of the removed field {} of `{}` has no zero to fill its slot with: help: leave `type = …` out, and the slot \
         holds nil",
        removed.number.get(),
        item.ident
    );
    Some(
        quote_spanned!(span=> const _: () = assert!(#path::Reserved::has_zero::<#ty>(), #message);),
    )
}

/// Whether a type is the one that is defined, or a box of it.
fn is_own(ty: &TokenStream, own: &Ident) -> bool {
    let text = ty.to_string().replace(' ', "");
    let held = text
        .strip_prefix("Box<")
        .and_then(|held| held.strip_suffix('>'));
    let held = held.unwrap_or(&text);
    held == "Self" || own == held
}

fn assertion(item: &Item, field: &Field, path: &TokenStream) -> Option<TokenStream> {
    let span = span(&field.member.ty);
    match &field.role {
        Role::Oneof(numbers) => {
            let (ty, count) = (union_type(&field.member), numbers.len());
            Some(
                quote_spanned!(span=> const _: () = <#ty as #path::Codec>::SCHEMA.assert_variants(#count);),
            )
        }
        Role::Plain { .. }
            if needs_absent(field) && matches!(field.shape, Shape::Opaque | Shape::Enum) =>
        {
            let ty = &field.member.ty;
            let has_absent = match adapted::adaptor(field, path) {
                Some(_) if field.explicit => return None,
                Some(adaptor) => quote!(<#adaptor as #path::Adaptor<#ty>>::ABSENT),
                None if field.shape == Shape::Enum => return None,
                None => quote!(<#ty as #path::Codec>::ABSENT),
            };
            let message = format!(
                "the type of `{}` of `{}` has no wire default: help: make the field an `Option`, mark it `required`, or give \
                 it a `default`",
                field.name, item.ident
            );
            Some(quote_spanned!(span=> const _: () = ::core::assert!(#has_absent, #message);))
        }
        _ => None,
    }
}

/// Whether an absent field reads as its type's own wire default.
pub(super) fn needs_absent(field: &Field) -> bool {
    !field.required && field.default.is_none() && field.with.is_none()
}
