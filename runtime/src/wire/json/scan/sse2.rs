//! Blocks of 16 bytes, by SSE2.
#![allow(
    unsafe_code,
    reason = "a cursor file: vector loads from arrays of that size"
)]

use core::arch::x86_64::{
    __m128i, _mm_and_si128, _mm_cmpeq_epi8, _mm_cvtsi128_si64, _mm_loadu_si128, _mm_madd_epi16,
    _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_packs_epi32, _mm_set1_epi8, _mm_set1_epi32,
    _mm_setzero_si128, _mm_sub_epi8, _mm_unpackhi_epi8, _mm_unpacklo_epi8,
};

pub(super) type Mask = u32;
pub(in crate::wire::json) const WIDTH: usize = 16;
pub(super) const LANE: u32 = 1;

/// See [`sixteen`](super::sixteen): the second value above the first one.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn sixteen(block: &[u8; 16], count: usize) -> u64 {
    // SAFETY: the block has the 16 bytes that are loaded, and so has the mask, since `count <= 16`; SSE2 is there wherever
    // this is compiled. Noticed by `sixteen_digits_at_each_count`.
    unsafe {
        let bytes = _mm_loadu_si128(block.as_ptr().cast::<__m128i>());
        let mask = super::HALVES.as_ptr().add(16 - count).cast::<__m128i>();
        let digits = _mm_sub_epi8(bytes, _mm_set1_epi8(b'0' as i8));
        let digits = _mm_and_si128(digits, _mm_loadu_si128(mask));
        let zero = _mm_setzero_si128();
        let tens = _mm_set1_epi32(0x0001_000a);
        let pairs = _mm_packs_epi32(
            _mm_madd_epi16(_mm_unpacklo_epi8(digits, zero), tens),
            _mm_madd_epi16(_mm_unpackhi_epi8(digits, zero), tens),
        );
        let fours = _mm_madd_epi16(pairs, _mm_set1_epi32(0x0001_0064));
        let fours = _mm_packs_epi32(fours, fours);
        let eights = _mm_madd_epi16(fours, _mm_set1_epi32(0x0001_2710));
        _mm_cvtsi128_si64(eights) as u64
    }
}

impl super::Found {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(in crate::wire::json) fn new(block: &[u8; WIDTH]) -> Self {
        // SAFETY: the block has the 16 bytes that are loaded, and SSE2 is there wherever this is compiled. Noticed by
        // `finds_each_stop_at_each_position`.
        unsafe {
            let bytes = _mm_loadu_si128(block.as_ptr().cast::<__m128i>());
            let quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'"' as i8));
            let escape = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\\' as i8));
            let control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
            let stops = _mm_or_si128(_mm_or_si128(quote, escape), control);
            Self {
                stops: _mm_movemask_epi8(stops) as u32,
                high: _mm_movemask_epi8(bytes) as u32,
            }
        }
    }

    /// The bytes that are not digits.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn not_digits(block: &[u8; WIDTH]) -> u32 {
        // SAFETY: as in `new`. Noticed by `digits_end_at_each_position`.
        unsafe {
            let bytes = _mm_loadu_si128(block.as_ptr().cast::<__m128i>());
            let values = _mm_sub_epi8(bytes, _mm_set1_epi8(b'0' as i8));
            let digits = _mm_cmpeq_epi8(_mm_min_epu8(values, _mm_set1_epi8(9)), values);
            !_mm_movemask_epi8(digits) as u32 & 0xffff
        }
    }

    /// The bytes that are not white space.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn others(block: &[u8; WIDTH]) -> Mask {
        // SAFETY: as in `new`. Noticed by `white_space_ends_at_each_position`.
        unsafe {
            let bytes = _mm_loadu_si128(block.as_ptr().cast::<__m128i>());
            let is = |byte: u8| _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte as i8));
            let spaces = _mm_or_si128(
                _mm_or_si128(is(b' '), is(b'\n')),
                _mm_or_si128(is(b'\r'), is(b'\t')),
            );
            !_mm_movemask_epi8(spaces) as u32 & 0xffff
        }
    }
}
