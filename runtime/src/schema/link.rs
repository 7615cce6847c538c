//! [`Link`]: how a type finds another one's schema.

use core::fmt;

use super::{Form, Schema};

/// A link to the schema of another type. It is followed when it is asked, so that types may refer to themselves.
#[derive(Clone, Copy)]
pub struct Link(Target, Form);

#[derive(Clone, Copy)]
enum Target {
    /// A type of the program.
    Compiled(fn() -> &'static Schema),
    /// A schema that is there.
    #[cfg(feature = "dynamic")]
    Known(&'static Schema),
    /// A schema that is made while others link to it.
    #[cfg(feature = "dynamic")]
    Loaded(&'static std::sync::OnceLock<Schema>),
}

impl Link {
    /// A link to the schema that a function gives.
    #[must_use]
    #[inline]
    pub const fn to(schema: fn() -> &'static Schema) -> Self {
        Self(Target::Compiled(schema), Form::Plain)
    }

    /// A link to a schema that is there.
    #[cfg(feature = "dynamic")]
    pub(crate) const fn known(schema: &'static Schema) -> Self {
        Self(Target::Known(schema), schema.form())
    }

    /// A link to a schema that is made while others link to it.
    #[cfg(feature = "dynamic")]
    pub(crate) const fn loaded(schema: &'static std::sync::OnceLock<Schema>) -> Self {
        Self(Target::Loaded(schema), Form::Plain)
    }

    /// The same, to the schema of a well-known type: what can be known of it before the link is followed.
    #[must_use]
    #[inline]
    pub const fn with_form(mut self, form: Form) -> Self {
        self.1 = form;
        self
    }

    /// The form in JSON of the type, if that is a well-known one.
    #[must_use]
    #[inline]
    pub const fn form(self) -> Form {
        self.1
    }

    /// The schema.
    #[must_use]
    #[inline]
    pub fn schema(self) -> &'static Schema {
        match self.0 {
            Target::Compiled(schema) => schema(),
            #[cfg(feature = "dynamic")]
            Target::Known(schema) => schema,
            #[cfg(feature = "dynamic")]
            Target::Loaded(schema) => schema.get().unwrap_or(const { &Schema::message("", &[]) }),
        }
    }
}

/// By name, since a schema may lead back to itself.
impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.schema().full_name())
    }
}
