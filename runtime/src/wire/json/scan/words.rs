//! Blocks of eight bytes, where there is no SSE2.

pub(super) type Mask = u64;
pub(in crate::wire::json) const WIDTH: usize = 8;
pub(super) const LANE: u32 = 8;

/// See [`sixteen`](super::sixteen): the second value above the first one.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn sixteen(block: &[u8; 16], count: usize) -> u64 {
    let (mut values, mut at) = ([0_u64; 2], 0);
    for byte in block {
        let digit = if at < count {
            byte.wrapping_sub(b'0')
        } else {
            0
        };
        let value = &mut values[at / 8];
        *value = *value * 10 + u64::from(digit);
        at += 1;
    }
    values[1] << 32 | values[0]
}

impl super::Found {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(in crate::wire::json) fn new(block: &[u8; WIDTH]) -> Self {
        let word = u64::from_le_bytes(*block);
        Self {
            stops: super::stops(word),
            high: word & super::HIGH,
        }
    }

    /// The bytes that are not digits.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn not_digits(block: &[u8; WIDTH]) -> u32 {
        let word = u64::from_le_bytes(*block);
        let digits = word ^ (super::LOW * b'0' as u64);
        let others = ((digits & !super::HIGH) + super::LOW * 0x76 | digits) & super::HIGH;
        ((others >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
    }

    /// The bytes that are not white space.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn others(block: &[u8; WIDTH]) -> Mask {
        let mut others = 0;
        for (lane, byte) in block.iter().enumerate() {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                others |= 0x80 << (8 * lane);
            }
        }
        others
    }
}
