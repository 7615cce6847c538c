//! Every store of [`Output`], in buffers with room and without.

use super::*;

#[test]
fn appends_patches_inserts_and_truncates() {
    let mut buffer = alloc::vec![b'<'];
    let mut into = Buffer::new(&mut buffer, ());
    let mut out = into.output();
    out.bytes(b"abc");
    let hole = out.position();
    out.byte(0);
    out.put(*b"defg----", 4);
    out.patch(hole, b'|');
    out.insert(hole, b"++");
    assert_eq!(out.written(1), b"abc++|defg");
    out.truncate(out.position() - 1);
    out.short(b"");
    for text in [
        "h",
        "ij",
        "klm",
        "nopq",
        "rstuvwxy",
        "0123456789abcdef",
        "0123456789abcdefg",
    ] {
        out.short(text.as_bytes());
    }
    out.finish();
    assert_eq!(
        buffer,
        b"<abc++|defhijklmnopqrstuvwxy0123456789abcdef0123456789abcdefg"
    );
}

#[test]
fn a_copy_is_gone_on_from() {
    let mut buffer = alloc::vec![1, 2];
    let mut into = Buffer::new(&mut buffer, ());
    let mut out = into.output();
    out.byte(3);
    let len = out.apart(|copy| {
        let mut copy = copy.take();
        copy.bytes(&[4; 100]);
        let len = copy.position();
        (copy.hand(), len)
    });
    assert_eq!(len, out.position());
    out.byte(5);
    out.finish();
    assert_eq!(buffer.len(), 104);
    assert_eq!((buffer[2], buffer[102], buffer[103]), (3, 4, 5));
}

#[test]
fn another_cursor_is_not_taken_for_the_copy() {
    let mut buffer = alloc::vec![1, 2];
    let mut into = Buffer::new(&mut buffer, ());
    let mut out = into.output();
    out.byte(3);
    let mut other = alloc::vec![4; 100];
    let address: *mut Vec<u8> = &mut other;
    // SAFETY: `other` is used nowhere else before the end of the test.
    let other = unsafe { &mut *address };
    let mut other = Buffer::new(other, ());
    let address: *mut Buffer<'_, ()> = &mut other;
    // SAFETY: as above.
    let other = unsafe { &mut *address };
    out.apart(|_| (other.output().hand(), ()));
    out.byte(5);
    out.finish();
    assert_eq!(buffer, [1, 2, 5]);
}

#[test]
#[cfg(feature = "std")]
fn a_copy_that_unwinds_leaves_what_was_there_before_all() {
    let mut buffer = alloc::vec![1, 2];
    let mut into = Buffer::new(&mut buffer, ());
    let mut out = into.output();
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
    out.finish();
    assert_eq!(buffer, [1, 2, 7]);
}

#[test]
fn what_is_not_finished_leaves_no_trace() {
    let mut buffer = alloc::vec![1, 2];
    let mut into = Buffer::new(&mut buffer, ());
    let mut out = into.output();
    for _ in 0..1000 {
        out.bytes(&[7; 13]);
    }
    let _ = out;
    assert_eq!(buffer, [1, 2]);
}

#[test]
fn runs_are_as_their_pieces_one_by_one() {
    const FOLLOW: [Follow; 5] = [
        Follow::Zero,
        Follow::One,
        Follow::Two,
        Follow::Four,
        Follow::Eight,
    ];
    // The highest byte is what pieces are alike by: long the same, then another each time.
    let class = |at: u64| if at < 120 { at / 24 } else { at % 7 };
    let items: alloc::vec::Vec<u64> = (0..200)
        .map(|at| (class(at) << 56) | (at * 0x0101_0101_0101))
        .collect();
    let alike = |item: u64| (item & 0xff << 56, (1 << 56) - 1);
    let piece = |item: u64| {
        let class = (item >> 56) as u8;
        let follow = FOLLOW[usize::from(class) % 5];
        (class, item << ((8 * (9 - follow as u32)) & 63), follow)
    };
    let tagged = |item: u64| {
        let (byte, word, follow) = piece(item);
        let bytes = word.to_be_bytes();
        match follow {
            Follow::Zero => bytes[..1].to_vec(),
            follow => [&[byte], &bytes[..follow as usize - 1]].concat(),
        }
    };
    for count in 0..items.len() {
        let items = &items[..count];
        let (mut whole, mut single) = (alloc::vec![1], alloc::vec![1]);
        let mut into = Buffer::new(&mut whole, ());
        let mut out = into.output();
        out.tagged_run(items, |item| item, alike, piece);
        for bits in [7, 8, 16, 17] {
            let narrow = |item: u64| item % 251 * item % (1 << bits);
            out.narrow_run(items, narrow, [7, 8], |out, items| {
                out.fixed_run(items, |item| narrow(item).to_be_bytes());
            });
        }
        out.fixed_run(items, u64::to_le_bytes);
        out.spaced_run::<_, 5>(items, u64::to_le_bytes);
        out.varied_run(items, |item| (item.to_le_bytes(), item as usize % 9));
        out.finish();
        for item in items {
            single.extend(tagged(*item));
        }
        for bits in [7, 8, 16, 17] {
            let narrow = |item: &u64| item % 251 * item % (1 << bits);
            for chunk in items.chunks(16) {
                let most = if chunk.len() < 16 { 0x7f } else { 0xffff };
                let is_wide = chunk.iter().any(|item| narrow(item) > most);
                for [head @ .., a, b] in chunk.iter().map(|item| narrow(item).to_be_bytes()) {
                    match (a, b) {
                        _ if is_wide => single.extend([&head[..], &[a, b]].concat()),
                        (0, ..0x80) => single.push(b),
                        (0, _) => single.extend([7, b]),
                        _ => single.extend([8, a, b]),
                    }
                }
            }
        }
        single.extend(items.iter().flat_map(|item| item.to_le_bytes()));
        single.extend(
            items
                .iter()
                .flat_map(|item| item.to_le_bytes().into_iter().take(5)),
        );
        for item in items {
            single.extend(&item.to_le_bytes()[..*item as usize % 9]);
        }
        assert_eq!(whole, single);
    }
}

#[test]
fn a_byte_stands_before_the_bytes_of_a_word() {
    for (follow, expected) in [
        (Follow::Zero, &[7][..]),
        (Follow::One, &[7, 1]),
        (Follow::Two, &[7, 1, 2]),
        (Follow::Four, &[7, 1, 2, 3, 4]),
        (Follow::Eight, &[7, 1, 2, 3, 4, 5, 6, 7, 8]),
    ] {
        let mut buffer = alloc::vec::Vec::new();
        let mut into = Buffer::new(&mut buffer, ());
        let mut out = into.output();
        out.tagged(7, 0x0102_0304_0506_0708, follow);
        out.finish();
        assert_eq!(buffer, expected);
    }
}

const TEXT: [u8; 90] = {
    let mut text = [b'!'; 90];
    let mut at = 0;
    while at < 90 {
        text[at] += at as u8;
        at += 1;
    }
    text
};

/// Writes so many bytes in every way.
pub(super) fn pieces<'o, 'b>(out: Handed<'o, 'b, ()>, len: usize) -> Handed<'o, 'b, ()> {
    let mut out = out.take();
    let (start, text) = (out.position(), &TEXT[..len]);
    out.short(text);
    out.bytes(text);
    out.headed(b'=', text);
    out.insert(start + len, b"++");
    out.insert(start, text);
    out.fill::<40>(|bytes| {
        bytes[..len].copy_from_slice(text);
        len
    });
    out.truncate(out.position() - len / 2);
    out.byte(b'>');
    out.hand()
}

/// What [`pieces`] writes.
pub(super) fn every_piece(len: usize) -> Vec<u8> {
    let piece = &TEXT[..len];
    let last = &piece[..len - len / 2];
    [piece, piece, b"++", piece, b"=", piece, last, b">"].concat()
}

#[test]
fn every_length_fits_every_room() {
    for len in 0..40 {
        for room in 0..=len + 2 {
            let mut buffer = alloc::vec::Vec::with_capacity(room + 1);
            buffer.push(b'<');
            let mut into = Buffer::new(&mut buffer, ());
            pieces(into.output().hand(), len).take().finish();
            let expected = [b"<", &every_piece(len)[..]].concat();
            assert_eq!(buffer, expected, "{len} in {room}");
        }
    }
}

#[test]
fn a_buffer_of_the_right_capacity_does_not_grow() {
    for len in 0..60 {
        let mut buffer = alloc::vec::Vec::with_capacity(len);
        let (at, capacity) = (buffer.as_ptr(), buffer.capacity());
        let mut into = Buffer::new(&mut buffer, ());
        let mut out = into.output();
        for byte in 0..len {
            match (byte % 3, len - byte) {
                (0, 3..) => out.put([1, 2, 3], 1),
                _ => out.byte(1),
            }
        }
        out.finish();
        assert_eq!(buffer, alloc::vec![1; len]);
        assert_eq!((buffer.as_ptr(), buffer.capacity()), (at, capacity));
    }
}

#[test]
fn small_buffers_grow_in_few_steps() {
    let mut buffer = alloc::vec::Vec::new();
    let mut capacities = alloc::vec![0];
    for _ in 0..10_000 {
        let mut into = Buffer::new(&mut buffer, ());
        let mut out = into.output();
        out.byte(1);
        out.finish();
        if capacities.last() != Some(&buffer.capacity()) {
            capacities.push(buffer.capacity());
        }
    }
    assert_eq!(capacities, [0, 64, 256, 1024, 4096, 8192, 16384]);
}
