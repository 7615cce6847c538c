//! Enums with data: what a writer and a reader ask of one, and the variants of a oneof among the fields of its message.

use super::{Framed, Place, Positions, Reader, Scope, Writer, of};
use crate::codec::Codec;
use crate::error::{Error, Fault};
use crate::schema::Schema;
use crate::unknown::UnknownFields;

/// An enum with data, as a writer sees it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enum with data",
    note = "a oneof is an `Option` of an enum with data; add `#[derive(Codec)]` to it, or take `oneof` off the field"
)]
pub trait Union: Codec {
    /// The number of the active variant; 0 for one that the type does not know.
    fn number(&self) -> u32;

    /// Tells the writer the payload of the active variant, which stands at `at`.
    fn encode_payload<W: Writer, P: Place>(&self, w: &mut W, at: P);
}

/// An enum with data: what a reader asks for when it knows which variant comes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enum with data",
    note = "a oneof is an `Option` of an enum with data; add `#[derive(Codec)]` to it, or take `oneof` off the field"
)]
pub trait Variants<'de>: Union + Sized {
    /// Reads the payload of the variant at `index` of the schema, standing at `at`; `prior` is what came before.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a payload.
    fn variant<R: Reader<'de>, P: Place>(
        index: usize,
        prior: Option<Self>,
        r: &mut R,
        at: P,
    ) -> Result<Self, Error>;

    /// Reads the payload of the variant at `index` of the schema, where the enum stands alone.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a payload.
    fn nth<R: Reader<'de>>(index: usize, prior: Option<Self>, r: &mut R) -> Result<Self, Error>;

    /// Merges the payload of the variant at `index` of the schema, standing at `at`, into this value where it is that variant; whether
    /// it is.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a payload.
    fn variant_into<R: Reader<'de>, P: Place>(
        &mut self,
        index: usize,
        r: &mut R,
        at: P,
    ) -> Result<bool, Error> {
        let _ = (index, r, at);
        Ok(false)
    }

    /// [`variant_into`](Self::variant_into), where the enum stands alone.
    ///
    /// # Errors
    ///
    /// As [`variant_into`](Self::variant_into).
    fn nth_into<R: Reader<'de>>(&mut self, index: usize, r: &mut R) -> Result<bool, Error> {
        let _ = (index, r);
        Ok(false)
    }

    /// The variant that holds what this type does not know.
    fn other(_unknown: UnknownFields) -> Option<Self> {
        None
    }
}

/// Where the variant of an enum with data goes, and which variants there are.
pub trait Choice<'de> {
    /// The schema of the enum, where it is known at compile time.
    const KNOWN: Option<&'static Schema> = None;

    /// The schema of the enum.
    fn schema(&self) -> &'static Schema;

    /// Reads the payload of the variant at `index` of the schema; into the value that is there, if `merge` says so and it is
    /// the same variant.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a payload.
    fn nth<R: Reader<'de>>(&mut self, index: usize, merge: bool, r: &mut R) -> Result<(), Error>;

    /// Reads the payload of the variant at `index` of the schema, which is a field of a message and stands at `at`; `merge` as for
    /// [`nth`](Self::nth).
    ///
    /// # Errors
    ///
    /// If the input does not hold such a payload.
    fn field<R: Reader<'de>, P: Place>(
        &mut self,
        index: usize,
        merge: bool,
        r: &mut R,
        at: P,
    ) -> Result<(), Error>;

    /// Takes a variant that the schema does not know; `false` where there is no place for it.
    fn other(&mut self, unknown: UnknownFields) -> bool;

    /// Whether a variant has come.
    fn is_set(&self) -> bool;
}

impl<'de, U: Variants<'de>> Choice<'de> for Option<U> {
    const KNOWN: Option<&'static Schema> = Some(U::SCHEMA);

    fn schema(&self) -> &'static Schema {
        U::SCHEMA
    }

    fn nth<R: Reader<'de>>(&mut self, index: usize, merge: bool, r: &mut R) -> Result<(), Error> {
        let prior = if merge { prior(self, index) } else { None };
        *self = Some(U::nth(index, prior, r)?);
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn field<R: Reader<'de>, P: Place>(
        &mut self,
        index: usize,
        merge: bool,
        r: &mut R,
        at: P,
    ) -> Result<(), Error> {
        let prior = if merge { prior(self, index) } else { None };
        *self = Some(U::variant(index, prior, r, at)?);
        Ok(())
    }

    fn other(&mut self, unknown: UnknownFields) -> bool {
        *self = U::other(unknown);
        self.is_some()
    }

    fn is_set(&self) -> bool {
        self.is_some()
    }
}

/// An enum with data that something is merged into where it stands.
pub(crate) struct InPlace<'u, U>(pub(crate) &'u mut U);

impl<'de, U: Variants<'de>> InPlace<'_, U> {
    /// Whether the variant at `index` is the one that is there, and is merged.
    fn merges(&self, index: usize) -> bool {
        let variant = U::SCHEMA.fields().get(index);
        variant.is_some_and(|one| one.number() == self.0.number() && one.ty().is_merged())
    }
}

impl<'de, U: Variants<'de>> Choice<'de> for InPlace<'_, U> {
    const KNOWN: Option<&'static Schema> = Some(U::SCHEMA);

    fn schema(&self) -> &'static Schema {
        U::SCHEMA
    }

    fn nth<R: Reader<'de>>(&mut self, index: usize, merge: bool, r: &mut R) -> Result<(), Error> {
        if !(merge && self.merges(index) && self.0.nth_into(index, r)?) {
            *self.0 = U::nth(index, None, r)?;
        }
        Ok(())
    }

    fn field<R: Reader<'de>, P: Place>(
        &mut self,
        index: usize,
        merge: bool,
        r: &mut R,
        at: P,
    ) -> Result<(), Error> {
        if !(merge && self.merges(index) && self.0.variant_into(index, r, at)?) {
            *self.0 = U::variant(index, None, r, at)?;
        }
        Ok(())
    }

    fn other(&mut self, unknown: UnknownFields) -> bool {
        match U::other(unknown) {
            Some(other) => {
                *self.0 = other;
                true
            }
            None => false,
        }
    }

    fn is_set(&self) -> bool {
        true
    }
}

/// Takes the value that the variant at `index` is merged into. A value that is replaced stays where it is, since it holds on
/// if the variant's payload turns out to be an enum's unknown value.
fn prior<'de, U: Variants<'de>>(value: &mut Option<U>, index: usize) -> Option<U> {
    let variant = U::SCHEMA.fields().get(index)?;
    value.take_if(|value| value.number() == variant.number() && variant.ty().is_merged())
}

impl<R: Framed> Scope<'_, R> {
    /// The variant at `at` of a oneof, if it is next. `index` is the variant's position in the enum, and `others` the
    /// positions in the message of all variants of the oneof.
    ///
    /// # Errors
    ///
    /// If its payload cannot be read, or (except in protobuf, where the last one wins) another variant came before.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn variant<'de, P: Place, U: Variants<'de>>(
        &mut self,
        at: P,
        index: usize,
        others: &Positions,
        value: &mut Option<U>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if self.is_next(at)? {
            self.take_variant(at, index, others, value)
        } else {
            Ok(())
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn take_variant<'de, P: Place, C: Choice<'de>>(
        &mut self,
        at: P,
        variant: usize,
        others: &Positions,
        value: &mut C,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        self.once(at)?;
        let start = self.reader.offset();
        let own = of!(at: P, index);
        let has_other = self.seen.has_other(others, own);
        if !R::MERGES && has_other {
            return Err(self
                .reader
                .error(Fault::OneofTwice)
                .within(of!(at: P, name)));
        }
        let is_first = !has_other && !self.seen.has(own);
        let merges = R::MERGES && !(self.replace && is_first);
        match value.field(variant, merges, self.reader, at) {
            Ok(()) => self.seen.insert(own),
            Err(error) => self.absorb(at, start, error)?,
        }
        Ok(())
    }

    /// The variant at `at` of a oneof that is always set, if it is next, into what is there; see
    /// [`variant`](Self::variant).
    ///
    /// # Errors
    ///
    /// As [`variant`](Self::variant).
    #[inline]
    pub fn held_variant<'de, P: Place, U: Variants<'de>>(
        &mut self,
        at: P,
        index: usize,
        others: &Positions,
        value: &mut U,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if !self.is_next(at)? {
            return Ok(());
        }
        self.take_variant(at, index, others, &mut InPlace(value))
    }
}
