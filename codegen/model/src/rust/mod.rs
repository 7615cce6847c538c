//! From Rust items and their attributes, by syn, to the raw model.
//!
//! Lowering judges only what cannot be read: words that no attribute has, values of the wrong
//! kind, attributes that stand twice or on the wrong thing. All else is left to
//! [`check`].

mod accept;
mod container;
mod extensions;
mod field;
mod generics;
mod known;
mod message_rules;
mod prost;
mod reserved;
mod rules;
mod says;
mod setting;
mod shape;
mod value;
mod variant;
mod was;

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::DeriveInput;

use crate::check;
use crate::model::{At, Diagnostic, Located, raw};

/// What a Rust item says.
#[derive(Debug)]
pub struct Lowered {
    /// The raw item; of a `union`, without its fields.
    pub item: raw::Item,
    /// Mistakes that lowering found.
    pub diagnostics: Vec<Diagnostic>,
    /// The places behind every [`At`].
    pub spans: Spans,
}

/// The spans behind the places of an item: the first and the last token of each.
#[derive(Debug, Default)]
pub struct Spans(Vec<(Span, Span)>);

impl Spans {
    /// The spans of the first and the last token of a place.
    pub fn get(&self, at: At) -> (Span, Span) {
        let index = usize::try_from(at.0).unwrap_or(usize::MAX);
        let whole = || (Span::call_site(), Span::call_site());
        self.0.get(index).copied().unwrap_or_else(whole)
    }

    /// A mistake as a compile error at its place.
    pub fn compile_error(&self, diagnostic: &Diagnostic) -> TokenStream {
        let (first, last) = self.get(diagnostic.at());
        let mut text = Literal::string(&diagnostic.text());
        text.set_span(last);
        let mut inside = Group::new(Delimiter::Brace, TokenStream::from(TokenTree::from(text)));
        inside.set_span(last);
        let mut tokens = quote_spanned!(first=> ::core::compile_error!);
        tokens.extend([TokenTree::from(inside)]);
        tokens
    }
}

/// The raw form of a struct or an enum, and every mistake in its attributes.
pub fn lower(input: &DeriveInput) -> Lowered {
    let mut reader = Reader::default();
    let item = container::lower(input, &mut reader);
    Lowered {
        item,
        diagnostics: reader.found,
        spans: reader.spans,
    }
}

/// Keeps places and mistakes while an item is read.
#[derive(Default)]
struct Reader {
    spans: Spans,
    found: Vec<Diagnostic>,
}

impl Reader {
    fn at(&mut self, span: Span) -> At {
        self.at_both(span, span)
    }

    /// The place of everything that `tokens` are.
    fn at_all(&mut self, tokens: &impl ToTokens) -> At {
        let mut tokens = tokens.to_token_stream().into_iter();
        let first = tokens
            .next()
            .map_or_else(Span::call_site, |token| token.span());
        let last = tokens.last().map_or(first, |token| token.span());
        self.at_both(first, last)
    }

    fn at_both(&mut self, first: Span, last: Span) -> At {
        let at = At(u32::try_from(self.spans.0.len()).unwrap_or(u32::MAX));
        self.spans.0.push((first, last));
        at
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Keeps what an attribute says that may stand once.
    fn once<T>(&mut self, kept: &mut Option<Located<T>>, name: &str, at: At, value: Option<T>) {
        match kept {
            Some(first) => {
                let first = first.at;
                self.report(check::duplicate_attribute::diagnostic(name, at, first));
            }
            None => *kept = value.map(|value| Located::new(value, at)),
        }
    }

    /// Keeps a flag.
    fn flag(&mut self, kept: &mut Option<At>, name: &str, at: At) {
        match *kept {
            Some(first) => self.report(check::duplicate_attribute::diagnostic(name, at, first)),
            None => *kept = Some(at),
        }
    }
}

#[cfg(test)]
mod tests;
