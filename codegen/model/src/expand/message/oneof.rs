//! What writes the variants of a oneof.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Message, Place};
use crate::model::{Entry, Field, Shape};

impl Message<'_> {
    /// Variants of one oneof: the active one is looked for once.
    pub(super) fn encode_variants(&self, places: &[Place<'_>]) -> TokenStream {
        let path = self.path;
        let borrowed = self.borrowed(&places[0].field.member.selector);
        let oneof = member(places[0].field, &borrowed, path);
        let at = |index: usize| places[index].at(&quote!(Self), path);
        let absent = |from: usize, to: usize| {
            let (first, count) = (
                at(from.min(places.len() - 1)),
                Literal::usize_unsuffixed(to - from),
            );
            (from < to).then(|| quote!(#path::Writer::absent_variants(w, #first, #count);))
        };
        let arms = places.iter().enumerate().filter_map(|(index, place)| {
            let Entry::Variant { number, .. } = place.entry else {
                return None;
            };
            let (before, after) = (absent(0, index), absent(index + 1, places.len()));
            let at = at(index);
            Some(quote!(#number => { #before #path::encode_oneof(oneof, w, #at); #after }))
        });
        let (first, rest) = (at(0), absent(1, places.len()));
        quote! {
            {
                let oneof = #oneof;
                match #path::active(oneof) {
                    #(#arms)*
                    _ => { #path::encode_oneof(oneof, w, #first); #rest }
                }
            }
        }
    }
}

impl Message<'_> {
    /// One of several runs of a oneof's variants: a driver that gathers them writes the active one with the first run.
    pub(super) fn gather(
        &self,
        run: &[Place<'_>],
        runs: &[&[Place<'_>]],
        one_by_one: TokenStream,
    ) -> TokenStream {
        let path = self.path;
        let of_field = |other: &&[Place<'_>]| std::ptr::eq(other[0].field, run[0].field);
        let own: Vec<_> = runs.iter().copied().filter(of_field).collect();
        let is_lowest =
            |one: &[Place<'_>]| own.first().is_some_and(|first| std::ptr::eq(*first, one));
        if !matches!(run[0].entry, Entry::Variant { .. }) || own.len() < 2 {
            return one_by_one;
        }
        if !is_lowest(run) {
            return quote!(if !__W::GATHERS { #one_by_one });
        }
        let borrowed = self.borrowed(&run[0].field.member.selector);
        let oneof = member(run[0].field, &borrowed, path);
        let arms = own.iter().copied().flatten().filter_map(|place| {
            let Entry::Variant { number, .. } = place.entry else {
                return None;
            };
            let at = place.at(&quote!(Self), path);
            Some(quote!(#number => #path::encode_oneof(oneof, w, #at),))
        });
        let first = run[0].at(&quote!(Self), path);
        quote! {
            if __W::GATHERS {
                let oneof = #oneof;
                match #path::active(oneof) {
                    #(#arms)*
                    _ => #path::encode_oneof(oneof, w, #first),
                }
            } else {
                #one_by_one
            }
        }
    }
}

/// The places one by one, but variants of one oneof in slots without gaps together.
pub(super) fn runs<'p, 'm>(places: &'p [Place<'m>]) -> Vec<&'p [Place<'m>]> {
    let next = |one: &Place<'_>, other: &Place<'_>| match (one.entry, other.entry) {
        (Entry::Variant { slot, .. }, Entry::Variant { slot: next, .. }) => {
            std::ptr::eq(one.field, other.field) && slot.get() + 1 == next.get()
        }
        _ => false,
    };
    places.chunk_by(next).collect()
}

/// The `Option<&Enum>` of a oneof's member.
pub(super) fn member(field: &Field, value: &TokenStream, path: &TokenStream) -> TokenStream {
    if matches!(field.shape, Shape::Option(_)) {
        quote!(#path::Oneof::get(#value))
    } else {
        quote!(#path::Some(#value))
    }
}
