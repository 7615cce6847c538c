//! Fields that had another type before: what comes in a form that the type has not is read as a former one, and converted.

use core::convert::Infallible;
use core::fmt::Display;

use super::scope::{read_draft, take};
use super::{Codec, Decode, Former, Info, Mode, Place, Reader, Scope, info, of, stand};
use crate::error::{Error, Fault};
use crate::schema::Type;

/// What a function makes that a type names in an attribute: a `T`, or a `Result` of one; for an `Option` also what it holds.
#[diagnostic::on_unimplemented(
    message = "the function of an attribute returns `{Self}`, where `{T}` or a `Result` of it is needed",
    note = "add the conversion to the function, or let it return a `Result` whose error is `Display`"
)]
pub trait Converted<T> {
    /// What is told where there is none.
    type Error: Display;

    /// What was made.
    ///
    /// # Errors
    ///
    /// What the function told.
    fn converted(self) -> Result<T, Self::Error>;
}

impl<T> Converted<T> for T {
    type Error = Infallible;

    fn converted(self) -> Result<T, Infallible> {
        Ok(self)
    }
}

impl<T, E: Display> Converted<T> for Result<T, E> {
    type Error = E;

    fn converted(self) -> Self {
        self
    }
}

impl<T> Converted<Option<T>> for T {
    type Error = Infallible;

    fn converted(self) -> Result<Option<T>, Infallible> {
        Ok(Some(self))
    }
}

impl<T, E: Display> Converted<Option<T>> for Result<T, E> {
    type Error = E;

    fn converted(self) -> Result<Option<T>, E> {
        self.map(Some)
    }
}

impl<'r, R: super::Framed> Scope<'r, R> {
    /// The field at `at`, if it is next. Where what comes has no form of its type, `former` may read it as one of a former type.
    ///
    /// # Errors
    ///
    /// If its value cannot be read or converted.
    #[inline]
    pub fn field_was<'de, P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        value: &mut T,
        former: impl FnOnce(&mut Self, &mut T) -> Result<bool, Error>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if !self.is_own(at, &info(&at), |m| former(m, value))? {
            return Ok(());
        }
        take!(next self, at: P, T, |mode| value.decode_into(self.reader, at, mode))
    }

    /// [`field_was`](Self::field_was) into a place that holds nothing until the field has come.
    ///
    /// # Errors
    ///
    /// If its value cannot be read or converted.
    #[inline]
    pub fn draft_was<'de, P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        value: &mut Option<T>,
        former: impl FnOnce(&mut Self, &mut Option<T>) -> Result<bool, Error>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if !self.is_own(at, &info(&at), |m| former(m, value))? {
            return Ok(());
        }
        take!(next self, at: P, T, |mode| read_draft(self.reader, at, value, mode))
    }

    /// [`field_was`](Self::field_was) through a conversion of its own type.
    ///
    /// # Errors
    ///
    /// If its value cannot be read or converted.
    #[inline]
    pub fn field_with_was<'de, P, U, T, E>(
        &mut self,
        at: P,
        value: &mut T,
        convert: impl FnOnce(U) -> Result<T, E>,
        former: impl FnOnce(&mut Self, &mut T) -> Result<bool, Error>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
        P: Place,
        U: Decode<'de>,
        E: Display,
    {
        if !self.is_own(at, &info(&at), |m| former(m, value))? {
            return Ok(());
        }
        self.take_with(at, |r| {
            *value = super::impls::convert(r, at, convert)?;
            Ok(())
        })
    }

    /// Whether the field at `at` is next with a value that is to be read as one of its own type: `former` has not read it.
    #[inline]
    fn is_own<'de, P: Place>(
        &mut self,
        at: P,
        own: &Info,
        former: impl FnOnce(&mut Self) -> Result<bool, Error>,
    ) -> Result<bool, Error>
    where
        R: Reader<'de>,
    {
        if !self.is_next(at)? {
            return Ok(false);
        }
        self.once(at)?;
        Ok(self.reader.may_be(own) || !former(self)?)
    }

    /// What has come for the field at `at`, if it has a form of the former type `U`, converted into the place of what is there; whether
    /// it has.
    ///
    /// # Errors
    ///
    /// If the value cannot be read or converted.
    #[inline]
    pub fn former<'de, P, U, T, E>(
        &mut self,
        at: P,
        value: &mut T,
        convert: impl FnOnce(U) -> Result<T, E>,
    ) -> Result<bool, Error>
    where
        R: Reader<'de>,
        P: Place,
        U: Decode<'de>,
        E: Display,
    {
        stand!(former = Former::<P, U>::new(at));
        self.take_former(former, |r| {
            let old = U::decode(r, former)?;
            match convert(old) {
                Ok(new) => *value = new,
                Err(error) => return Err(unconvertible(r, <U as Codec>::TYPE, &error)),
            }
            Ok(())
        })
    }

    /// What has come for a field, by what `read` reads, if it has a form of the former type that stands at a place; whether it has.
    #[inline]
    pub(crate) fn take_former<'de, P: Place>(
        &mut self,
        former: P,
        read: impl FnOnce(&mut R) -> Result<(), Error>,
    ) -> Result<bool, Error>
    where
        R: Reader<'de>,
    {
        if !self.reader.may_be(&info(&former)) {
            return Ok(false);
        }
        self.take_with(former, read)?;
        Ok(true)
    }
}

/// The error of a former value that its function refuses.
#[cold]
fn unconvertible<'de, R: Reader<'de>, E: Display>(r: &R, ty: Type, error: &E) -> Error {
    let told = alloc::format!("a value of the former type `{ty}` cannot be converted: {error}");
    r.error(Fault::Custom(told.into()))
}
