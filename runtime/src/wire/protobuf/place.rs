//! Where a value stands in protobuf, which wraps a message around what it cannot express.
//!
//! A wrapper's one field has the number 1. So has what stands directly in it: the elements of a list within a list, and what
//! an `Option` within a list holds. The places here say so, so that a type is written and read at one place per level
//! whether it is wrapped or not, and the code that comes of it grows with the depth of a type and not with its power.

use crate::codec::{Info, Place, Role};
use crate::schema::{Presence, Type};

/// Whether the value at this place needs a message of its own, with the value as field 1: a list or map whose presence
/// counts or that is itself an element, and an `Option` that is an element.
pub(crate) const fn is_wrapped(info: &Info) -> bool {
    let inner = matches!(info.role, Role::Element | Role::Value);
    match info.ty {
        Type::List(_) | Type::Map(..) => inner || matches!(info.presence, Presence::Explicit),
        Type::Option(held) => inner || held.is_collection(),
        _ => false,
    }
}

const fn item(list: Info) -> Info {
    let mut info = list.element();
    if is_wrapped(&list) {
        info.number = 1;
    }
    info
}

const fn run(list: Info) -> Info {
    if is_wrapped(&list) {
        return list.wrapped();
    }
    list
}

const fn held(option: Info) -> Info {
    match option.role {
        Role::Element | Role::Value => option.wrapped().some(),
        _ => option.some(),
    }
}

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident => $function:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub(super) struct $name<P>(pub(super) P);

        impl<P: Place> Place for $name<P> {
            const INFO: Option<Info> = match P::INFO {
                Some(info) => Some($function(info)),
                None => None,
            };

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn info(&self) -> Info {
                $function(self.0.info())
            }
        }
    )*};
}

places! {
    /// An element of the list, or an entry of the map, at a place.
    Item => item;
    /// The list or map at a place, where its elements stand: in the wrapper, if it needs one.
    Run => run;
    /// What the `Option` at a place holds.
    Held => held;
}
