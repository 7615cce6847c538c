//! The float next to `w × 10^q`, by one or two multiplications: Eisel's and Lemire's algorithm, as proven in Lemire, "Number
//! Parsing at a Gigabyte per Second" (2021), and Mushtak and Lemire, "Fast Number Parsing Without Fallback" (2023).

use super::Float;
use super::powers::{LEAST, POWERS};

/// The bits, without a sign, of the normal float next to `w × 10^q`, where `w` is not 0. `None` where the result is not
/// normal, lies between two floats, or may do so: core's parser decides these few.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn round<F: Float>(w: u64, q: i32) -> Option<u64> {
    let [high, low] = *POWERS.get(q.wrapping_sub(LEAST) as u32 as usize)?;
    let zeros = w.leading_zeros();
    let w = w << zeros;
    let (mut top, mut rest) = product(w, high);
    let undecided = u64::MAX >> (F::BITS + 3);
    if top & undecided == undecided {
        let (carried, _) = product(w, low);
        let (sum, carry) = rest.overflowing_add(carried);
        rest = sum;
        top += u64::from(carry);
        if rest == u64::MAX {
            return None;
        }
    }
    let is_upper = (top >> 63) as u32;
    let shift = is_upper + 61 - F::BITS;
    let significand = top >> shift;
    if rest <= 1 && significand & 3 == 1 && significand << shift == top {
        return None;
    }
    // floor(log2(10^q)), where the table has q
    let power = (q * 217_706) >> 16;
    let exponent = power + 63 + is_upper as i32 - zeros as i32 + F::BIAS;
    if exponent < 1 || exponent >= 2 * F::BIAS {
        return None;
    }
    // The hidden bit adds one to the exponent, and so does rounding up to the next power of two.
    Some((((exponent - 1) as u64) << F::BITS) + ((significand + (significand & 1)) >> 1))
}

/// The two words of a product.
#[cfg_attr(not(debug_assertions), inline(always))]
fn product(a: u64, b: u64) -> (u64, u64) {
    let product = u128::from(a) * u128::from(b);
    ((product >> 64) as u64, product as u64)
}
