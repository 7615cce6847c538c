//! The powers of five as 128-bit significands, which also are those of ten: Lemire, "Number Parsing at a Gigabyte per
//! Second" (2021), section 5.

/// The lowest power that is in the table: 19 digits times a lower one are below every float.
pub(super) const LEAST: i32 = -342;
/// The highest power that is in the table: a higher one is above every float.
pub(super) const MOST: i32 = 308;

const COUNT: usize = (MOST - LEAST + 1) as usize;

/// The highest 128 bits, as two words, of `5^q` from `q = LEAST` on: cut off, but rounded up where `-27 <= q < 0`, so that
/// the product with a multiple of `5^-q` is exact above its lowest bits.
pub(super) static POWERS: [[u64; 2]; COUNT] = powers();

/// Enough for `5^308` above two words of zeros, and for `2^959`, which has 128 bits more than `5^342`.
const WORDS: usize = 15;

const fn powers() -> [[u64; 2]; COUNT] {
    let mut powers = [[0; 2]; COUNT];
    let mut number = [0; WORDS];
    number[2] = 1;
    let mut q = 0;
    while q <= MOST {
        powers[(q - LEAST) as usize] = halves(top(&number));
        times_five(&mut number);
        q += 1;
    }
    number = [0; WORDS];
    number[WORDS - 1] = 1 << 63;
    q = 0;
    while q > LEAST {
        q -= 1;
        by_five(&mut number);
        let up = (q >= -27) as u128;
        powers[(q - LEAST) as usize] = halves(top(&number) + up);
    }
    powers
}

const fn halves(bits: u128) -> [u64; 2] {
    [(bits >> 64) as u64, bits as u64]
}

/// The highest 128 bits of a number, from its highest one on; the lowest word comes first.
const fn top(number: &[u64; WORDS]) -> u128 {
    let mut at = WORDS - 1;
    while number[at] == 0 {
        at -= 1;
    }
    let high = (number[at] as u128) << 64 | number[at - 1] as u128;
    let shift = high.leading_zeros();
    high << shift | ((number[at - 2] as u128) << shift) >> 64
}

const fn times_five(number: &mut [u64; WORDS]) {
    let (mut at, mut carry) = (0, 0);
    while at < WORDS {
        let product = number[at] as u128 * 5 + carry;
        number[at] = product as u64;
        carry = product >> 64;
        at += 1;
    }
}

const fn by_five(number: &mut [u64; WORDS]) {
    let (mut at, mut rest) = (WORDS, 0);
    while at > 0 {
        at -= 1;
        let part = rest << 64 | number[at] as u128;
        number[at] = (part / 5) as u64;
        rest = part % 5;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn power(q: i32) -> u128 {
        let [high, low] = POWERS[(q - LEAST) as usize];
        u128::from(high) << 64 | u128::from(low)
    }

    #[test]
    fn powers_are_exact_or_cut_off() {
        for q in 0..=55 {
            let exact = 5_u128.pow(q as u32);
            assert_eq!(power(q), exact << exact.leading_zeros(), "{q}");
        }
        for q in LEAST..=MOST {
            assert_eq!(power(q) >> 127, 1, "{q}");
        }
        assert_eq!(power(-1), 0xcccc_cccc_cccc_cccc_cccc_cccc_cccc_cccd);
        assert_eq!(power(-342), 0xeef4_53d6_923b_d65a_113f_aa29_06a1_3b3f);
        assert_eq!(power(308), 0x8e67_9c2f_5e44_ff8f_570f_09ea_a7ea_7648);
    }

    #[test]
    fn neighbours_are_five_times_apart() {
        for q in (LEAST..MOST).filter(|q| *q != -1) {
            let (this, next) = (power(q), power(q + 1));
            let five = (this >> 3) * 5;
            let five = five << five.leading_zeros();
            assert!(five.abs_diff(next) < 64, "{q}");
        }
    }
}
