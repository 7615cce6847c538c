//! Many items of one kind: with one check of the room for many.

use super::{Follow, Output};

impl<C> Output<'_, '_, C> {
    /// Appends for each item itself as one byte below 0x80, else the first tag and a byte, else the second tag and two bytes,
    /// big-endian; items that need more, and the last ones if one of them needs a tag, are given to `wide`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn narrow_run<T: Copy>(
        &mut self,
        items: &[T],
        bits: impl Fn(T) -> u64,
        [tag8, tag16]: [u8; 2],
        wide: impl Fn(&mut Self, &[T]),
    ) {
        let (chunks, rest) = items.as_chunks::<16>();
        for chunk in chunks {
            let all = chunk.iter().fold(0, |all, item| all | bits(*item));
            let least = |least| {
                let exceeds = |so_far: bool, item: &T| so_far & (bits(*item) >= least);
                chunk.iter().fold(true, exceeds)
            };
            if all >= 0x1_0000 {
                wide(self, chunk);
                continue;
            }
            self.reserve(16 * 4);
            let mut cursor = self.cursor;
            // SAFETY: there is room for 16 items of four bytes, and each takes no more. Noticed by
            // `runs_are_as_their_pieces_one_by_one`.
            unsafe {
                if all < 0x80 {
                    let bytes = chunk.map(|item| bits(item) as u8);
                    cursor.cast::<[u8; 16]>().write(bytes);
                    cursor = cursor.add(16);
                } else if all < 0x100 && least(0x80) {
                    let pairs = chunk.map(|item| [tag8, bits(item) as u8]);
                    cursor.cast::<[[u8; 2]; 16]>().write(pairs);
                    cursor = cursor.add(32);
                } else if least(0x100) {
                    for item in chunk {
                        let word = u32::from((bits(*item) as u16).swap_bytes()) << 8;
                        let word = word | u32::from(tag16);
                        cursor.cast::<[u8; 4]>().write(word.to_le_bytes());
                        cursor = cursor.add(3);
                    }
                } else {
                    for item in chunk {
                        let item = bits(*item) as u16;
                        let (has_tag, has_two) = (item >= 0x80, item >= 0x100);
                        let bytes = if has_two { item.swap_bytes() } else { item };
                        let tag = if has_two { tag16 } else { tag8 };
                        let tagged = u32::from(bytes) << 8 | u32::from(tag);
                        let word = if has_tag { tagged } else { u32::from(item) };
                        cursor.cast::<[u8; 4]>().write(word.to_le_bytes());
                        cursor = cursor.add(1 + usize::from(has_tag) + usize::from(has_two));
                    }
                }
            }
            self.cursor = cursor;
        }
        if rest.iter().all(|item| bits(*item) < 0x80) {
            self.fixed_run(rest, |item| [bits(item) as u8]);
        } else {
            wide(self, rest);
        }
    }

    /// Appends for each item what [`tagged`](Self::tagged) appends; with one check of the room for many, and without a jump for
    /// each. `alike` says which bits have a piece like these: the least, and by how much the greatest exceeds it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn tagged_run<T: Copy>(
        &mut self,
        items: &[T],
        bits: impl Fn(T) -> u64,
        alike: impl Fn(u64) -> (u64, u64),
        piece: impl Fn(u64) -> (u8, u64, Follow),
    ) {
        for chunk in items.chunks(16) {
            self.reserve(16 * 9);
            let mut cursor = self.cursor;
            let first = chunk.first().map_or(0, |item| bits(*item));
            let ((tag, _, follow), (least, span)) = (piece(first), alike(first));
            let is_even = |even: bool, item: &T| even & (bits(*item).wrapping_sub(least) <= span);
            // SAFETY: there is room for 16 pieces of up to nine bytes, and the chunk has no more items. Noticed by
            // `runs_are_as_their_pieces_one_by_one`.
            unsafe {
                if follow != Follow::Zero && chunk.iter().fold(true, is_even) {
                    let shift = 8 * (9 - follow as u32);
                    for item in chunk {
                        let word = bits(*item).unbounded_shl(shift);
                        *cursor = tag;
                        cursor.add(1).cast::<[u8; 8]>().write(word.to_be_bytes());
                        cursor = cursor.add(follow as usize);
                    }
                } else {
                    for item in chunk {
                        let (byte, word, follow) = piece(bits(*item));
                        *cursor = byte;
                        let word_at = cursor.add(usize::from(follow != Follow::Zero));
                        word_at.cast::<[u8; 8]>().write(word.to_be_bytes());
                        cursor = cursor.add(follow as usize);
                    }
                }
            }
            self.cursor = cursor;
        }
    }

    /// Appends for each item the first `N` of its bytes, all of which may be stored.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn spaced_run<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        bytes: impl Fn(T) -> [u8; 8],
    ) {
        const { assert!(N <= 8) };
        self.reserve(items.len().saturating_mul(N).saturating_add(8));
        let mut cursor = self.cursor;
        for item in items {
            // SAFETY: there is room for `N` bytes for each item, and for eight more. Noticed by
            // `runs_are_as_their_pieces_one_by_one`.
            unsafe {
                cursor.cast::<[u8; 8]>().write(bytes(*item));
                cursor = cursor.add(N);
            }
        }
        self.cursor = cursor;
    }

    /// Appends for each item its bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn fixed_run<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        bytes: impl Fn(T) -> [u8; N],
    ) {
        self.reserve(items.len().saturating_mul(N));
        let mut cursor = self.cursor;
        for item in items {
            // SAFETY: there is room for `N` bytes for each item. Noticed by `runs_are_as_their_pieces_one_by_one`.
            unsafe {
                cursor.cast::<[u8; N]>().write(bytes(*item));
                cursor = cursor.add(N);
            }
        }
        self.cursor = cursor;
    }

    /// Appends for each item the first so many of its bytes, with one check of the room for many.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn varied_run<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        bytes: impl Fn(T) -> ([u8; N], usize),
    ) {
        const { assert!(N <= 16) };
        for chunk in items.chunks(64) {
            self.reserve(64 * N);
            let mut cursor = self.cursor;
            for item in chunk {
                let (bytes, len) = bytes(*item);
                // SAFETY: there is room for 64 times `N` bytes, and the chunk has no more items. Noticed by
                // `runs_are_as_their_pieces_one_by_one`.
                unsafe {
                    cursor.cast::<[u8; N]>().write(bytes);
                    cursor = cursor.add(if len > N { N } else { len });
                }
            }
            self.cursor = cursor;
        }
    }
}
