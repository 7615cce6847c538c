//! The names that formats ask for before they give a value.

use core::marker::PhantomData;

use crate::schema::{Field, Schema};

/// A type's own name, without its package.
pub(super) fn short(schema: &'static Schema) -> &'static str {
    let name = schema.name();
    name.rsplit('.').next().unwrap_or(name)
}

/// What has fields, if they are known at compile time.
pub(super) trait Named {
    const FIELDS: Option<&'static [Field]>;
}

/// The names of a type's fields. The length of an array cannot depend on a type parameter, so they are the beginning of the
/// smallest of these arrays.
pub(super) struct Names<N>(PhantomData<fn(&N)>);

const fn names<const COUNT: usize>(fields: Option<&[Field]>) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    if let Some(fields) = fields {
        let mut i = 0;
        while i < fields.len() && i < COUNT {
            names[i] = fields[i].name();
            i += 1;
        }
    }
    names
}

impl<N: Named> Names<N> {
    const TO_16: &'static [&'static str] = &names::<16>(N::FIELDS);
    const TO_128: &'static [&'static str] = &names::<128>(N::FIELDS);
    const TO_1024: &'static [&'static str] = &names::<1024>(N::FIELDS);

    /// The names, unless there are more than 1,024 or they are not known.
    pub(super) const ALL: Option<&'static [&'static str]> = match N::FIELDS {
        None => None,
        Some(fields) => match fields.len() {
            0..=16 => Some(Self::TO_16.split_at(fields.len()).0),
            17..=128 => Some(Self::TO_128.split_at(fields.len()).0),
            129..=1024 => Some(Self::TO_1024.split_at(fields.len()).0),
            _ => None,
        },
    };
}
