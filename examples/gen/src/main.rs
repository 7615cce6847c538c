//! Generated code in the repository: `codegen ../../schemas/shop -I ../../schemas -o src/gen`, and one line to name it.

#[rustfmt::skip]
#[path = "gen/mod.rs"]
mod generated;

use everwire::Wire;
use generated::shop::v1::{Line, Order, Status};

fn main() -> Result<(), everwire::Error> {
    let order = Order {
        id: 7,
        customer: "Ann".into(),
        lines: vec![Line {
            sku: "TEA-0412".into(),
            quantity: 2,
            ..Line::default()
        }],
        status: Status::Paid,
        ..Order::default()
    };
    for wire in Wire::ALL {
        let bytes = wire.encode(&order)?;
        assert_eq!(wire.decode::<Order>(&bytes)?, order);
        println!("{wire:<9} {:>3} bytes", bytes.len());
    }
    Ok(())
}
