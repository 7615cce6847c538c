//! Where the compiler tells that a field's type has no `Codec`: at the type, once.
//!
//! rustc tells each use of such a type, but two errors of one text at one place only once. So each use that a derive writes
//! names the type's trait in a path, and stands at the place of the type. Types that the generator defines need none of this.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

/// How the uses of a field's value are written.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) define: bool,
    pub(super) path: &'a TokenStream,
}

impl Told<'_> {
    /// `value`, a reference to a `ty`, where a `Codec` is needed.
    pub(super) fn shared(self, ty: &TokenStream, value: TokenStream) -> TokenStream {
        self.through(ty, "Codec", "this", value)
    }

    /// `value`, a unique reference to a `ty`, where a `Decode` is needed.
    pub(super) fn unique(self, ty: &TokenStream, value: TokenStream) -> TokenStream {
        self.through(ty, "Decode", "this_mut", value)
    }

    /// `value`, a unique reference to an `Option` of a `ty`, where a `Decode` is needed.
    pub(super) fn draft(self, ty: &TokenStream, value: TokenStream) -> TokenStream {
        self.through(ty, "Decode", "draft_mut", value)
    }

    /// `value`, an `Option` of a `ty`, where a `Decode` is needed.
    pub(super) fn prior(self, ty: &TokenStream, value: TokenStream) -> TokenStream {
        self.through(ty, "Decode", "prior", value)
    }

    /// A call that takes such a reference, at the place of the type.
    pub(super) fn call(self, ty: &TokenStream, call: TokenStream) -> TokenStream {
        if self.define {
            return call;
        }
        let (first, last) = ends(ty);
        let placed = call.into_iter().map(|mut token| {
            token.set_span(match &token {
                TokenTree::Group(_) => last,
                token => located(token, first),
            });
            token
        });
        placed.collect()
    }

    /// A call of a method of the scope, at the place of the type. It is named by its path, since what begins with a local name
    /// would be told there.
    pub(super) fn scope(
        self,
        ty: &TokenStream,
        method: &str,
        arguments: &TokenStream,
    ) -> TokenStream {
        let (path, method) = (self.path, Ident::new(method, Span::call_site()));
        match self.define {
            true => quote!(m.#method(#arguments)),
            false => self.call(ty, quote!(#path::Scope::#method(m, #arguments))),
        }
    }

    fn through(
        self,
        ty: &TokenStream,
        implemented: &str,
        method: &str,
        value: TokenStream,
    ) -> TokenStream {
        if self.define {
            return value;
        }
        let (path, (first, last)) = (self.path, ends(ty));
        let (implemented, method) = (Ident::new(implemented, first), Ident::new(method, first));
        let value = value.into_iter().map(|mut token| {
            token.set_span(located(&token, last));
            token
        });
        let mut arguments = Group::new(Delimiter::Parenthesis, value.collect());
        arguments.set_span(last);
        quote_spanned!(first=> <#ty as #path::#implemented>::#method #arguments)
    }
}

/// A place for a token, where a local name means what it meant: a type that a macro brought may know other locals.
pub(super) fn located(token: &TokenTree, span: Span) -> Span {
    match token {
        TokenTree::Ident(name) if LOCALS.iter().any(|local| name == local) => {
            span.resolved_at(name.span())
        }
        _ => span,
    }
}

/// The local names of generated functions.
const LOCALS: &[&str] = &["self", "m", "w", "r", "c", "seen", "value", "at"];

/// The spans of the first and the last token of a type.
fn ends(ty: &TokenStream) -> (Span, Span) {
    let mut tokens = ty.clone().into_iter();
    let first = tokens
        .next()
        .map_or_else(Span::call_site, |token| token.span());
    (first, tokens.last().map_or(first, |token| token.span()))
}
