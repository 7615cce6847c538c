//! What stands in a module: types that may derive `Codec`, and all that the names of their members may mean.

use std::rc::Rc;

use everwire_model::model::name;
use syn::DeriveInput;
use syn::spanned::Spanned;

use super::cfg::{self, Cfg};
use super::files;
use super::inside;
use super::place::Place;
use super::settle::{self, Waiting};
use super::uses::{self, reach};
use super::{File, Reader};
use crate::define::names::{Binding, Hidden, Name};
use crate::define::tree::ModuleId;
use crate::define::unresolved::Why;

impl Reader<'_> {
    /// Adds the items of a module, whose own modules have their files at a place.
    pub(super) fn items(
        &mut self,
        file: &File<'_>,
        items: &[syn::Item],
        module: ModuleId,
        place: &Place,
    ) {
        for item in items {
            self.item(file, item, module, place);
        }
    }

    fn item(&mut self, file: &File<'_>, item: &syn::Item, module: ModuleId, place: &Place) {
        let doubt = match cfg::of(attributes(item)) {
            Cfg::Never => return,
            Cfg::Doubt(why) => Some(why),
            Cfg::Always => self.tree.get(module).doubt.clone(),
        };
        match item {
            syn::Item::Struct(one) => self.ty(file, one.clone().into(), &one.vis, module, doubt),
            syn::Item::Enum(one) => self.ty(file, one.clone().into(), &one.vis, module, doubt),
            syn::Item::Union(one) => self.ty(file, one.clone().into(), &one.vis, module, doubt),
            syn::Item::Type(one) => self.alias(one, module, doubt),
            syn::Item::Const(one) => self.constant(one, module, doubt),
            syn::Item::Use(one) => uses::add(one, module, doubt, self.tree),
            syn::Item::ExternCrate(one) => uses::add_crate(one, module, doubt, self.tree),
            syn::Item::Impl(one) => self.names.note(module, one),
            syn::Item::Mod(one) => return self.module(file, one, module, place),
            syn::Item::Macro(one) => return self.invocation(file, one, module),
            syn::Item::Verbatim(tokens) if self.macros.may_derive("", tokens) => {
                let at = file.label(item.span(), self.tree);
                let why = Why::new("the parser does not know it");
                self.unresolved("what an item declares", &why, at);
            }
            _ => {}
        }
        self.inside(file, item, module);
    }

    /// Notes what stands inside an item.
    fn inside(&mut self, file: &File<'_>, item: &syn::Item, module: ModuleId) {
        let place = match item {
            syn::Item::Fn(_) | syn::Item::Impl(_) | syn::Item::Trait(_) => "a function",
            syn::Item::Const(_) | syn::Item::Static(_) => "an initialiser",
            _ => "another item",
        };
        let inside = inside::of(item, &self.macros);
        for one in inside.types {
            let at = file.label(one.at, self.tree);
            self.waiting.push(Waiting::Inner(module, one, place, at));
        }
        for one in inside.impls {
            let at = file.label(one.at, self.tree);
            self.waiting.push(Waiting::Implemented(module, one, at));
        }
        for (own, at) in inside.macros {
            let at = file.label(at, self.tree);
            let what = format!("what `{own}!` declares");
            self.unresolved(&what, &Why::new("macros are not expanded"), at);
        }
    }

    fn module(&mut self, file: &File<'_>, item: &syn::ItemMod, module: ModuleId, place: &Place) {
        let own = name::plain(&item.ident);
        let candidates = match &item.content {
            Some(_) => Default::default(),
            None => place.files(item),
        };
        let mut cfg = cfg::of(&item.attrs);
        if let [(path, _)] = candidates.files.as_slice() {
            cfg = cfg.and(self.cfg(path));
        }
        let doubt = match cfg {
            Cfg::Never => return,
            Cfg::Doubt(why) => Some(why),
            Cfg::Always => candidates.doubt,
        };
        let inner = self.tree.module(Some(module), doubt.clone());
        let reach = reach(&item.vis, module, self.tree);
        let binding = Binding {
            meaning: Name::Module(inner),
            reach,
            doubt,
        };
        self.tree.bind(module, own.clone(), binding);
        if let Some((_, items)) = &item.content {
            self.items(file, items, inner, &place.inside(item));
            return;
        }
        for (path, place) in &candidates.files {
            self.file(path, place, inner);
        }
        if candidates.files.is_empty() {
            let why = Why::new("its file is not found");
            let at = file.label(item.ident.span(), self.tree);
            self.unresolved(&format!("the module `{own}`"), &why, at);
            self.hide(inner, Why::new(format!("the file of `{own}` is not found")));
        }
    }

    /// A macro that may declare types.
    fn invocation(&mut self, file: &File<'_>, item: &syn::ItemMacro, module: ModuleId) {
        let Some(last) = item.mac.path.segments.last() else {
            return;
        };
        let own = last.ident.to_string();
        if item.ident.is_some() {
            return;
        }
        let first = item.mac.path.segments.first();
        let at = first.map_or(last.ident.span(), |first| first.ident.span());
        let at = file.label(at, self.tree);
        let tokens = &item.mac.tokens;
        if own == "include_schema" || own == "include" && is_schema(tokens) {
            return self.schema(module);
        }
        // A file of another name that a build script makes is taken for what it made of the schemas, where some are read.
        if own == "include" && is_built(tokens) && self.tree.schema.is_some() {
            self.schema(module);
            return self.hide(module, Why::new("`include!` may declare it"));
        }
        if own == "include" {
            let path = files::included(file.path, &item.mac);
            match path.filter(|path| self.files.get(path).is_some()) {
                Some(path) => self.file(&path, &Place::beside(&path), module),
                None => {
                    let why = Why::new("its file is none of the sources");
                    self.unresolved("what `include!` includes", &why, at);
                    let why = "`include!` may declare it";
                    self.hide(module, Why::new(why));
                }
            }
            return;
        }
        let names = self.macros.may_declare(&own, tokens);
        let why = Why::new(format!("`{own}!` may declare it"));
        let names = Some(names);
        self.tree.get_mut(module).hidden.push(Hidden { why, names });
        if self.macros.may_derive(&own, tokens) {
            let what = format!("what `{own}!` declares");
            self.unresolved(&what, &Why::new("macros are not expanded"), at);
        }
    }

    fn ty(
        &mut self,
        file: &File<'_>,
        mut input: DeriveInput,
        visibility: &syn::Visibility,
        module: ModuleId,
        doubt: Option<Why>,
    ) {
        let own = name::plain(&input.ident);
        input.attrs = cfg::applied(&input.attrs);
        let plain = || Why::new(format!("`{own}` does not derive `Codec`"));
        let binding = Binding {
            meaning: Name::Plain(doubt.clone().unwrap_or_else(plain)),
            reach: reach(visibility, module, self.tree),
            doubt: doubt.clone(),
        };
        let at = self.tree.bind(module, own, binding);
        let one = settle::Declared {
            input,
            at,
            doubt,
            file: Rc::clone(&file.shown),
            offset: file.offset,
        };
        self.waiting.push(Waiting::Declared(Box::new(one)));
    }

    fn alias(&mut self, item: &syn::ItemType, module: ModuleId, doubt: Option<Why>) {
        let own = name::plain(&item.ident);
        let meaning = match &doubt {
            Some(why) => Name::Plain(why.clone()),
            None => Name::Alias(Box::new(item.clone())),
        };
        let binding = Binding {
            meaning,
            reach: reach(&item.vis, module, self.tree),
            doubt,
        };
        self.tree.bind(module, own, binding);
    }

    fn constant(&mut self, item: &syn::ItemConst, module: ModuleId, doubt: Option<Why>) {
        let binding = Binding {
            meaning: Name::Const(item.expr.clone()),
            reach: reach(&item.vis, module, self.tree),
            doubt,
        };
        self.tree.bind(module, name::plain(&item.ident), binding);
    }
}

/// Whether that is the file that `include_schema!()` includes.
fn is_schema(tokens: &proc_macro2::TokenStream) -> bool {
    let text = tokens.to_string().replace(' ', "");
    text == "concat!(env!(\"OUT_DIR\"),\"/everwire.rs\")"
}

fn is_built(tokens: &proc_macro2::TokenStream) -> bool {
    let text = tokens.to_string().replace(' ', "");
    text.starts_with("concat!(env!(\"OUT_DIR\"),")
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::ExternCrate(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Union(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
