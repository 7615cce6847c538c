//! What has a message upgraded that older or newer versions have written.

use proc_macro2::TokenStream;
use quote::quote;

use super::Message;
use super::draft::draft_name;
use crate::expand::generics::free_name;
use crate::expand::schema;

impl Message<'_> {
    /// The constant that says that there is an upgrade.
    pub(super) fn upgrades(&self) -> Option<TokenStream> {
        let path = self.path;
        self.item.upgrade.as_ref().map(|_| {
            quote!(
                const UPGRADES: #path::bool = true;
            )
        })
    }

    /// The method that has a whole message upgraded.
    pub(super) fn upgrade(&self) -> Option<TokenStream> {
        let function = self.item.upgrade.as_ref()?;
        let path = self.path;
        let call = quote!(#path::upgrade(r, self, &missed, #function));
        Some(self.told_of(&placed(call, function), &quote!(r)))
    }

    fn told_of(&self, body: &TokenStream, r: &TokenStream) -> TokenStream {
        let path = self.path;
        quote! {
            fn upgrade<__R: #path::Reader<'__de>>(
                &mut self,
                #r: &mut __R,
                missed: #path::Missed,
            ) -> #path::Result<(), #path::Error> {
                #body
            }
        }
    }
}

/// A call of a function, which is told of at its path where its type is wrong.
fn placed(call: TokenStream, function: &TokenStream) -> TokenStream {
    schema::placed(call, schema::span(function))
}

/// What a draft notes for the upgrade of the message that it becomes; nothing where there is none.
#[derive(Default)]
pub(super) struct Missed {
    /// The member of the draft.
    pub(super) member: Option<TokenStream>,
    /// What it is before anything is read.
    pub(super) initial: Option<TokenStream>,
    /// The method that notes it.
    pub(super) note: Option<TokenStream>,
    /// What has the message `value` upgraded.
    pub(super) upgrade: Option<TokenStream>,
    /// The `mut` of that.
    pub(super) mutable: Option<TokenStream>,
}

impl Missed {
    pub(super) fn of(message: &Message<'_>) -> Self {
        let Some(function) = &message.item.upgrade else {
            return Missed::default();
        };
        let path = message.path;
        let members = message.message.declared().into_iter();
        let names: Vec<_> = members.map(|one| draft_name(one.member())).collect();
        let name = free_name("missed", names.iter());
        let call = quote!(#path::upgrade(r, &mut value, &missed, #function));
        let call = placed(call, function);
        let note = quote!(self.#name = #path::Some(missed); #path::Ok(()));
        Missed {
            member: Some(quote!(#name: #path::Option<#path::Missed>,)),
            initial: Some(quote!(#name: #path::None,)),
            note: Some(message.told_of(&note, &quote!(_r))),
            upgrade: Some(quote! {
                if let #path::Some(missed) = draft.#name {
                    #call?;
                }
            }),
            mutable: Some(quote!(mut)),
        }
    }
}
