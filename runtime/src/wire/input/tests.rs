//! The input reads what a slice holds and nothing beyond it.

use super::*;

#[test]
fn reads_within_its_bounds() {
    let mut input = Input::new(b"abcdefgh");
    assert_eq!(input.byte(), Some(b'a'));
    assert!(!input.skip_if(*b"bd"));
    assert!(input.skip_if(*b"bc"));
    let outer = input.enter(2).unwrap();
    assert_eq!(input.array::<3>(), None);
    assert_eq!(input.take(2), Some(&b"de"[..]));
    assert!(input.is_empty());
    assert_eq!(input.peek(), None);
    input.leave(outer);
    assert_eq!(input.rest(), b"fgh");
    assert!(input.enter(4).is_none());
    input.rewind(1);
    assert_eq!(input.position(), 1);
    input.advance(100);
    assert_eq!(input.remaining(), 0);
    assert_eq!(input.between(2, 4), b"cd");
}

#[test]
fn a_part_is_within_its_whole() {
    let bytes = exact(20);
    for from in 0..22 {
        for to in 0..22 {
            let mut part = Input::part(&bytes, from, to);
            let (start, end) = (from.min(to).min(20), to.min(20));
            assert_eq!(part.rest(), &bytes[start..end], "{from} to {to}");
            assert_eq!((part.position(), part.whole()), (start, &bytes[..]));
            let word = bytes[start..].first_chunk().copied();
            assert_eq!(part.word(), word.map(u64::from_le_bytes));
            let inner = part.enter(2);
            assert_eq!(inner.is_some(), start + 2 <= end);
            assert_eq!(part.word(), word.map(u64::from_le_bytes));
        }
    }
}

#[test]
fn goes_on_within_its_bounds() {
    let bytes = b"abcd";
    let mut input = Input::new(bytes);
    let mut ahead = input;
    ahead.advance(3);
    input.go_on(&ahead);
    assert_eq!(input.rest(), b"d");
    let mut short = Input::new(&bytes[..2]);
    short.go_on(&ahead);
    assert_eq!(short.rest(), b"ab");
    input.go_on(&Input::new(&bytes[1..]));
    assert_eq!(input.rest(), b"d");
    input.go_on(&short);
    assert_eq!(input.rest(), b"abcd");
}

/// What stands in an allocation of exactly its size, so that a sanitizer sees each byte beyond.
fn exact(len: usize) -> alloc::boxed::Box<[u8]> {
    (0..len).map(|byte| byte as u8).collect()
}

#[test]
fn agrees_with_slices_at_every_length() {
    for len in 0..40 {
        let bytes = exact(len);
        for start in 0..=len {
            let mut input = Input::new(&bytes);
            input.advance(start);
            let rest = &bytes[start..];
            assert_eq!(input.rest(), rest);
            assert_eq!(input.peek(), rest.first().copied());
            assert_eq!(input.peek_array::<8>().as_ref(), rest.first_chunk::<8>());
            let mut ahead = input;
            assert_eq!(ahead.behind(start as u8 + 1), None);
            let behind = rest.first_chunk::<9>().map(|[_, word @ ..]| *word);
            let word = ahead.behind(start as u8);
            assert_eq!(word.map(u64::to_be_bytes), behind);
            assert_eq!(ahead.position() - start, 9 * usize::from(word.is_some()));
            let mut ahead = input;
            let first = rest.first_chunk::<3>().copied().unwrap_or_default();
            assert_eq!(ahead.skip_header(first), rest.len() > 3);
            assert_eq!(ahead.position() - start, 3 * usize::from(rest.len() > 3));
            assert!(!ahead.skip_header([0xff]));
            assert_eq!(input.array::<4>().as_ref(), rest.first_chunk::<4>());
            input.rewind(start);
            for take in 0..=len + 1 {
                let mut input = input;
                assert_eq!(input.take(take), rest.get(..take));
                assert_eq!(input.between(0, len + 1), b"");
                input.rewind(0);
                assert_eq!(input.byte(), bytes.first().copied());
            }
        }
    }
}

#[test]
fn powers_pass_what_they_read() {
    for first in 0..=u8::MAX {
        let bytes: alloc::boxed::Box<[u8]> = [first, 1, 2, 3, 4, 5, 6, 7, 8].into();
        let word = 0x0102_0304_0506_0708;
        let mut input = Input::new(&bytes);
        let found = input.power::<0xcc, 8>(|byte, bits| byte == first && bits == word);
        assert_eq!(found.is_some(), (0xcc..0xd4).contains(&first));
        let len = 1 << (first & 3);
        if let Some(found) = found {
            assert_eq!(found, (word, 64 - 8 * len as u32));
            assert_eq!(input.position(), 1 + len);
        }
        let mut input = Input::new(&bytes);
        assert_eq!(input.power::<0xcc, 8>(|_, _| false), None);
        assert_eq!(input.position(), 0);
        for end in 0..9 {
            let mut input = Input::new(&bytes);
            let _ = input.enter(end);
            let found = input.power::<0xcc, 8>(|_, _| true);
            let fits = (0xcc..0xd4).contains(&first) && end > len;
            assert_eq!(found.is_some(), fits && end == 8, "{end}");
        }
        let padded = [&[0xaa; 8], &bytes[..]].concat();
        for end in 8..=17 {
            let exact: alloc::boxed::Box<[u8]> = padded[..end].into();
            let mut input = Input::new(&exact);
            input.advance(8);
            let found = input.power::<0xcc, 8>(|_, _| true);
            let fits = (0xcc..0xd4).contains(&first) && end - 8 > len;
            assert_eq!(found.is_some(), fits, "{end}");
            if let Some((found, shift)) = found {
                assert_eq!(found >> shift, word >> shift);
                assert_eq!(input.position(), 9 + len);
            }
        }
    }
}

#[test]
fn text_is_found_to_be_utf8_at_every_length() {
    for len in 0..40 {
        let mut bytes = exact(len);
        let text = Input::new(&bytes).text(len);
        assert_eq!(text, Some(core::str::from_utf8(&bytes).ok()));
        assert_eq!(Input::new(&bytes).text(len + 1), None);
        for at in 0..len {
            bytes[at] = 0xc3;
            let text = Input::new(&bytes).text(len);
            assert_eq!(
                text,
                Some(core::str::from_utf8(&bytes).ok()),
                "{at} of {len}"
            );
            if let Some(next) = bytes.get_mut(at + 1) {
                *next = 0xa4;
                let text = Input::new(&bytes).text(len);
                assert_eq!(
                    text,
                    Some(core::str::from_utf8(&bytes).ok()),
                    "{at} of {len}"
                );
            }
            bytes = exact(len);
        }
    }
}

#[test]
#[cfg(feature = "std")]
fn an_input_crosses_threads() {
    let bytes = exact(9);
    let mut input = Input::new(&bytes);
    input.advance(3);
    let shared = &input;
    let rests = std::thread::scope(|scope| {
        let one = scope.spawn(move || shared.rest());
        let moved = input;
        let other = scope.spawn(move || moved.rest());
        [one.join().unwrap(), other.join().unwrap()]
    });
    assert_eq!(rests, [&bytes[3..], &bytes[3..]]);
}
