//! What stands in a module: types that derive `Codec`, and all that the names of their members may mean.

use std::rc::Rc;

use everwire_model::model::{At, name};
use everwire_model::{check, rust};
use syn::{Attribute, DeriveInput, Meta, Token};

use super::cfg::{self, Cfg};
use super::files::{self, Files};
use super::{File, inside, uses};
use crate::define::item::{Item, Places};
use crate::define::tree::{ModuleId, Name, Tree};
use crate::define::unresolved::{self, Declares, Why};

impl File<'_> {
    /// Adds the items of a module; `within` are the inline modules of the file around them.
    pub(super) fn items(
        &self,
        items: &[syn::Item],
        module: ModuleId,
        within: &[String],
        files: &Files,
        tree: &mut Tree,
    ) {
        for item in items {
            self.item(item, module, within, files, tree);
        }
    }

    fn item(
        &self,
        item: &syn::Item,
        module: ModuleId,
        within: &[String],
        files: &Files,
        tree: &mut Tree,
    ) {
        match item {
            syn::Item::Struct(one) => self.ty(one.clone().into(), module, tree),
            syn::Item::Enum(one) => self.ty(one.clone().into(), module, tree),
            syn::Item::Union(one) => self.ty(one.clone().into(), module, tree),
            syn::Item::Type(one) => alias(one, module, tree),
            syn::Item::Use(one) => match cfg::of(&one.attrs) {
                Cfg::Test => {}
                Cfg::Always | Cfg::Doubt(_) => uses::add(one, module, tree),
            },
            syn::Item::ExternCrate(one) => {
                let own = match &one.rename {
                    Some((_, rename)) => rename,
                    None => &one.ident,
                };
                let path = match one.ident == "self" {
                    true => vec!["crate".to_owned()],
                    false => vec![String::new(), one.ident.to_string()],
                };
                tree.bring(module, own.to_string(), path);
            }
            syn::Item::Mod(one) => self.module(one, module, within, files, tree),
            syn::Item::Macro(one) => self.invocation(one, tree),
            syn::Item::Fn(_) | syn::Item::Impl(_) | syn::Item::Trait(_) | syn::Item::Const(_) => {
                for (own, span) in inside::types(item) {
                    let why = Why::new("it is declared inside a function");
                    let at = self.label(span, tree);
                    let what = format!("`{own}`");
                    let one = unresolved::of(&what, &why, at, Declares::Any);
                    tree.unresolved.push(one);
                }
            }
            _ => {}
        }
    }

    fn module(
        &self,
        item: &syn::ItemMod,
        module: ModuleId,
        within: &[String],
        files: &Files,
        tree: &mut Tree,
    ) {
        let doubt = match cfg::of(&item.attrs) {
            Cfg::Test => return,
            Cfg::Doubt(why) => Some(why),
            Cfg::Always => None,
        };
        let inner = tree.module(Some(module), doubt);
        let own = name::plain(&item.ident);
        tree.declare(module, own.clone(), Name::Module(inner));
        if let Some((_, items)) = &item.content {
            let within = [within, &[own]].concat();
            self.items(items, inner, &within, files, tree);
            return;
        }
        match files::of_module(self.path, within, item) {
            Some(path) => File::new(&path).read(inner, files, tree),
            None => {
                let why = Why::new("its file is not found");
                let at = self.label(item.ident.span(), tree);
                let what = format!("the module `{own}`");
                tree.unresolved
                    .push(unresolved::of(&what, &why, at, Declares::Any));
            }
        }
    }

    /// A macro that may declare types.
    fn invocation(&self, item: &syn::ItemMacro, tree: &mut Tree) {
        let Some(own) = item
            .mac
            .path
            .segments
            .last()
            .map(|last| last.ident.to_string())
        else {
            return;
        };
        if let Some(ident) = &item.ident {
            if inside::names_codec(&item.mac.tokens) {
                tree.macros.insert(ident.to_string());
            }
            return;
        }
        if tree.macros.contains(&own) || inside::names_codec(&item.mac.tokens) {
            let why = Why::new("macros are not expanded");
            let span = item
                .mac
                .path
                .segments
                .first()
                .map(|first| first.ident.span());
            let at = self.label(span.unwrap_or_else(proc_macro2::Span::call_site), tree);
            let what = format!("what `{own}!` declares");
            tree.unresolved
                .push(unresolved::of(&what, &why, at, Declares::Any));
        }
    }

    fn ty(&self, input: DeriveInput, module: ModuleId, tree: &mut Tree) {
        let own = name::plain(&input.ident);
        let doubt = match cfg::of(&input.attrs) {
            Cfg::Test => return,
            Cfg::Doubt(why) => Some(why),
            Cfg::Always => None,
        };
        if !derives_codec(&input.attrs) {
            let why = doubt.unwrap_or_else(|| Why::new(format!("`{own}` does not derive `Codec`")));
            tree.declare(module, own, Name::Unknown(why));
            return;
        }
        let lowered = rust::lower(&input);
        let spans = Rc::new(lowered.spans);
        let places = Places::Rust {
            file: Rc::clone(&self.shown),
            offset: self.offset,
            spans,
        };
        let (mut found, mut checked) = (lowered.diagnostics, None);
        match check::check(&lowered.item) {
            Ok(item) => checked = Some(item).filter(|_| found.is_empty()),
            Err(more) => found.extend(more),
        }
        let found = found.iter().map(|one| places.finding(one, &tree.texts));
        let found: Vec<_> = found.collect();
        tree.findings.extend(found);
        let own_doubt = doubt.or_else(|| tree.get(module).doubt.clone());
        let of_members = || cfg::of_members(&input.data);
        let at: At = lowered.item.at;
        tree.add(Item {
            module,
            doubt: own_doubt.or_else(of_members).map(|why| (why, at)),
            raw: lowered.item,
            checked,
            places,
        });
    }
}

fn alias(item: &syn::ItemType, module: ModuleId, tree: &mut Tree) {
    let own = name::plain(&item.ident);
    let has_parameters = item
        .generics
        .params
        .iter()
        .any(|param| !matches!(param, syn::GenericParam::Lifetime(_)));
    let meaning = match (cfg::of(&item.attrs), has_parameters) {
        (Cfg::Test, _) => return,
        (Cfg::Doubt(why), _) => Name::Unknown(why),
        (Cfg::Always, true) => Name::Unknown(Why::new(format!("`{own}` has parameters"))),
        (Cfg::Always, false) => Name::Alias(item.ty.clone()),
    };
    tree.declare(module, own, meaning);
}

/// Whether `Codec` is among the derived traits.
pub(super) fn derives_codec(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let names = |meta: &Meta| {
            let Meta::List(list) = meta else { return false };
            let parser = syn::punctuated::Punctuated::<syn::Path, Token![,]>::parse_terminated;
            let paths = list.parse_args_with(parser);
            list.path.is_ident("derive")
                && paths.is_ok_and(|paths| {
                    let mut lasts = paths.iter().filter_map(|path| path.segments.last());
                    lasts.any(|last| last.ident == "Codec")
                })
        };
        names(&attribute.meta) || is_conditional(attribute)
    })
}

/// Whether `cfg_attr` decides on the derive.
fn is_conditional(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else {
        return false;
    };
    let tokens = list.tokens.to_string();
    list.path.is_ident("cfg_attr") && tokens.contains("derive") && inside::names_codec(&list.tokens)
}
