//! From checked items to definitions: what the expander writes as `SCHEMA`, as data.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use everwire::dynamic::{self, Definition, Shape, What};
use everwire::schema;
use everwire_model::model::{self, At, Kind, ParamKind, Style};

use super::item::Item;
use super::shape::{Held, Here};
use super::tree::{ItemId, Tree};
use super::unresolved::{self, Declares, Unresolved, Why};
use super::{Declared, Project, left_out};
use crate::export::notes::{Function, Notes};
use crate::render::Label;

/// All that is known so far of the items of a tree.
pub(super) struct Make<'t> {
    pub(super) tree: &'t Tree,
    /// The types of items; none while one is looked for.
    types: RefCell<BTreeMap<ItemId, Option<Result<Held, Why>>>>,
    /// The definitions of items; none of one that cannot be told, or is being made.
    made: RefCell<BTreeMap<ItemId, Option<Rc<Vec<Declared>>>>>,
    /// Tuples and types of the runtime, by full name.
    brought: RefCell<BTreeMap<String, Declared>>,
    /// The place that is looked at.
    place: Cell<Option<(ItemId, At)>>,
    unresolved: RefCell<Vec<Unresolved>>,
}

/// A part of an item that cannot be told.
pub(super) struct Fault {
    /// What it is, as a person calls it.
    pub(super) what: String,
    pub(super) why: Why,
    pub(super) at: At,
}

/// Makes what can be told of all items.
pub(super) fn all(tree: &mut Tree) -> Project {
    let findings = std::mem::take(&mut tree.findings);
    let unresolved = std::mem::take(&mut tree.unresolved);
    let make = Make {
        tree,
        types: RefCell::default(),
        made: RefCell::default(),
        brought: RefCell::default(),
        place: Cell::new(None),
        unresolved: RefCell::new(unresolved),
    };
    for (id, _) in tree.items() {
        make.made(id);
    }
    let made = make.made.into_inner().into_values().flatten();
    let types = made.flat_map(Rc::unwrap_or_clone).collect();
    let brought = make.brought.into_inner().into_values().collect();
    let project = Project {
        types,
        findings,
        unresolved: make.unresolved.into_inner(),
        ..Project::default()
    };
    left_out::remaining(project, brought)
}

impl Make<'_> {
    /// What an item declares: itself, and the messages that its variants are; none of what is another type on every wire.
    pub(super) fn made(&self, id: ItemId) -> Option<Rc<Vec<Declared>>> {
        if let Some(made) = self.made.borrow().get(&id) {
            return made.clone();
        }
        self.made.borrow_mut().insert(id, None);
        let item = self.tree.item(id);
        let mut faults = Vec::new();
        let mut made = self.make(id, item, &mut faults);
        if let Some(own) = made.as_mut().and_then(|made| made.first_mut()) {
            own.notes.docs.clone_from(&item.raw.docs);
            own.notes.is_deprecated = item.raw.deprecated;
            own.notes.hooks = item.raw.hooks.iter().map(Function::new).collect();
            own.notes.upgrade = item.raw.upgrade.as_ref().map(Function::new);
        }
        let outcome = faults.is_empty().then_some(made).flatten().map(Rc::new);
        let found = faults.into_iter().map(|fault| {
            let at = item.places.label(fault.at, &self.tree.texts);
            unresolved::of(&fault.what, &fault.why, at, declares(item))
        });
        self.unresolved.borrow_mut().extend(found);
        self.made.borrow_mut().insert(id, outcome.clone());
        outcome
    }

    fn make(&self, id: ItemId, item: &Item, faults: &mut Vec<Fault>) -> Option<Vec<Declared>> {
        let what = format!("`{}`", item.name());
        if let Some((why, at)) = &item.doubt {
            let (why, at) = (why.clone(), *at);
            faults.push(Fault { what, why, at });
            return None;
        }
        let checked = item.checked.as_ref()?;
        if let Some(why) = generic(checked) {
            let at = item.raw.at;
            faults.push(Fault { what, why, at });
            return None;
        }
        let here = Here::new(id, item.module, &checked.crate_path);
        self.place.set(Some((id, item.raw.at)));
        match &checked.kind {
            Kind::Struct(message) => Some(vec![self.message(here, item, checked, message, faults)]),
            Kind::Enum(one) => Some(vec![self.enumeration(item, checked, one)]),
            Kind::Union(union) => Some(self.union(here, item, checked, union, faults)),
            Kind::Newtype(_) | Kind::Proxy(_) => {
                if let Err(why) = self.type_of(id) {
                    let at = item.raw.at;
                    faults.push(Fault { what, why, at });
                }
                Some(Vec::new())
            }
        }
    }

    /// The type of an item's values.
    pub(super) fn type_of(&self, id: ItemId) -> Result<Held, Why> {
        let item = self.tree.item(id);
        if let Some(known) = self.types.borrow().get(&id) {
            let circle = || Err(Why::new(format!("`{}` holds itself", item.name())));
            return known.clone().unwrap_or_else(circle);
        }
        self.types.borrow_mut().insert(id, None);
        let found = self.find_type(id, item);
        self.types.borrow_mut().insert(id, Some(found.clone()));
        found
    }

    fn find_type(&self, id: ItemId, item: &Item) -> Result<Held, Why> {
        if let Some((why, _)) = &item.doubt {
            return Err(why.clone());
        }
        let Some(checked) = &item.checked else {
            return Err(Why::new(format!("`{}` has mistakes", item.name())));
        };
        if let Some(why) = generic(checked) {
            return Err(why);
        }
        let here = Here::new(id, item.module, &checked.crate_path);
        let named = || Held::of(Shape::Named(checked.full_name.clone()), id);
        match &checked.kind {
            Kind::Struct(message) if message.style == Style::Unit => Ok(Held::of(Shape::Unit, id)),
            Kind::Struct(_) | Kind::Enum(_) | Kind::Union(_) => Ok(named()),
            Kind::Newtype(newtype) => match &newtype.field.with {
                Some(with) => self.converted(here, with).map(Held::behind),
                None => self.held(here, &newtype.field.member.ty).map(Held::behind),
            },
            Kind::Proxy(proxy) => self.held(here, &proxy.ty).map(Held::behind),
        }
    }

    /// A definition of an item, which says of itself what every item may.
    pub(super) fn definition(&self, checked: &model::Item, what: What) -> Definition {
        let mut definition = Definition::new(checked.full_name.clone(), what);
        definition.version = checked.version;
        definition.aliases.clone_from(&checked.aliases);
        definition.json = match checked.json {
            model::Dialect::Native => schema::Dialect::Native,
            model::Dialect::Proto => schema::Dialect::Proto,
        };
        definition.form = form(checked.form);
        definition.extensions.clone_from(&checked.extensions);
        definition.is_message_set = checked.message_set;
        definition
    }

    /// A definition as what an item declares.
    pub(super) fn declared(
        &self,
        item: &Item,
        definition: Definition,
        at: At,
        accepts: &[model::Accept],
    ) -> Declared {
        let mut declared = Declared {
            definition,
            at: self.label(item, at),
            members: BTreeMap::new(),
            accepted: BTreeMap::new(),
            notes: Notes::default(),
        };
        self.accept(item, &mut declared, accepts, None);
        declared
    }

    /// Adds breaks that are wanted.
    pub(super) fn accept(
        &self,
        item: &Item,
        declared: &mut Declared,
        accepts: &[model::Accept],
        number: Option<i64>,
    ) {
        for one in accepts {
            let key = (number, one.change.clone());
            declared.accepted.insert(key, self.label(item, one.at));
            let accepted = dynamic::Accepted {
                number,
                change: one.change.clone(),
                reason: one.reason.clone(),
            };
            let all = &mut declared.definition.accepted;
            if let Err(place) = all.binary_search(&accepted) {
                all.insert(place, accepted);
            }
        }
    }

    pub(super) fn label(&self, item: &Item, at: At) -> Label {
        item.places.label(at, &self.tree.texts)
    }

    /// Why what holds an item that cannot be told cannot be told.
    pub(super) fn left_out(&self, id: ItemId) -> Why {
        Why::holds(&self.tree.item(id).name())
    }

    /// Notes the place that is looked at.
    pub(super) fn look(&self, id: ItemId, at: At) {
        self.place.set(Some((id, at)));
    }

    /// Adds types that no item declares.
    pub(super) fn bring(&self, definitions: Vec<Definition>) {
        let Some((id, at)) = self.place.get() else {
            return;
        };
        let at = self.label(self.tree.item(id), at);
        let mut brought = self.brought.borrow_mut();
        for definition in definitions {
            let name = definition.full_name();
            brought.entry(name).or_insert_with(|| Declared {
                definition,
                at: at.clone(),
                members: BTreeMap::new(),
                accepted: BTreeMap::new(),
                notes: Notes::default(),
            });
        }
    }
}

/// What an item declares, as far as can be told.
fn declares(item: &Item) -> Declares {
    match &item.checked {
        Some(checked) => match checked.kind {
            Kind::Newtype(_) | Kind::Proxy(_) => Declares::Nothing,
            _ => Declares::Type(checked.full_name.clone()),
        },
        None => Declares::Any,
    }
}

fn generic(item: &model::Item) -> Option<Why> {
    let mut params = item.generics.params.iter();
    let is_generic = params.any(|param| param.kind != ParamKind::Lifetime);
    is_generic.then(|| Why::new("it has parameters, which each use of it decides"))
}

fn form(form: model::Form) -> schema::Form {
    match form {
        model::Form::Plain => schema::Form::Plain,
        model::Form::Bare => schema::Form::Bare,
        model::Form::Value => schema::Form::Value,
        model::Form::Null => schema::Form::Null,
        model::Form::Timestamp => schema::Form::Timestamp,
        model::Form::Duration => schema::Form::Duration,
        model::Form::FieldMask => schema::Form::FieldMask,
        model::Form::Any => schema::Form::Any,
    }
}
