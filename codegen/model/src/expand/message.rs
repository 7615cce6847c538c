//! Structs: a table of numbered fields, walked once to write, in order or by position to read.
//!
//! A message is read in place: an absent value is made, and what comes is filled in. Where a required field has no absent
//! value that is not possible, so such a message is read into a draft, a struct of its own that holds an `Option` for each
//! required field, and is made from that.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use super::generics::{Headers, free_name};
use super::told::Told;
use super::{literal, rules, schema};
use crate::model::{
    Declared, Entry, Field, Item, Kind, Member, Role, Selector, Shape, Skipped, Struct, Style,
};

/// The implementations for a struct.
pub(super) fn expand(item: &Item, path: &TokenStream) -> TokenStream {
    let Kind::Struct(message) = &item.kind else {
        return TokenStream::new();
    };
    if message.style == Style::Unit {
        return unit(item, path);
    }
    let this = Message {
        item,
        message,
        path,
        headers: Headers::new(&item.ident, &item.generics, path),
    };
    let parts = [
        schema::assertions(item, message, path),
        this.codec(),
        this.validate(),
        if this.is_drafted() {
            this.drafted()
        } else {
            this.in_place()
        },
    ];
    parts.into_iter().collect()
}

/// What borrows the fields of a message and is written as that message.
pub(super) fn expand_reference(
    item: &Item,
    owner: &TokenStream,
    path: &TokenStream,
) -> TokenStream {
    let Kind::Struct(message) = &item.kind else {
        return TokenStream::new();
    };
    let this = Message {
        item,
        message,
        path,
        headers: Headers::new(&item.ident, &item.generics, path),
    };
    let (codec, validate) = (this.headers.plain("Codec", "Codec"), this.validate());
    let encode = this.encode();
    quote! {
        #codec {
            const TYPE: #path::Type = <#owner as #path::Codec>::TYPE;
            const SCHEMA: &'static #path::Schema = <#owner as #path::Codec>::SCHEMA;
            #encode
        }
        #validate
    }
}

struct Message<'a> {
    item: &'a Item,
    message: &'a Struct,
    path: &'a TokenStream,
    headers: Headers<'a>,
}

/// One entry of the table: its position in the schema, as a pattern or an expression.
struct Place<'a> {
    field: &'a Field,
    entry: Entry,
    index: TokenStream,
}

impl Message<'_> {
    /// Whether the message is read into a draft: it has a field that has no absent value, or a oneof that must be set.
    fn is_drafted(&self) -> bool {
        self.message.fields.iter().any(is_late)
    }

    fn told(&self) -> Told<'_> {
        Told {
            define: self.item.define,
            path: self.path,
        }
    }

    /// The entries with their positions, which follow flattened fields only as constants.
    fn places(&self) -> Vec<Place<'_>> {
        let path = self.path;
        let mut own = 0_usize;
        let mut flattened: Vec<&TokenStream> = Vec::new();
        self.message
            .entries
            .iter()
            .map(|entry| {
                let (field, advance) = match *entry {
                    Entry::Field { field, .. } | Entry::Variant { field, .. } => (field, 1),
                    Entry::Flatten { field } => (field, 0),
                };
                let field = &self.message.fields[field];
                let index = if flattened.is_empty() {
                    let index = proc_macro2::Literal::usize_unsuffixed(own);
                    quote!(#index)
                } else {
                    quote!({ #own #(+ <#flattened as #path::Codec>::SCHEMA.fields().len())* })
                };
                own += advance;
                if matches!(entry, Entry::Flatten { .. }) {
                    flattened.push(&field.member.ty);
                }
                Place {
                    field,
                    entry: *entry,
                    index,
                }
            })
            .collect()
    }

    fn codec(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Codec", "Codec");
        let (name, fields) = (&self.item.full_name, schema::fields(self.message, path));
        let suffix = schema::suffix(self.item, &self.message.reserved, self.message.layout, path);
        let arguments = self.headers.schema_arguments();
        let tuple = (self.message.style == Style::Tuple).then(|| quote!(.as_tuple()));
        let absent = if self.is_drafted() {
            quote!(
                const ABSENT: bool = false;
            )
        } else {
            quote!(
                const IN_PLACE: bool = true;
            )
        };
        let encode = self.encode();
        let accepts = self.accepts();
        quote! {
            #[automatically_derived]
            #header {
                const TYPE: #path::Type = #path::Type::Message(|| <Self as #path::Codec>::SCHEMA);
                const SCHEMA: &'static #path::Schema =
                    &#path::Schema::message(#name, #fields) #arguments #suffix #tuple;
                #absent
                #encode
                #accepts
            }
        }
    }

    fn encode(&self) -> TokenStream {
        let path = self.path;
        let lines = self.places().into_iter().map(|place| {
            let (member, index) = (&place.field.member.selector, &place.index);
            match (place.entry, &place.field.with) {
                (Entry::Field { .. }, None) => {
                    let ty = &place.field.member.ty;
                    let value = self.told().shared(ty, quote!(&self.#member));
                    self.told().call(ty, quote!(#path::Codec::encode(#value, w, #path::nth::<Self, #index>());))
                }
                (Entry::Field { .. }, Some(with)) => {
                    quote!(#path::Codec::encode(&#with::encode(&self.#member), w, #path::nth::<Self, #index>());)
                }
                (Entry::Variant { .. }, _) => {
                    let oneof = oneof(place.field, &quote!(&self.#member), path);
                    quote!(#path::encode_oneof(#oneof, w, #path::nth::<Self, #index>());)
                }
                (Entry::Flatten { .. }, _) => quote!(#path::Codec::encode_fields(&self.#member, w);),
            }
        });
        let unknown = self.message.unknown.as_ref().map(|member| {
            let member = &member.selector;
            quote! {
                fn unknown(&self) -> #path::Option<&#path::UnknownFields> {
                    Some(&self.#member)
                }
            }
        });
        let w = if self.message.entries.is_empty() {
            quote!(_w)
        } else {
            quote!(w)
        };
        quote! {
            #[inline]
            fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                w.message(at, self);
            }
            #[inline]
            fn encode_fields<__W: #path::Writer>(&self, #w: &mut __W) {
                #(#lines)*
            }
            #unknown
        }
    }

    /// The place of a field for its rules.
    fn rule_place(&self, field: &Field) -> TokenStream {
        let path = self.path;
        let index = self
            .places()
            .into_iter()
            .find(|place| std::ptr::eq(place.field, field))
            .map(|place| place.index);
        quote!(#path::nth::<Self, #index>())
    }

    fn check(&self, field: &Field) -> TokenStream {
        let member = &field.member.selector;
        let value = match (&field.role, &field.with) {
            (Role::Plain { .. }, None) => {
                let ty = &field.member.ty;
                self.told().shared(ty, quote!(&self.#member))
            }
            _ => quote!(&self.#member),
        };
        let check = rules::check(field, &value, &self.rule_place(field), self.path);
        self.told().call(&field.member.ty, check)
    }

    fn validate(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Validate", "Codec");
        let lines: TokenStream = self
            .message
            .fields
            .iter()
            .map(|field| self.check(field))
            .collect();
        let hooks = &self.item.hooks;
        let check_value = rules::check_value(path);
        let check_fields = (!lines.is_empty() || !hooks.is_empty()).then(|| {
            quote! {
                fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                    #lines
                    #(c.hook(self, #hooks);)*
                }
            }
        });
        quote! {
            #[automatically_derived]
            #header {
                #check_value
                #check_fields
            }
        }
    }

    fn accepts(&self) -> Option<TokenStream> {
        let has_own = self.message.fields.iter().any(rules::has_own) || !self.item.hooks.is_empty();
        has_own.then(|| rules::accepts(self.path))
    }

    fn in_place(&self) -> TokenStream {
        let path = self.path;
        let (decode, fields) = (
            self.headers.decoding("Decode"),
            self.headers.decoding("Fields"),
        );
        let absent = self.construct(|field| {
            let value = absent(field, path);
            quote!(#value?)
        });
        let traversal = self.traversal(&quote!(Self), false);
        let reset = self.reset();
        let unknown = self.fields_unknown();
        let accepts = self.accepts().map(|_| {
            quote! {
                fn accepts(&self) -> bool {
                    #path::Codec::accepts(self)
                }
            }
        });
        quote! {
            #[automatically_derived]
            #decode {
                #[inline]
                fn absent() -> #path::Option<Self> {
                    Some(#absent)
                }
                #[inline]
                fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                    #path::decode_message(r, at)
                }
                #[inline]
                fn decode_into<__R: #path::Reader<'__de>, __P: #path::Place>(
                    &mut self,
                    r: &mut __R,
                    at: __P,
                    mode: #path::Mode,
                ) -> #path::Result<(), #path::Error> {
                    r.message(at, self, mode)
                }
                fn clear(&mut self) -> bool {
                    #path::Fields::reset(self, #path::Seen::NOTHING);
                    #path::Fields::reset(self, #path::Seen::NOTHING_LATE);
                    true
                }
            }
            #[automatically_derived]
            #fields {
                #traversal
                #reset
                #unknown
                #accepts
            }
        }
    }

    fn drafted(&self) -> TokenStream {
        let path = self.path;
        let ident = &self.item.ident;
        let types = self.message.declared();
        let types = types.iter().map(|declared| &declared.member().ty);
        let draft = free_name(&format!("{ident}Draft"), types);
        let declarations = self.item.generics.declarations();
        let (params, arguments) = if self.item.generics.is_empty() {
            (TokenStream::new(), TokenStream::new())
        } else {
            let arguments = self.item.generics.arguments();
            (quote!(<#declarations>), quote!(<#arguments>))
        };
        let predicates = &self.item.generics.predicates;
        let predicates = (!predicates.is_empty()).then(|| quote!(where #predicates));
        let members = self.message.fields.iter().map(|field| {
            let (name, ty) = (draft_name(&field.member), &field.member.ty);
            match (&field.role, is_late(field)) {
                (Role::Oneof(_), true) => {
                    let ty = schema::union_type(&field.member);
                    quote!(#name: #path::Option<#ty>,)
                }
                (_, true) => quote!(#name: #path::Option<#ty>,),
                (_, false) => quote!(#name: #ty,),
            }
        });
        let unknown_member = self.message.unknown.as_ref().map(|member| {
            let name = draft_name(member);
            quote!(#name: #path::UnknownFields,)
        });
        let skipped = self.message.skipped.iter().map(|skipped| {
            let (name, ty) = (draft_name(&skipped.member), &skipped.member.ty);
            quote!(#name: #ty,)
        });
        let (decode, fields) = (
            self.headers.decoding("Decode"),
            self.headers
                .decoding_for("Fields", &quote!(#draft #arguments)),
        );
        let initial = self.message.fields.iter().map(|field| {
            let name = draft_name(&field.member);
            if is_late(field) {
                return quote!(#name: None,);
            }
            let (value, text) = (absent(field, path), &field.name);
            quote!(#name: #path::initial(r, #value, #text)?,)
        });
        let initial_unknown = self.message.unknown.as_ref().map(|member| {
            let name = draft_name(member);
            quote!(#name: #path::UnknownFields::new(),)
        });
        let initial_skipped = self.message.skipped.iter().map(|skipped| {
            let (name, value) = (draft_name(&skipped.member), skipped_default(skipped));
            quote!(#name: #value,)
        });
        let prior = self.message.declared().into_iter().map(|declared| {
            let member = declared.member();
            let (name, selector) = (draft_name(member), &member.selector);
            match declared {
                Declared::Field(field) if is_late(field) => match &field.role {
                    Role::Oneof(_) if matches!(field.shape, Shape::Option(_)) => {
                        quote!(#name: self.#selector,)
                    }
                    _ => quote!(#name: Some(self.#selector),),
                },
                _ => quote!(#name: self.#selector,),
            }
        });
        let finish = self.message.declared().into_iter().map(|declared| {
            let member = declared.member();
            let (name, selector) = (draft_name(member), &member.selector);
            let value = match declared {
                Declared::Field(field) if is_late(field) => {
                    let text = &field.name;
                    match (&field.role, own_default(field), field.required) {
                        (Role::Oneof(_), _, true) if matches!(field.shape, Shape::Option(_)) => {
                            quote! {{
                                let oneof = #path::finish_required(r, draft.#name, #text)?;
                                Some(oneof)
                            }}
                        }
                        (_, Some(default), _) => {
                            quote!(match draft.#name { Some(value) => value, None => #default })
                        }
                        _ => quote!(#path::finish_required(r, draft.#name, #text)?),
                    }
                }
                _ => quote!(draft.#name),
            };
            quote!(#selector: #value,)
        });
        let finish: Vec<_> = finish.collect();
        let verify = self
            .accepts()
            .map(|_| quote!(#path::verify(r, || #path::Codec::accepts(&value));));
        let owner = self.headers.ty();
        let traversal = self.traversal(&owner, true);
        let unknown = self.fields_unknown_draft();
        quote! {
            const _: () = {
            struct #draft #params #predicates {
                #(#members)*
                #unknown_member
                #(#skipped)*
            }
            #[automatically_derived]
            #decode {
                fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                    let mut draft = #draft { #(#initial)* #initial_unknown #(#initial_skipped)* };
                    r.message(at, &mut draft, #path::Mode::Merge)?;
                    let value = Self { #(#finish)* };
                    #verify
                    Ok(value)
                }
                fn merge<__R: #path::Reader<'__de>, __P: #path::Place>(
                    self,
                    r: &mut __R,
                    at: __P,
                ) -> #path::Result<Self, #path::Error> {
                    let mut draft = #draft { #(#prior)* };
                    r.message(at, &mut draft, #path::Mode::Merge)?;
                    let value = Self { #(#finish)* };
                    #verify
                    Ok(value)
                }
            }
            #[automatically_derived]
            #fields {
                #traversal
                #unknown
            }
            };
        }
    }

    /// `schema`, `in_order` and `nth`, for the type itself or for its draft.
    fn traversal(&self, owner: &TokenStream, draft: bool) -> TokenStream {
        let path = self.path;
        let places = self.places();
        let in_order = places.iter().map(|place| {
            let call = self.call(place, owner, draft, false);
            quote!(#call?;)
        });
        let arms = places.iter().map(|place| {
            let (index, call) = (&place.index, self.call(place, owner, draft, true));
            match place.entry {
                Entry::Flatten { .. } => {
                    let ty = &place.field.member.ty;
                    quote! {
                        flattened if flattened >= #index
                            && flattened < #index + <#ty as #path::Codec>::SCHEMA.fields().len() => #call,
                    }
                }
                _ if index.to_string().starts_with('{') => quote!(other if other == #index => #call,),
                _ => quote!(#index => #call,),
            }
        });
        let m = if places.is_empty() {
            quote!(_m)
        } else {
            quote!(m)
        };
        let index = if places.is_empty() {
            quote!(_index)
        } else {
            quote!(index)
        };
        let body = if places.is_empty() {
            quote!(Ok(()))
        } else {
            quote! {
                match index {
                    #(#arms)*
                    _ => Ok(()),
                }
            }
        };
        quote! {
            fn schema(&self) -> &'static #path::Schema {
                <#owner as #path::Codec>::SCHEMA
            }
            #[inline]
            fn in_order<__R: #path::Reader<'__de>>(
                &mut self,
                #m: &mut #path::Scope<'_, __R>,
            ) -> #path::Result<(), #path::Error> {
                #(#in_order)*
                Ok(())
            }
            fn nth<__R: #path::Reader<'__de>>(
                &mut self,
                #index: usize,
                #m: &mut #path::Scope<'_, __R>,
            ) -> #path::Result<(), #path::Error> {
                #body
            }
        }
    }

    /// The call that reads one entry: if it is next, or because it is next.
    fn call(
        &self,
        place: &Place<'_>,
        owner: &TokenStream,
        draft: bool,
        is_next: bool,
    ) -> TokenStream {
        let path = self.path;
        let (field, index) = (place.field, &place.index);
        let member = if draft {
            let name = draft_name(&field.member);
            quote!(self.#name)
        } else {
            let selector = &field.member.selector;
            quote!(self.#selector)
        };
        let at = quote!(#path::nth::<#owner, #index>());
        let pick =
            |next: &str, other: &str| format_ident!("{}", if is_next { next } else { other });
        match place.entry {
            Entry::Field { .. } => match (&field.with, draft && is_late(field)) {
                (None, false) => {
                    let method = pick("take", "field");
                    let ty = &field.member.ty;
                    let value = self.told().unique(ty, quote!(&mut #member));
                    self.told().call(ty, quote!(m.#method(#at, #value)))
                }
                (None, true) => {
                    let method = pick("take_draft", "draft");
                    let ty = &field.member.ty;
                    let value = self.told().draft(ty, quote!(&mut #member));
                    self.told().call(ty, quote!(m.#method(#at, #value)))
                }
                (Some(with), false) => {
                    let method = pick("take_with", "field_with");
                    quote!(m.#method(#at, &mut #member, #with::decode))
                }
                (Some(with), true) => {
                    let method = pick("take_with", "field_with");
                    quote!(m.#method(#at, &mut #member, |value| #with::decode(value).map(Some)))
                }
            },
            Entry::Variant { number, .. } => {
                let method = pick("take_variant", "variant");
                let ty = schema::union_type(&field.member);
                let group = self.group(field);
                quote!(m.#method(#at, const { <#ty as #path::Codec>::SCHEMA.position(#number) }, #group, &mut #member))
            }
            Entry::Flatten { .. } => {
                let position = position(index);
                if is_next {
                    quote!(m.flattened(#position, index, &mut #member))
                } else {
                    quote!(m.flatten(#position, &mut #member))
                }
            }
        }
    }

    /// The positions of a oneof's variants, one bit each; those beyond the sixty-fourth have none.
    fn group(&self, oneof: &Field) -> TokenStream {
        let places = self.places();
        let has_bit = |index: &TokenStream| {
            index
                .to_string()
                .parse::<u32>()
                .map_or(true, |index| index < 64)
        };
        let bits: Vec<TokenStream> = places
            .iter()
            .filter(|place| std::ptr::eq(place.field, oneof) && has_bit(&place.index))
            .map(|place| {
                let index = &place.index;
                quote!(1 << #index)
            })
            .collect();
        if bits.is_empty() {
            return quote!(0);
        }
        quote!(#(#bits)|*)
    }

    /// The expression that makes the value, with a value for each field on the wires.
    fn construct(&self, value: impl Fn(&Field) -> TokenStream) -> TokenStream {
        let path = self.path;
        let members = self.message.declared().into_iter().map(|declared| {
            let selector = &declared.member().selector;
            let value = match declared {
                Declared::Field(field) => value(field),
                Declared::Unknown(_) => quote!(#path::UnknownFields::new()),
                Declared::Skipped(skipped) => skipped_default(skipped),
            };
            quote!(#selector: #value,)
        });
        quote!(Self { #(#members)* })
    }

    fn reset(&self) -> TokenStream {
        let path = self.path;
        let places = self.places();
        let mut lines: Vec<TokenStream> = Vec::new();
        for field in &self.message.fields {
            let selector = &field.member.selector;
            let own: Vec<_> = places
                .iter()
                .filter(|place| std::ptr::eq(place.field, field))
                .collect();
            let indexes: Vec<_> = own.iter().map(|place| position(&place.index)).collect();
            let first = indexes.first();
            let seen = quote!(#(seen.is_absent(#indexes))&&*);
            lines.push(match (&field.role, own_default(field), &field.with) {
                (Role::Flatten, ..) => {
                    quote!(#path::Fields::reset(&mut self.#selector, seen.flattened(#first));)
                }
                (Role::Oneof(_), None, _) => quote!(if #seen { self.#selector = None; }),
                (_, Some(default), _) => quote!(if #seen { self.#selector = #default; }),
                (_, None, Some(with)) => quote! {
                    if #seen {
                        if let Some(absent) = #path::absent_with(#with::decode) {
                            self.#selector = absent;
                        }
                    }
                },
                _ => {
                    let ty = &field.member.ty;
                    let value = self.told().unique(ty, quote!(&mut self.#selector));
                    self.told().call(ty, quote!(seen.clear(#first, #value);))
                }
            });
        }
        for skipped in &self.message.skipped {
            let (selector, value) = (&skipped.member.selector, skipped_default(skipped));
            lines.push(quote!(if seen.is_late() { self.#selector = #value; }));
        }
        if lines.is_empty() {
            return TokenStream::new();
        }
        quote! {
            fn reset(&mut self, seen: #path::Seen) {
                #(#lines)*
            }
        }
    }

    fn fields_unknown(&self) -> Option<TokenStream> {
        let selector = &self.message.unknown.as_ref()?.selector;
        Some(self.unknown_fn(&quote!(#selector)))
    }

    fn fields_unknown_draft(&self) -> Option<TokenStream> {
        let name = draft_name(self.message.unknown.as_ref()?);
        Some(self.unknown_fn(&quote!(#name)))
    }

    fn unknown_fn(&self, member: &TokenStream) -> TokenStream {
        let path = self.path;
        quote! {
            fn unknown(&mut self) -> #path::Option<&mut #path::UnknownFields> {
                Some(&mut self.#member)
            }
        }
    }
}

/// Whether a field is held as an `Option` until the message has been read.
fn is_late(field: &Field) -> bool {
    field.required
        || (matches!(field.role, Role::Oneof(_)) && !matches!(field.shape, Shape::Option(_)))
}

/// The `Option<&Enum>` of a oneof's member.
fn oneof(field: &Field, value: &TokenStream, path: &TokenStream) -> TokenStream {
    if matches!(field.shape, Shape::Option(_)) {
        quote!(#path::Oneof::get(#value))
    } else {
        quote!(Some(#value))
    }
}

/// The `default` that an absent field reads as; an absent `Option` stays `None`.
fn own_default(field: &Field) -> Option<TokenStream> {
    let default = field.default.as_ref();
    let default = default.filter(|_| !matches!(field.shape, Shape::Option(_)));
    default.map(|default| literal::made_of(&default.expr))
}

/// What an absent field reads as: an expression of type `Option<T>`.
fn absent(field: &Field, path: &TokenStream) -> TokenStream {
    match (own_default(field), &field.with, &field.role) {
        (Some(default), ..) => quote!(Some(#default)),
        (None, Some(with), _) => quote!(#path::absent_with(#with::decode)),
        (None, None, Role::Oneof(_)) => quote!(Some(None)),
        _ => {
            let ty = &field.member.ty;
            quote!(<#ty as #path::Decode>::absent())
        }
    }
}

/// A position in the schema as a `u32`: a literal, or an expression of `usize` after a flattened field.
fn position(index: &TokenStream) -> TokenStream {
    match index.to_string().parse::<u32>() {
        Ok(index) => proc_macro2::Literal::u32_unsuffixed(index).into_token_stream(),
        Err(_) => quote!(#index as u32),
    }
}

/// A member's name in a draft, where tuples have names too.
fn draft_name(member: &Member) -> TokenStream {
    match &member.selector {
        Selector::Named(ident) => quote!(#ident),
        Selector::Index(index) => {
            let ident = format_ident!("f{}", index + 1);
            quote!(#ident)
        }
    }
}

fn skipped_default(skipped: &Skipped) -> TokenStream {
    match &skipped.default {
        Some(expr) => literal::made_of(expr),
        None => quote!(::core::default::Default::default()),
    }
}

/// A struct without fields.
fn unit(item: &Item, path: &TokenStream) -> TokenStream {
    let headers = Headers::new(&item.ident, &item.generics, path);
    let (codec, validate, decode) = (
        headers.plain("Codec", "Codec"),
        headers.plain("Validate", "Codec"),
        headers.decoding("Decode"),
    );
    let name = &item.full_name;
    let suffix = schema::suffix(item, &[], crate::model::Layout::Array, path);
    let hooks = &item.hooks;
    let c = if hooks.is_empty() {
        quote!(_c)
    } else {
        quote!(c)
    };
    quote! {
        #[automatically_derived]
        #codec {
            const TYPE: #path::Type = #path::Type::Unit;
            const SCHEMA: &'static #path::Schema = &#path::Schema::message(#name, &[]) #suffix;
            #[inline]
            fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                w.unit(at);
            }
        }
        #[automatically_derived]
        #validate {
            fn check_value<__R: #path::Rules, __C: #path::Checker>(&self, _rules: &__R, #c: &mut __C) {
                #(c.hook(self, #hooks);)*
            }
        }
        #[automatically_derived]
        #decode {
            fn absent() -> #path::Option<Self> {
                Some(Self)
            }
            fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                r.unit(at)?;
                Ok(Self)
            }
        }
    }
}
