//! Many items of one kind: with one check of the room for many.

use super::{Follow, Output};

impl<C> Output<'_, '_, C> {
    /// Appends for each item one byte, where there is one for its bits, or else what [`tagged`](Self::tagged) appends; with one
    /// check of the room for many, and without a jump for each. `alike` says which bits have a piece like these: the least, and
    /// by how much the greatest exceeds it.
    #[inline(always)]
    pub fn tagged_run<T: Copy>(
        &mut self,
        items: &[T],
        bits: impl Fn(T) -> u64,
        byte: impl Fn(u64) -> Option<u8>,
        alike: impl Fn(u64) -> (u64, u64),
        piece: impl Fn(u64) -> (u8, u64, Follow),
    ) {
        for chunk in items.chunks(16) {
            self.reserve(16 * 9);
            let mut cursor = self.cursor;
            let mut bytes = [0; 16];
            let mut short = true;
            for (to, item) in bytes.iter_mut().zip(chunk) {
                let byte = byte(bits(*item));
                short &= byte.is_some();
                *to = byte.unwrap_or(0);
            }
            let first = chunk.first().map_or(0, |item| bits(*item));
            let ((tag, _, follow), (least, span)) = (piece(first), alike(first));
            let is_even = |even: bool, item: &T| even & (bits(*item).wrapping_sub(least) <= span);
            // SAFETY: there is room for 16 pieces of up to nine bytes, and the chunk has no more items. Noticed by
            // `runs_are_as_their_pieces_one_by_one`.
            unsafe {
                if short {
                    cursor.cast::<[u8; 16]>().write(bytes);
                    cursor = cursor.add(chunk.len());
                } else if follow != Follow::Zero && chunk.iter().fold(true, is_even) {
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
    #[inline(always)]
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
    #[inline(always)]
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
    #[inline(always)]
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
