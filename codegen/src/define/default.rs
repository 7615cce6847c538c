//! Defaults that are no literals: a value of an enum, by its path.

use everwire_model::model::{Default, Kind, Payload, name};
use quote::ToTokens;
use syn::Expr;

use super::make::Make;
use super::shape::Here;
use super::unresolved::Why;

impl Make<'_> {
    /// The bytes on MessagePack of the value that a default is.
    pub(super) fn default_bytes(&self, here: Here<'_>, default: &Default) -> Result<Vec<u8>, Why> {
        if let Some(bytes) = &default.stored {
            return Ok(bytes.clone());
        }
        let parsed = syn::parse2::<Expr>(default.expr.clone()).ok();
        let bytes = parsed.and_then(|expr| self.value(here, &expr));
        bytes.ok_or_else(|| Why::new("an expression makes its default"))
    }

    fn value(&self, here: Here<'_>, expr: &Expr) -> Option<Vec<u8>> {
        let path = match expr {
            Expr::Group(group) => return self.value(here, &group.expr),
            Expr::Paren(paren) => return self.value(here, &paren.expr),
            // A value of an enum that a field holds as `i32`.
            Expr::Cast(cast) => return self.value(here, &cast.expr),
            Expr::Path(path) if path.qself.is_none() => &path.path,
            _ => return None,
        };
        let mut owner = path.clone();
        let own = name::plain(&owner.segments.pop()?.ident);
        owner.segments.pop_punct();
        let held = self.held(here, &owner.to_token_stream()).ok()?;
        match &self.tree.item(held.item?).checked.as_ref()?.kind {
            Kind::Enum(one) => {
                let mut values = one.values.iter();
                let value = values.find(|value| name::plain(&value.ident) == own)?;
                everwire::msgpack::to_vec(&value.number).ok()
            }
            Kind::Union(union) => {
                let mut variants = union.variants.iter();
                let variant = variants.find(|variant| name::plain(&variant.ident) == own)?;
                let Payload::Unit = variant.payload else {
                    return None;
                };
                // An array of the number and a message without fields, as the layouts have it.
                let number = everwire::msgpack::to_vec(&variant.number.get()).ok()?;
                Some([&[0x92], &*number, &[0x90]].concat())
            }
            _ => None,
        }
    }
}
