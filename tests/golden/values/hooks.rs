//! Functions that check what the set `chosen` declares.

use everwire::Violation;

use crate::chosen::chosen::Order;

/// Copies and cents are even.
pub fn even(count: &u32) -> Result<(), Violation> {
    match count % 2 {
        0 => Ok(()),
        _ => Err(Violation::new("count.even", "must be even")),
    }
}

/// A stock-keeping unit is in capitals.
pub fn sku(sku: &String) -> Result<(), Violation> {
    match sku.chars().any(char::is_lowercase) {
        false => Ok(()),
        true => Err(Violation::new("sku.capitals", "must be in capitals")),
    }
}

/// An order with a token has parts.
pub fn order(order: &Order) -> Result<(), Violation> {
    match order.token.is_empty() || !order.parts.is_empty() {
        true => Ok(()),
        false => Err(Violation::new("order.parts", "must have parts").at("parts")),
    }
}
