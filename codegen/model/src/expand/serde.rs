//! serde's traits, by the same walk.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::Headers;
use crate::model::Item;

/// `Serialize` and `Deserialize`, told and asked as serde's data model.
pub(super) fn expand(item: &Item, path: &TokenStream) -> TokenStream {
    let headers = Headers::new(item, path);
    let (serialize, deserialize) = (
        headers.plain("Serialize", "Codec"),
        headers.decoding("Deserialize"),
    );
    quote! {
        #[automatically_derived]
        #serialize {
            fn serialize<__S: #path::Serializer>(&self, s: __S) -> #path::Result<__S::Ok, __S::Error> {
                #path::serialize(self, s)
            }
        }
        #[automatically_derived]
        #deserialize {
            fn deserialize<__D: #path::Deserializer<'__de>>(d: __D) -> #path::Result<Self, __D::Error> {
                #path::deserialize(d)
            }
        }
    }
}
