//! Where a field stands behind flattened ones: its position counts the fields of types, which may be parameters.

use core::fmt;
use core::marker::PhantomData;

#[cfg(debug_assertions)]
use super::Row;
use super::place::field;
use super::{Codec, Info, Place};
use crate::schema::Presence;
use crate::validate::{FixedRules, Kind, Rule};

/// The types of flattened fields, as a list of pairs: `(A, (B, ()))`.
pub trait Flattened {
    /// How many fields they have together.
    const COUNT: usize;
}

impl Flattened for () {
    const COUNT: usize = 0;
}

impl<A: Codec, B: Flattened> Flattened for (A, B) {
    const COUNT: usize = A::SCHEMA.fields().len() + B::COUNT;
}

/// The field of `M` that follows `I` fields of its own and those of the flattened types `F`.
pub struct After<M: ?Sized, const I: usize, F>(PhantomData<fn(&M, &F)>);

/// The field of `M` behind flattened ones, as generated code names it for what is written and read.
#[cfg(not(debug_assertions))]
#[must_use]
#[inline(always)]
pub const fn after<M: Codec + ?Sized, const I: usize, F: Flattened>() -> After<M, I, F> {
    After(PhantomData)
}

/// The field of `M` behind flattened ones, as generated code names it for what is written and read: data, as
/// [`nth`](super::nth) has it.
#[cfg(debug_assertions)]
#[must_use]
pub const fn after<M: Codec + ?Sized, const I: usize, F: Flattened>() -> Row<'static> {
    Row(const { &Info::nth::<M>(I + F::COUNT) })
}

/// The field of `M` behind flattened ones, as generated code names it for its rules.
#[must_use]
#[cfg_attr(not(debug_assertions), inline(always))]
pub const fn rules_after<M: ?Sized, const I: usize, F>() -> After<M, I, F> {
    After(PhantomData)
}

impl<M: ?Sized, const I: usize, F> Clone for After<M, I, F> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<M: ?Sized, const I: usize, F> Copy for After<M, I, F> {}

impl<M: ?Sized, const I: usize, F: Flattened> fmt::Debug for After<M, I, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "After({I} + {})", F::COUNT)
    }
}

impl<M: Codec + ?Sized, const I: usize, F: Flattened> After<M, I, F> {
    const PLACE: Info = Info::nth::<M>(I + F::COUNT);
}

impl<M: Codec + ?Sized, const I: usize, F: Flattened> Place for After<M, I, F> {
    const INFO: Option<Info> = Some(Self::PLACE);

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn info(&self) -> Info {
        Self::PLACE
    }
}

impl<M: Codec + ?Sized, const I: usize, F: Flattened> FixedRules for After<M, I, F> {
    const RULES: &'static [Rule] = field::<M>(I + F::COUNT).rules();
    const HAS_PRESENCE: bool = !matches!(field::<M>(I + F::COUNT).presence(), Presence::Implicit);
    const KIND: Option<Kind> = Kind::of(Self::PLACE.ty, Self::PLACE.encoding);
    const KEY_KIND: Option<Kind> = Kind::of_key(Self::PLACE.ty, Self::PLACE.key);
    const VALUE_KIND: Option<Kind> = Kind::of_value(Self::PLACE.ty, Self::PLACE.value);
}
