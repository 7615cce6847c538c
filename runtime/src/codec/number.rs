//! [`Number`]: a number that may be an integer or not, as JSON has them.

use alloc::string::String;

/// A number whose type is its own affair: that of google.protobuf.Value, which is a double there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number<'a> {
    /// An integer.
    Unsigned(u64),
    /// A negative integer.
    Negative(i64),
    /// A float, which is finite.
    Float(f64),
    /// Any number, as JSON writes it.
    Text(&'a str),
}

/// How far all integers are doubles.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Number<'_> {
    /// What a double is: an integer up to 2^53 if it is whole, for doubles do not tell one from the other.
    #[must_use]
    pub fn of(float: f64) -> Self {
        let magnitude = float.abs();
        // Half of the range of either integer is not asked for.
        let whole = magnitude as u64;
        match magnitude <= EXACT && whole as f64 == magnitude {
            true if float.is_sign_positive() => Self::Unsigned(whole),
            true if whole > 0 => Self::Negative(-(whole as i64)),
            _ => Self::Float(float),
        }
    }

    /// The double that is this number: for an integer none but itself, for text the one whose shortest text is the same number.
    #[must_use]
    pub fn double(self) -> Option<f64> {
        match self {
            Self::Unsigned(value) => {
                let float = value as f64;
                (float as u128 == u128::from(value)).then_some(float)
            }
            Self::Negative(value) => {
                let float = value as f64;
                (float as i128 == i128::from(value)).then_some(float)
            }
            Self::Float(value) => Some(value),
            Self::Text(text) => {
                let float: f64 = text.parse().ok()?;
                let mut buffer = zmij::Buffer::new();
                let is_same = float.is_finite()
                    && decimal(text).is_some()
                    && decimal(text) == decimal(buffer.format_finite(float));
                is_same.then_some(float)
            }
        }
    }
}

/// Whether a number is negative, its digits without zeros around them, and how many of them stand before the point.
pub(crate) fn decimal(text: &str) -> Option<(bool, String, i64)> {
    let (is_negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()?),
        None => (text, 0_i64),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = String::from(whole);
    digits.push_str(fraction);
    let trimmed = digits.trim_start_matches('0');
    let leading = digits.len() - trimmed.len();
    let trimmed = trimmed.trim_end_matches('0');
    let point = match trimmed {
        "" => 0,
        _ => exponent.checked_add(whole.len() as i64 - leading as i64)?,
    };
    Some((is_negative, trimmed.into(), point))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_double_that_is_whole_is_an_integer() {
        for (float, number) in [
            (0.0, Number::Unsigned(0)),
            (-0.0, Number::Float(-0.0)),
            (1.0, Number::Unsigned(1)),
            (-1.0, Number::Negative(-1)),
            (1.5, Number::Float(1.5)),
            (-0.5, Number::Float(-0.5)),
            (EXACT, Number::Unsigned(1 << 53)),
            (-EXACT, Number::Negative(-(1 << 53))),
            (EXACT * 2.0, Number::Float(EXACT * 2.0)),
            (f64::MAX, Number::Float(f64::MAX)),
            (f64::INFINITY, Number::Float(f64::INFINITY)),
        ] {
            assert_eq!(Number::of(float), number, "{float}");
        }
        assert!(matches!(Number::of(f64::NAN), Number::Float(nan) if nan.is_nan()));
    }

    #[test]
    fn what_no_double_is_has_none() {
        for (number, double) in [
            (Number::Unsigned((1 << 53) + 1), None),
            (Number::Unsigned(u64::MAX), None),
            (Number::Unsigned(1 << 63), Some(9_223_372_036_854_775_808.0)),
            (Number::Negative(-(1 << 53) - 1), None),
            (
                Number::Negative(i64::MIN),
                Some(-9_223_372_036_854_775_808.0),
            ),
            (Number::Text("0.1"), Some(0.1)),
            (Number::Text("1.50"), Some(1.5)),
            (Number::Text("-0"), Some(-0.0)),
            (Number::Text("12E-1"), Some(1.2)),
            (Number::Text("1000e+3"), Some(1e6)),
            (Number::Text("0.10000000000000000001"), None),
            (Number::Text("9007199254740993"), None),
            (Number::Text("1e400"), None),
            (Number::Text("1e-400"), None),
            (Number::Text("0e99999999999999999999"), None),
        ] {
            assert_eq!(number.double(), double, "{number:?}");
        }
    }
}
