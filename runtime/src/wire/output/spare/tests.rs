//! Every store of [`Output`] in the memory that a buffer has to spare, and what does not fit there.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;

use bytes::{BufMut, BytesMut};

use super::super::tests::{every_piece, pieces};
use super::*;
use crate::wire::output::Handed;
use crate::{Limits, Options, Wire};

/// Appends what `body` writes.
fn put<B: BufMut>(
    buffer: &mut B,
    body: impl for<'o, 'b> FnOnce(Handed<'o, 'b, ()>) -> Handed<'o, 'b, ()>,
) -> Result<usize, Error> {
    append(buffer, |target| target.append((), body, |()| Ok(())))
}

#[test]
fn every_length_fits_every_spare() {
    for len in 0..40 {
        let expected = every_piece(len);
        for room in 0..=expected.len() + 40 {
            // Memory of its own, so that a byte beyond it is noticed where memory is watched.
            let mut first: Box<[u8]> = vec![0; room].into();
            let mut rest = vec![0; expected.len()];
            let mut buffer = (&mut first[..]).chain_mut(&mut rest[..]);
            put(&mut buffer, |out| pieces(out, len)).expect("room");
            let left = buffer.remaining_mut();
            assert_eq!(left, room, "{len} in {room}");
            let all = [&first[..], &rest].concat();
            assert_eq!(&all[..expected.len()], expected, "{len} in {room}");

            let mut buffer = BytesMut::with_capacity(room + 1);
            buffer.put_u8(b'<');
            put(&mut buffer, |out| pieces(out, len)).expect("room");
            assert_eq!(&buffer[1..], expected, "{len} in {room}");

            let mut alone: Box<[u8]> = vec![b'.'; room].into();
            let mut buffer = &mut alone[..];
            let put = put(&mut buffer, |out| pieces(out, len));
            let left = buffer.len();
            if room < expected.len() {
                let error = put.expect_err("too little room");
                assert!(error.is_no_room());
                assert_eq!(left, room);
            } else {
                assert_eq!(left, room - expected.len());
                assert_eq!(&alone[..expected.len()], expected);
            }
        }
    }
}

#[test]
fn patches_and_holes_reach_back_over_the_end_of_the_spare() {
    for room in 0..100 {
        let mut buffer = BytesMut::with_capacity(room);
        put(&mut buffer, |out| {
            let mut out = out.take();
            out.bytes(&[1; 30]);
            out.patch(2, 7);
            out.bytes(&[2; 40]);
            out.patch(29, 8);
            out.insert(29, &[5; 3]);
            out.truncate(out.position() - 1);
            assert_eq!(out.written(28), [&[1, 5, 5, 5, 8][..], &[2; 39]].concat());
            out.hand()
        })
        .expect("room");
        let head: [u8; 29] = core::array::from_fn(|at| if at == 2 { 7 } else { 1 });
        let expected = [&head[..], &[5, 5, 5, 8], &[2; 39]].concat();
        assert_eq!(&buffer[..], expected, "{room}");
    }
}

#[test]
fn what_fits_is_not_copied() {
    for len in 0..200 {
        let mut buffer = BytesMut::with_capacity(len);
        let at = buffer.as_ptr();
        let room = put(&mut buffer, |out| {
            let mut out = out.take();
            (0..len).for_each(|_| out.byte(1));
            assert!(len == 0 || out.written(0).as_ptr() == at);
            out.hand()
        });
        assert_eq!(room.expect("room"), len);
        assert_eq!(&buffer[..], vec![1; len]);
        assert!(len == 0 || buffer.as_ptr() == at);
    }
}

#[test]
fn what_did_not_fit_says_how_much_would() {
    let mut room = 16;
    let mut rooms = vec![];
    for _ in 0..8 {
        let mut buffer = BytesMut::with_capacity(room);
        // It asks for more than it takes.
        room = put(&mut buffer, |out| {
            let mut out = out.take();
            out.bytes(&[1; 900]);
            out.reserve(300);
            out.byte(2);
            out.hand()
        })
        .expect("room");
        rooms.push(room);
    }
    assert_eq!(rooms, [1013, 1139, 1281, 901, 1013, 1139, 1281, 901]);
}

#[test]
fn what_is_taken_back_leaves_nothing() {
    for room in 0..80 {
        let mut buffer = BytesMut::with_capacity(room);
        put(&mut buffer, |out| {
            let mut out = out.take();
            out.bytes(&[1; 40]);
            out.truncate(0);
            out.hand()
        })
        .expect("room");
        assert_eq!(&buffer[..], b"");
    }
}

#[test]
#[cfg(feature = "std")]
fn what_unwinds_leaves_the_buffer_as_it_was() {
    for room in [3, 100] {
        let mut buffer = BytesMut::with_capacity(room);
        buffer.put_slice(b"abc");
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            put(&mut buffer, |out| {
                let mut out = out.take();
                out.bytes(&[1; 40]);
                out.apart(|copy| -> (Handed<'_, '_, ()>, ()) {
                    let mut copy = copy.take();
                    copy.bytes(&[4; 1000]);
                    panic!("on purpose");
                });
                out.hand()
            })
        }));
        assert!(caught.is_err());
        assert_eq!(&buffer[..], b"abc");
    }
}

#[test]
#[cfg(feature = "std")]
fn a_copy_that_unwinds_leaves_what_was_there_before_all_of_it() {
    for room in [0, 3, 100, 2000] {
        let mut buffer = BytesMut::with_capacity(room);
        put(&mut buffer, |out| {
            let mut out = out.take();
            out.byte(3);
            let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                out.apart(|copy| -> (Handed<'_, '_, ()>, ()) {
                    let mut copy = copy.take();
                    copy.bytes(&[4; 1000]);
                    panic!("on purpose");
                });
            }));
            assert!(caught.is_err());
            out.byte(7);
            out.hand()
        })
        .expect("room");
        assert_eq!(&buffer[..], [7]);
    }
}

#[test]
fn values_are_the_same_in_every_room() {
    let text: String = (0..300)
        .map(|at| if at % 9 == 0 { '"' } else { 'ä' })
        .collect();
    let named: BTreeMap<String, Vec<i64>> = (0..5)
        .map(|at| {
            (
                text.chars().take(at * 30).collect(),
                (0..90).map(|i| i * i - 40).collect(),
            )
        })
        .collect();
    let value = (
        named,
        (0..150).map(f64::from).collect::<Vec<_>>(),
        vec![text; 3],
    );
    for wire in Wire::ALL {
        let expected = wire.encode(&value).expect("encodes");
        for room in (0..expected.len() + 1100).step_by(7) {
            let mut buffer = BytesMut::with_capacity(room + 2);
            buffer.put_slice(b"[]");
            let at = buffer.as_ptr();
            wire.encode_buf(&value, &mut buffer).expect("encodes");
            assert_eq!(&buffer[..2], b"[]");
            assert_eq!(&buffer[2..], expected, "{wire} in {room}");
            assert!(room < expected.len() || buffer.as_ptr() == at);
        }
    }
}

#[test]
fn an_error_leaves_the_buffer_as_it_was() {
    let limits = Limits {
        depth: 0,
        ..Limits::default()
    };
    let options = Options::new().limits(limits);
    let value = vec![vec![vec![7_u32; 20]; 20]; 20];
    for wire in Wire::ALL {
        for room in (0..10_000).step_by(333) {
            let mut buffer = BytesMut::with_capacity(room + 2);
            buffer.put_slice(b"[]");
            let error = options.encode_buf(wire, &value, &mut buffer);
            assert!(error.expect_err("too deep").is_limit());
            assert_eq!(&buffer[..], b"[]");
        }
        let mut array = [0; 9];
        let mut rest = &mut array[..];
        let error = wire.encode_buf(&value, &mut rest).expect_err("too long");
        let len = wire.encode(&value).expect("encodes").len();
        assert_eq!(
            alloc::format!("{error}"),
            alloc::format!(
                "the value takes {len} bytes, and the buffer has room for 9; hand over a longer one, or one that grows"
            )
        );
        assert_eq!(rest.len(), 9);
    }
}
