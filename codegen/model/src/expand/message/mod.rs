//! Structs: a table of numbered fields, walked once to write, in order or by position to read.
//!
//! A message is read in place: an absent value is made, and what comes is filled in. Where a required field has no absent
//! value that is not possible, so such a message is read into a draft, a struct of its own that holds an `Option` for each
//! required field, and is made from that.

mod codec;
pub(super) mod decode;
mod draft;
mod oneof;
mod traversal;
mod unit;
mod upgrade;
mod validate;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::expand::generics::Headers;
use crate::expand::schema;
use crate::expand::told::Told;
use crate::model::{Entry, Field, Item, Kind, Role, Selector, Shape, Struct, Style};

/// The implementations for a struct.
pub(in crate::expand) fn expand(item: &Item, path: &TokenStream) -> TokenStream {
    let Kind::Struct(message) = &item.kind else {
        return TokenStream::new();
    };
    if message.style == Style::Unit {
        return unit::expand(item, path);
    }
    let this = Message {
        item,
        message,
        path,
        headers: Headers::new(item, path),
        borrows: false,
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
        this.extensible(),
    ];
    parts.into_iter().collect()
}

/// What borrows the fields of a message and is written as that message.
pub(in crate::expand) fn expand_reference(
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
        headers: Headers::new(item, path),
        borrows: true,
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
    /// Whether the members are references to what the fields' types say.
    borrows: bool,
}

/// One entry of the table, and its position in the schema: behind so many fields of the message's own and so many flattened ones.
struct Place<'a> {
    field: &'a Field,
    entry: Entry,
    own: usize,
    flattened: Vec<&'a TokenStream>,
}

impl Place<'_> {
    /// The position as a number, unless flattened fields stand before it.
    fn literal(&self) -> Option<Literal> {
        let is_fixed = self.flattened.is_empty();
        is_fixed.then(|| Literal::usize_unsuffixed(self.own))
    }

    /// The position as an expression.
    fn index(&self, path: &TokenStream) -> TokenStream {
        let (own, flattened) = (Literal::usize_unsuffixed(self.own), &self.flattened);
        quote!(#own #(+ <#flattened as #path::Codec>::SCHEMA.fields().len())*)
    }

    /// The position as an expression of type `u32`.
    fn position(&self, path: &TokenStream) -> TokenStream {
        match self.literal() {
            Some(index) => quote!(#index),
            None => {
                let index = self.index(path);
                quote!((#index) as #path::u32)
            }
        }
    }

    /// The place, in the message `owner`.
    fn at(&self, owner: &TokenStream, path: &TokenStream) -> TokenStream {
        self.named(owner, path, &quote!(nth), &quote!(after))
    }

    /// The place as one that has rules.
    fn rules(&self, path: &TokenStream) -> TokenStream {
        self.named(&quote!(Self), path, &quote!(rules_of), &quote!(rules_after))
    }

    /// The place, by the name of what makes it where no flattened fields stand before it, and where some do.
    fn named(
        &self,
        owner: &TokenStream,
        path: &TokenStream,
        alone: &TokenStream,
        behind: &TokenStream,
    ) -> TokenStream {
        let own = Literal::usize_unsuffixed(self.own);
        if self.flattened.is_empty() {
            return quote!(#path::#alone::<#owner, #own>());
        }
        let flattened = self.flattened.iter().rev();
        let pairs = flattened.fold(quote!(()), |rest, ty| quote!((#ty, #rest)));
        quote!(#path::#behind::<#owner, #own, #pairs>())
    }
}

/// The most fields of a message whose absent form is made inline. What is inlined is compiled once for each unit of code
/// generation that names it: of a wide message that would be much of a build.
const INLINED: usize = 8;

/// The most fields of a message that is walked where it stands, as an element of a list for one, if they are numbers.
const SMALL: usize = 4;

impl Message<'_> {
    /// Whether the message may be walked where it stands.
    fn is_small(&self) -> bool {
        let is_upgraded = self.item.upgrade.is_some();
        self.message.entries.len() <= SMALL && !self.is_drafted() && !is_upgraded
    }

    /// The attribute of an impl with functions that are walked where they stand.
    fn allow_always(&self) -> Option<TokenStream> {
        self.is_small()
            .then(|| quote!(#[allow(clippy::inline_always)]))
    }

    /// The attribute of functions that walk over what comes.
    fn inline_walk(&self) -> TokenStream {
        if self.is_small() {
            quote!(#[inline(always)])
        } else {
            quote!(#[inline])
        }
    }

    /// The attribute of functions that name every field.
    fn inline(&self) -> TokenStream {
        if self.message.entries.len() <= INLINED {
            quote!(#[inline])
        } else {
            TokenStream::new()
        }
    }

    /// Whether the message is read into a draft: it has a field that has no absent value, or a oneof that must be set.
    fn is_drafted(&self) -> bool {
        self.message.fields.iter().any(is_late)
    }

    /// A reference to a member's value.
    fn borrowed(&self, member: &Selector) -> TokenStream {
        if self.borrows {
            quote!(self.#member)
        } else {
            quote!(&self.#member)
        }
    }

    fn told(&self) -> Told<'_> {
        Told {
            define: self.item.define,
            path: self.path,
        }
    }

    /// The entries with their positions.
    fn places(&self) -> Vec<Place<'_>> {
        let (mut own, mut flattened) = (0_usize, Vec::new());
        let entries = self.message.entries.iter();
        let places = entries.map(|entry| {
            let (field, is_flattened) = match *entry {
                Entry::Field { field, .. } | Entry::Variant { field, .. } => (field, false),
                Entry::Flatten { field } => (field, true),
            };
            let field = &self.message.fields[field];
            let place = Place {
                field,
                entry: *entry,
                own,
                flattened: flattened.clone(),
            };
            if is_flattened {
                flattened.push(&field.member.ty);
            } else {
                own += 1;
            }
            place
        });
        places.collect()
    }
}

/// Whether a field is held as an `Option` until the message has been read.
pub(in crate::expand) fn is_late(field: &Field) -> bool {
    field.required
        || (matches!(field.role, Role::Oneof(_)) && !matches!(field.shape, Shape::Option(_)))
}
