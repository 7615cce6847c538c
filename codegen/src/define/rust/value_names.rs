//! The names that the values of an enum have in its schema, where a method `as_str_name` tells them, as prost-build writes it.

use std::collections::BTreeMap;

use everwire_model::model::raw::{Body, Item};
use everwire_model::model::{Located, name};
use syn::{Expr, ExprLit, ImplItem, Lit, Pat, Stmt, Type};

use crate::define::tree::ModuleId;

/// Of enums by their modules and names: the name of each variant.
#[derive(Default)]
pub(super) struct ValueNames(BTreeMap<(ModuleId, String), BTreeMap<String, String>>);

impl ValueNames {
    /// Notes what an `impl` of a module tells.
    pub(super) fn note(&mut self, module: ModuleId, item: &syn::ItemImpl) {
        let Type::Path(path) = &*item.self_ty else {
            return;
        };
        let methods = item.items.iter().filter_map(|one| match one {
            ImplItem::Fn(method) => Some(method),
            _ => None,
        });
        let mut methods = methods.filter(|method| method.sig.ident == "as_str_name");
        let (Some(own), Some(method)) = (path.path.get_ident(), methods.next()) else {
            return;
        };
        if let Some(Stmt::Expr(Expr::Match(cases), _)) = method.block.stmts.last() {
            let names = cases.arms.iter().filter_map(arm);
            self.0.insert((module, name::plain(own)), names.collect());
        }
    }

    /// Names the values of an enum that fields hold as `i32`, but for those that say a name themselves.
    pub(super) fn tell(&self, module: ModuleId, item: &mut Item) {
        let key = (module, name::plain(&item.ident));
        let Some(names) = self.0.get(&key).filter(|_| item.held_as_i32) else {
            return;
        };
        let Body::Enum(variants) = &mut item.body else {
            return;
        };
        for variant in variants.iter_mut().filter(|one| one.says.rename.is_none()) {
            let name = names.get(&name::plain(&variant.ident)).cloned();
            variant.says.rename = name.map(|name| Located::new(name, variant.at));
        }
    }
}

/// `Self::Paid => "STATUS_PAID"`.
fn arm(arm: &syn::Arm) -> Option<(String, String)> {
    let Pat::Path(variant) = &arm.pat else {
        return None;
    };
    let Expr::Lit(ExprLit {
        lit: Lit::Str(told),
        ..
    }) = &*arm.body
    else {
        return None;
    };
    let variant = variant.path.segments.last()?;
    Some((name::plain(&variant.ident), told.value()))
}
