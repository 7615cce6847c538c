//! Buffers: too short, in pieces, and inside one another.

use bytes::{Buf, BufMut, Bytes, BytesMut};
use prost::Message;

use super::{Order, bytes, order, twin};

#[test]
fn a_buffer_without_room_is_told_as_prost_tells_it() {
    let (ours, written) = (order(), bytes(&order()));
    let twin: twin::Order = super::read(&written);
    for room in [0, 1, written.len() - 1] {
        let mut buffer = vec![0; room];
        let told = Message::encode(&ours, &mut &mut buffer[..]).unwrap_err();
        assert_eq!(
            (told.required_capacity(), told.remaining()),
            (written.len(), room)
        );
        assert_eq!(told, twin.encode(&mut &mut buffer[..]).unwrap_err());
        let told = ours
            .encode_length_delimited(&mut &mut buffer[..])
            .unwrap_err();
        assert_eq!(
            told,
            twin.encode_length_delimited(&mut &mut buffer[..])
                .unwrap_err()
        );
        assert!(buffer.iter().all(|byte| *byte == 0));
    }
    let mut exact = vec![0; written.len()];
    Message::encode(&ours, &mut &mut exact[..]).unwrap();
    assert_eq!(exact, written);
}

#[test]
fn what_is_written_comes_after_what_is_there() {
    let mut buffer = BytesMut::from(&b"head"[..]);
    Message::encode(&order(), &mut buffer).unwrap();
    assert_eq!(buffer, [b"head", &*bytes(&order())].concat());
    let mut limited = Vec::new().limit(1 << 20);
    Message::encode(&order(), &mut limited).unwrap();
    assert_eq!(limited.into_inner(), bytes(&order()));
}

#[test]
fn a_buffer_in_pieces_is_read_and_consumed() {
    let written = bytes(&order());
    for cut in 0..=written.len() {
        let (front, back) = written.split_at(cut);
        let mut pieces = Bytes::copy_from_slice(front).chain(back);
        assert_eq!(<Order as Message>::decode(&mut pieces).unwrap(), order());
        assert!(!pieces.has_remaining());
    }
}

#[test]
fn a_message_behind_its_length_leaves_the_rest() {
    let mut stream = order().encode_length_delimited_to_vec();
    stream.extend(Order::default().encode_length_delimited_to_vec());
    stream.push(5);
    let mut stream = &*stream;
    assert_eq!(
        Order::decode_length_delimited(&mut stream).unwrap(),
        order()
    );
    assert_eq!(
        Order::decode_length_delimited(&mut stream).unwrap(),
        Order::default()
    );
    assert_eq!(
        Order::decode_length_delimited(&mut stream)
            .unwrap_err()
            .to_string(),
        "failed to decode Protobuf message: the length is not that of what follows"
    );
}

#[test]
fn broken_input_is_told_with_its_place() {
    let error = <Order as Message>::decode(&b"\x08\x01\x12\x05a"[..]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "failed to decode Protobuf message: Order.customer: the input ends within a value (protobuf, byte 4)"
    );
}

#[test]
fn a_message_that_does_not_fit_the_kept_buffer_is_written_whole() {
    let long = Order {
        token: vec![1; 1 << 20],
        ..Order::default()
    };
    for _ in 0..2 {
        assert_eq!(long.encode_to_vec(), bytes(&long));
        let mut buffer = Vec::new();
        Message::encode(&long, &mut buffer).unwrap();
        assert_eq!(buffer, bytes(&long));
        assert_eq!(Message::encoded_len(&Order::default()), 0);
    }
}
