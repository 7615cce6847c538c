//! The schemas' enums for the peers: a name in JSON and a number in MessagePack, as Everwire has them.

use std::fmt;
use std::io::Write;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};
use simd_json_derive::Tape;
use zerompk::{FromMessagePack, ToMessagePack};

/// Implements the peers' traits for an enum, from its values in order of their numbers.
macro_rules! names {
    ($ty:path { $($number:literal $variant:ident $name:literal,)* }) => {
        const _: () = {
            use $ty as Enum;

            fn number(value: Enum) -> i32 {
                match value {
                    $(Enum::$variant => $number,)*
                    Enum::Other(number) => number,
                }
            }

            fn with_number(number: i32) -> Enum {
                match number {
                    $($number => Enum::$variant,)*
                    _ => Enum::Other(number),
                }
            }

            fn with_name(name: &str) -> Option<Enum> {
                match name {
                    $($name => Some(Enum::$variant),)*
                    _ => None,
                }
            }

            impl Serialize for Enum {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    if serializer.is_human_readable() {
                        match self {
                            $(Self::$variant => serializer.serialize_str($name),)*
                            Self::Other(number) => serializer.serialize_i32(*number),
                        }
                    } else {
                        serializer.serialize_i32(number(*self))
                    }
                }
            }

            impl<'de> Deserialize<'de> for Enum {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    if deserializer.is_human_readable() {
                        deserializer.deserialize_str(Name)
                    } else {
                        i32::deserialize(deserializer).map(with_number)
                    }
                }
            }

            struct Name;

            impl Visitor<'_> for Name {
                type Value = Enum;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("the name of a value")
                }

                fn visit_str<E: Error>(self, name: &str) -> Result<Enum, E> {
                    with_name(name).ok_or_else(|| E::custom("no such value"))
                }
            }

            impl ToMessagePack for Enum {
                #[inline]
                fn write<W: zerompk::Write>(&self, writer: &mut W) -> zerompk::Result<()> {
                    number(*self).write(writer)
                }
            }

            impl<'de> FromMessagePack<'de> for Enum {
                #[inline]
                fn read<R: zerompk::Read<'de>>(reader: &mut R) -> zerompk::Result<Self> {
                    i32::read(reader).map(with_number)
                }
            }

            impl simd_json_derive::Serialize for Enum {
                fn json_write<W: Write>(&self, writer: &mut W) -> simd_json_derive::Result {
                    match self {
                        $(Self::$variant => writer.write_all(concat!("\"", $name, "\"").as_bytes()),)*
                        Self::Other(number) => number.json_write(writer),
                    }
                }
            }

            impl<'input> simd_json_derive::Deserialize<'input> for Enum {
                fn from_tape(tape: &mut Tape<'input>) -> simd_json_derive::de::Result<Self> {
                    with_name(<&str>::from_tape(tape)?)
                        .ok_or_else(|| simd_json_derive::de::Error::custom("no such value"))
                }
            }
        };
    };
}

names!(super::schema::bench::orders::Status {
    0 Draft "STATUS_DRAFT",
    1 Paid "STATUS_PAID",
    2 Shipped "STATUS_SHIPPED",
    3 Delivered "STATUS_DELIVERED",
    4 Cancelled "STATUS_CANCELLED",
});

names!(super::schema::bench::games::Team {
    0 None "TEAM_NONE",
    1 Red "TEAM_RED",
    2 Blue "TEAM_BLUE",
});

names!(super::schema::bench::games::Ability {
    0 None "ABILITY_NONE",
    1 Dash "ABILITY_DASH",
    2 Heal "ABILITY_HEAL",
    3 Shield "ABILITY_SHIELD",
    4 Invisibility "ABILITY_INVISIBILITY",
});

names!(super::schema::bench::spans::Kind {
    0 Unspecified "KIND_UNSPECIFIED",
    1 Internal "KIND_INTERNAL",
    2 Server "KIND_SERVER",
    3 Client "KIND_CLIENT",
    4 Producer "KIND_PRODUCER",
    5 Consumer "KIND_CONSUMER",
});

names!(super::schema::bench::spans::Code {
    0 Unset "CODE_UNSET",
    1 Ok "CODE_OK",
    2 Error "CODE_ERROR",
});
