//! An invalid order is refused, with every violation and its path.

use std::error::Error;

use everwire::Wire;

use crate::Order;
use crate::schema::shop::v1::{Address, Line};

/// Breaks five rules, and shows what decoding says.
pub fn print(orders: &[Order]) -> Result<(), Box<dyn Error>> {
    let Some(order) = orders.first() else {
        return Ok(());
    };
    let mut order = order.clone();
    order.customer.clear();
    order.lines = vec![
        Line {
            sku: "tea".into(),
            quantity: 2,
            ..Line::default()
        },
        Line {
            sku: "TEA-0412".into(),
            quantity: 0,
            discount_percent: Some(120.0),
            ..Line::default()
        },
    ];
    order.tags = vec!["gift".into(), "gift".into()];
    order.ship_to = Some(Address {
        country: "Germany".into(),
        ..Address::default()
    });

    for wire in Wire::ALL {
        let refused = wire.decode::<Order>(&wire.encode(&order)?);
        let Err(error) = refused else {
            return Err(format!("{wire}: an invalid order was accepted").into());
        };
        if wire == Wire::Json {
            println!("An invalid order is refused on every wire:\n");
            for line in error.to_string().lines() {
                println!("  {line}");
            }
        }
    }
    Ok(())
}
