//! Floats from their text, correctly rounded: `decimal` takes the text apart, `round` finds the float by the table of
//! `powers`, and core's parser decides where that cannot.

mod decimal;
mod powers;
mod round;

use core::str::FromStr;

use decimal::Decimal;

/// A float that can be read.
pub(super) trait Float: FromStr + Copy {
    /// The name of the type.
    const NAME: &'static str;
    /// Not a number, infinity, and its negative.
    const SPECIAL: [Self; 3];
    /// How many bits of the significand are stored.
    const BITS: u32;
    /// What is added to the exponent.
    const BIAS: i32;

    /// Whether this is a number.
    fn is_finite(self) -> bool;

    /// An integer, rounded.
    fn from_integer(negative: bool, magnitude: u64) -> Self;

    /// The float of a sign and the bits below it.
    fn from_parts(negative: bool, bits: u64) -> Self;
}

macro_rules! float {
    ($($ty:ident: $bits:ty, $width:literal;)*) => {$(
        impl Float for $ty {
            const NAME: &'static str = stringify!($ty);
            const SPECIAL: [Self; 3] = [$ty::NAN, $ty::INFINITY, $ty::NEG_INFINITY];
            const BITS: u32 = $ty::MANTISSA_DIGITS - 1;
            const BIAS: i32 = $ty::MAX_EXP - 1;

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn is_finite(self) -> bool {
                $ty::is_finite(self)
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn from_integer(negative: bool, magnitude: u64) -> Self {
                let value = magnitude as $ty;
                if negative { -value } else { value }
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn from_parts(negative: bool, bits: u64) -> Self {
                $ty::from_bits(bits as $bits | <$bits>::from(negative) << ($width - 1))
            }
        }
    )*};
}

float! {
    f32: u32, 32;
    f64: u64, 64;
}

/// The float at the start of `bytes`, and the length of its text. `None` for what breaks the grammar or the range, and for
/// what takes longer: see [`other`] and [`whole`].
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn usual<F: Float>(bytes: &[u8]) -> Option<(F, usize)> {
    value(decimal::common(bytes)?)
}

/// [`usual`] for numbers that are not as most are.
#[inline(never)]
pub(super) fn other<F: Float>(bytes: &[u8]) -> Option<(F, usize)> {
    value(decimal::short(bytes)?)
}

#[cfg_attr(not(debug_assertions), inline(always))]
fn value<F: Float>(decimal: Decimal) -> Option<(F, usize)> {
    let Decimal {
        negative,
        mantissa,
        exponent,
        len,
    } = decimal;
    if exponent == 0 || mantissa == 0 {
        return Some((F::from_integer(negative, mantissa), len));
    }
    let bits = round::round::<F>(mantissa, exponent)?;
    Some((F::from_parts(negative, bits), len))
}

/// The float whose text is `text`, which follows the grammar. `None` if it is out of range.
#[cold]
#[inline(never)]
pub(super) fn whole<F: Float>(text: &[u8]) -> Option<F> {
    if let Some((decimal, cut)) = decimal::long(text)
        && let Some(bits) = round::round::<F>(decimal.mantissa, decimal.exponent)
        && (!cut || round::round::<F>(decimal.mantissa + 1, decimal.exponent) == Some(bits))
    {
        return Some(F::from_parts(decimal.negative, bits));
    }
    let value = core::str::from_utf8(text).ok()?.parse::<F>().ok()?;
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests;
