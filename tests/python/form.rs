//! The forms in which Python reads and writes, each of one library on one wire.

use everwire::Wire;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// msgspec's structs that are arrays in MessagePack.
    Arrays,
    /// msgspec's structs that are objects in JSON.
    Objects,
    /// orjson's dicts and lists.
    Trees,
    /// Python's protobuf, the standard encoding.
    Binary,
    /// Python's protobuf, its `json_format`.
    ProtoJson,
}

impl Form {
    /// The package that has it.
    pub fn library(self) -> &'static str {
        match self {
            Self::Arrays | Self::Objects => "msgspec",
            Self::Trees => "orjson",
            Self::Binary | Self::ProtoJson => "protobuf",
        }
    }

    pub fn wire(self) -> Wire {
        match self {
            Self::Arrays => Wire::MsgPack,
            Self::Objects | Self::Trees | Self::ProtoJson => Wire::Json,
            Self::Binary => Wire::Protobuf,
        }
    }
}
