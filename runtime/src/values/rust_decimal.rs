//! The decimal numbers of the crate `rust_decimal`, with all their digits: `12.50` is not `12.5`.

use ::rust_decimal::Decimal;

use super::text::text;

text! {
    Decimal, "decimal number", Some(Decimal::ZERO);
}
