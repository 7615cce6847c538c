//! Values that have no form on the wire.

use std::panic::catch_unwind;

use everwire::Codec;
use prost::Message;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(prost)]
enum State {
    #[codec(1)]
    Open(u32),
    #[codec(skip)]
    Local,
}

impl Default for State {
    fn default() -> Self {
        State::Open(0)
    }
}

#[derive(Clone, PartialEq, Message)]
struct Parent {
    #[prost(message, optional, tag = "1")]
    state: Option<State>,
}

#[test]
fn such_a_value_is_an_error_where_there_is_one_to_return() {
    let mut buffer = Vec::new();
    let error = Message::encode(&State::Local, &mut buffer).unwrap_err();
    assert!(error.required_capacity() >= isize::MAX as usize);
    State::Local
        .encode_length_delimited(&mut buffer)
        .unwrap_err();
    let parent = Parent {
        state: Some(State::Local),
    };
    parent.encode(&mut buffer).unwrap_err();
    assert_eq!(buffer, b"");
    Message::encode(&State::Open(1), &mut buffer).unwrap();
    assert_eq!(buffer, b"\x08\x01");
}

#[test]
fn where_there_is_none_nothing_else_is_written_instead() {
    let told = |caught: std::thread::Result<()>| *caught.unwrap_err().downcast::<String>().unwrap();
    let text = "a prost message cannot be written: State: the variant `Local` is skipped, and has no form on any wire";
    assert_eq!(
        told(catch_unwind(|| drop(State::Local.encode_to_vec()))),
        text
    );
    assert_eq!(
        told(catch_unwind(|| State::Local.encode_raw(&mut Vec::new()))),
        text
    );
}
