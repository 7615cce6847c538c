//! How rules reach evaluation: fixed by a type, so that everything folds, or held as data.

use core::marker::PhantomData;

use super::{Kind, Plan, Rule};
use crate::schema::{Field, Presence};

/// The rules of one field, ready for evaluation. Generated code names them by a type ([`FixedRules`]); a program that has
/// them only at run time holds a [`ListedRules`].
pub trait Rules {
    /// The rules of the elements of a list.
    type Items: Rules;
    /// The rules of the keys of a map.
    type Keys: Rules;
    /// The rules of the values of a map.
    type Values: Rules;

    /// Whether there may be a rule: where there is none, its test is not compiled.
    const ANY: bool = true;

    /// The sorted rules.
    fn plan(&self) -> &Plan;
    /// What [`Rule::Items`] holds.
    fn items(&self) -> Self::Items;
    /// What [`Rule::Keys`] holds.
    fn keys(&self) -> Self::Keys;
    /// What [`Rule::Values`] holds.
    fn values(&self) -> Self::Values;
}

/// Rules that a type stands for. A zero-sized type per field implements this; the plan is then a constant of the type.
pub trait FixedRules {
    /// The rules, as they stand in the schema.
    const RULES: &'static [Rule];
    /// Whether the field has presence of its own, so that a zero is not absent.
    const HAS_PRESENCE: bool = false;
    /// What the field, or a list's elements, are on the wire, where it is not the Rust type's own kind.
    const KIND: Option<Kind> = None;
    /// The same for a map's keys.
    const KEY_KIND: Option<Kind> = None;
    /// The same for a map's values.
    const VALUE_KIND: Option<Kind> = None;
}

impl<F: FixedRules> Rules for F {
    type Items = Items<F>;
    type Keys = Keys<F>;
    type Values = Values<F>;

    const ANY: bool = !F::RULES.is_empty();

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn plan(&self) -> &Plan {
        const {
            &Plan::of(F::RULES)
                .or_kind(F::KIND)
                .with_presence(F::HAS_PRESENCE)
        }
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn items(&self) -> Items<F> {
        Items(PhantomData)
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn keys(&self) -> Keys<F> {
        Keys(PhantomData)
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn values(&self) -> Values<F> {
        Values(PhantomData)
    }
}

macro_rules! nested {
    ($($name:ident $place:ident $kind:ident $what:literal)*) => {$(
        #[doc = concat!("The rules of ", $what, " under the fixed rules `F`.")]
        #[derive(Clone, Copy, Debug)]
        pub struct $name<F>(PhantomData<F>);

        impl<F> Default for $name<F> {
            fn default() -> Self {
                $name(PhantomData)
            }
        }

        impl<F: FixedRules> FixedRules for $name<F> {
            const RULES: &'static [Rule] = Plan::of(F::RULES).$place;
            const KIND: Option<Kind> = F::$kind;
        }
    )*};
}

nested! {
    Items items KIND "a list's elements"
    Keys keys KEY_KIND "a map's keys"
    Values values VALUE_KIND "a map's values"
}

/// No rules: the value only descends.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoRules;

impl FixedRules for NoRules {
    const RULES: &'static [Rule] = &[];
}

/// Rules held as data, for tables that are made at run time.
#[derive(Clone, Copy, Debug)]
pub struct ListedRules {
    plan: Plan,
    /// What a list's elements, a map's keys and its values are on the wire.
    kinds: [Option<Kind>; 3],
}

impl ListedRules {
    /// Sorts the rules.
    #[must_use]
    pub const fn new(rules: &[Rule]) -> ListedRules {
        ListedRules {
            plan: Plan::of(rules),
            kinds: [None; 3],
        }
    }

    /// The rules of a field of a schema.
    #[must_use]
    pub fn of(field: &Field) -> ListedRules {
        let ty = field.ty();
        let kind = Kind::of(ty, field.encoding());
        ListedRules {
            plan: Plan::of(field.rules())
                .or_kind(kind)
                .with_presence(field.presence() != Presence::Implicit),
            kinds: [
                kind,
                Kind::of_key(ty, field.key()),
                Kind::of_value(ty, field.map_value()),
            ],
        }
    }

    /// Any rules, as data.
    #[must_use]
    pub fn held<R: Rules>(rules: &R) -> ListedRules {
        ListedRules {
            plan: *rules.plan(),
            kinds: [
                rules.items().plan().kind,
                rules.keys().plan().kind,
                rules.values().plan().kind,
            ],
        }
    }

    fn nested(rules: &[Rule], kind: Option<Kind>) -> ListedRules {
        ListedRules {
            plan: Plan::of(rules).or_kind(kind),
            kinds: [kind, None, None],
        }
    }
}

impl Rules for ListedRules {
    type Items = ListedRules;
    type Keys = ListedRules;
    type Values = ListedRules;

    #[inline]
    fn plan(&self) -> &Plan {
        &self.plan
    }
    fn items(&self) -> ListedRules {
        ListedRules::nested(self.plan.items, self.kinds[0])
    }
    fn keys(&self) -> ListedRules {
        ListedRules::nested(self.plan.keys, self.kinds[1])
    }
    fn values(&self) -> ListedRules {
        ListedRules::nested(self.plan.values, self.kinds[2])
    }
}
