//! The well-known types of the crate `prost-types`: on every wire, those of [`wkt`](crate::wkt).
//!
//! `simple` are a few values each, `value` the tree of `Struct`, `Value` and `ListValue`. A value is converted where it is written and
//! where it is read; what is read later is joined to what came before, of which nothing is converted anew.

mod simple;
mod value;

/// Implements the traits for a type by another one: how one is made of the other, and back; and how what comes is read into what is there:
/// `through` the other type, by what makes it of a value that is given away, or else by what `join`s two values.
macro_rules! by {
    ($($own:ty => $wire:ty, $to:expr, $from:expr, $how:ident $into:expr;)*) => {$(
        impl $crate::validate::Validate for $own {
            const DESCENDS: bool = false;

            fn check_value<R: $crate::validate::Rules, C: $crate::validate::Checker>(
                &self,
                rules: &R,
                c: &mut C,
            ) {
                let to: fn(&$own) -> $wire = $to;
                $crate::validate::Validate::check_value(&to(self), rules, c);
            }
        }

        impl $crate::codec::Codec for $own {
            const TYPE: $crate::schema::Type = <$wire as $crate::codec::Codec>::TYPE;
            const SCHEMA: &'static $crate::schema::Schema = <$wire as $crate::codec::Codec>::SCHEMA;
            const IS_KNOWN: bool = <$wire as $crate::codec::Codec>::IS_KNOWN;
            const ABSENT: bool = <$wire as $crate::codec::Codec>::ABSENT;

            fn encode<W: $crate::codec::Writer, P: $crate::codec::Place>(&self, w: &mut W, at: P) {
                let to: fn(&$own) -> $wire = $to;
                $crate::codec::Codec::encode(&to(self), w, at);
            }

            fn encode_fields<W: $crate::codec::Writer>(&self, w: &mut W) {
                let to: fn(&$own) -> $wire = $to;
                $crate::codec::Codec::encode_fields(&to(self), w);
            }

            fn encode_known<W: $crate::codec::Writer>(&self, w: &mut W) {
                let to: fn(&$own) -> $wire = $to;
                $crate::codec::Codec::encode_known(&to(self), w);
            }
        }

        impl<'de> $crate::codec::Decode<'de> for $own {
            fn absent() -> Option<Self> {
                Some(Self::default())
            }

            fn decode<R: $crate::codec::Reader<'de>, P: $crate::codec::Place>(
                r: &mut R,
                at: P,
            ) -> Result<Self, $crate::error::Error> {
                let from: fn($wire) -> $own = $from;
                <$wire as $crate::codec::Decode<'de>>::decode(r, at).map(from)
            }

            fn decode_into<R: $crate::codec::Reader<'de>, P: $crate::codec::Place>(
                &mut self,
                r: &mut R,
                at: P,
                mode: $crate::codec::Mode,
            ) -> Result<(), $crate::error::Error> {
                $crate::prost::types::by!(@ $how $own, $wire, $from, $into, self, r, at, mode)
            }
        }
    )*};
    (@ through $own:ty, $wire:ty, $from:expr, $into:expr, $self:ident, $r:ident, $at:ident, $mode:ident) => {{
        let (into, from): (fn($own) -> $wire, fn($wire) -> $own) = ($into, $from);
        let mut wire = into(core::mem::take($self));
        let read = $crate::codec::Decode::decode_into(&mut wire, $r, $at, $mode);
        *$self = from(wire);
        read
    }};
    (@ join $own:ty, $wire:ty, $from:expr, $join:expr, $self:ident, $r:ident, $at:ident, $mode:ident) => {{
        let read = <$own as $crate::codec::Decode<'de>>::decode($r, $at)?;
        if $mode == $crate::codec::Mode::Replace || !R::MERGES {
            *$self = read;
        } else {
            let join: fn(&mut $own, $own) = $join;
            join($self, read);
        }
        Ok(())
    }};
}

use by;
