//! How rules reach evaluation: fixed by a type, so that everything folds, or held as data.

use core::marker::PhantomData;

use super::{Kind, Plan, Rule};

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
pub struct ListedRules(Plan);

impl ListedRules {
    /// Sorts the rules.
    pub const fn new(rules: &[Rule]) -> ListedRules {
        ListedRules(Plan::of(rules))
    }
}

impl Rules for ListedRules {
    type Items = ListedRules;
    type Keys = ListedRules;
    type Values = ListedRules;

    #[inline]
    fn plan(&self) -> &Plan {
        &self.0
    }
    fn items(&self) -> ListedRules {
        ListedRules::new(self.0.items)
    }
    fn keys(&self) -> ListedRules {
        ListedRules::new(self.0.keys)
    }
    fn values(&self) -> ListedRules {
        ListedRules::new(self.0.values)
    }
}
