//! The bytes of prost's own encoder and of Everwire's agree, for every scalar and container that a schema can say, both ways.

mod buffers;
mod containers;
mod known;
mod proto2;
mod random;
mod singular;

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Wire};
use prost::Message;

/// Both encoders write the same bytes, each reads the other's, and the other wires bring the value back.
#[track_caller]
fn agree<M>(value: &M)
where
    M: Message + Default + Codec + DecodeOwned + PartialEq + Debug,
{
    let theirs = value.encode_to_vec();
    let ours = everwire::protobuf::to_vec(value).unwrap();
    assert_eq!(ours, theirs, "{value:?}");
    let read: M = everwire::protobuf::from_slice(&theirs).unwrap();
    assert_eq!(&read, value);
    assert_eq!(&<M as Message>::decode(&*ours).unwrap(), value);
    for wire in [Wire::MsgPack, Wire::Json] {
        let bytes = wire.encode(value).unwrap();
        let read: M = wire.decode(&bytes).unwrap();
        assert_eq!(&read, value, "{wire}: {}", String::from_utf8_lossy(&bytes));
    }
}

/// What prost reads of these bytes, Everwire reads of them too.
#[track_caller]
fn read_alike<M>(bytes: &[u8])
where
    M: Message + Default + Codec + DecodeOwned + PartialEq + Debug,
{
    let theirs = <M as Message>::decode(bytes).unwrap();
    let ours: M = everwire::protobuf::from_slice(bytes).unwrap();
    assert_eq!(ours, theirs);
}

/// What JSON has of a value.
fn json<M: Codec>(value: &M) -> String {
    everwire::json::to_string(value).unwrap()
}
