//! Which member, or value, of two types is which: the name decides, and otherwise the number.

use everwire::Field;
use everwire::dynamic::{Listed, Member};
use everwire::schema::EnumValue;

/// What has a number and a name.
pub(crate) trait Numbered {
    fn number(&self) -> i64;
    fn name(&self) -> &str;
}

macro_rules! numbered {
    ($($ty:ty: $number:expr, $name:expr;)*) => {
        $(impl Numbered for $ty {
            fn number(&self) -> i64 {
                let number: fn(&Self) -> _ = $number;
                number(self).into()
            }
            fn name(&self) -> &str {
                let name: fn(&Self) -> &str = $name;
                name(self)
            }
        })*
    };
}

numbered! {
    Member: |one| one.number, |one| &one.name;
    Listed: |one| one.number, |one| &one.name;
    Field: |one| one.number(), |one| one.name();
    EnumValue: |one| one.number(), |one| one.name();
}

/// What one of a list is among others: what has its name, or its number where neither name is on both sides. It is the same whichever side
/// asks.
pub(crate) fn counterpart<'a, T: Numbered>(one: &T, list: &[T], others: &'a [T]) -> Option<&'a T> {
    let is_here = |name: &str| list.iter().any(|one| one.name() == name);
    let called = others.iter().find(|other| other.name() == one.name());
    called.or_else(|| {
        let at = others.iter().find(|other| other.number() == one.number())?;
        (!is_here(at.name())).then_some(at)
    })
}
