//! Version 1 and version 3 of the order meet on each wire.

use std::error::Error;

use everwire::Wire;

use crate::Order;
use crate::schema::shop::v3;

/// Sends an order from one version to the other, and back through a version 1 that changes one field.
pub fn print(orders: &[Order]) -> Result<(), Box<dyn Error>> {
    let Some(old) = orders.iter().find(|order| order.note.is_some()) else {
        return Ok(());
    };
    println!(
        "Version 3 renamed `note`, removed `copies`, added a status, payments, a currency and a way to return goods.\n"
    );
    for wire in Wire::ALL {
        let upgraded: v3::Order = wire.decode(&wire.encode(old)?)?;
        check(wire, "the note", upgraded.remark == old.note)?;
        check(wire, "the lines", upgraded.lines.len() == old.lines.len())?;

        let new = v3::Order {
            status: v3::Status::Returned,
            currency: "EUR".into(),
            promised_by: Some(1_767_225_600_000),
            payments: vec![v3::order::Payment {
                amount_cents: 1999,
                ..Default::default()
            }],
            ..upgraded
        };
        let mut relayed: Order = wire.decode(&wire.encode(&new)?)?;
        let kept = relayed.unknown.len();
        relayed.points += 100;
        let back: v3::Order = wire.decode(&wire.encode(&relayed)?)?;
        check(wire, "the payments", back.payments == new.payments)?;
        check(wire, "the currency", back.currency == new.currency)?;
        check(wire, "the status", back.status == new.status)?;
        println!(
            "  {wire:<9} v1 → v3: note and {} lines read, currency {:?}.  v3 → v1 → v3: status {:?} is {:?} to v1, which \
             kept {kept} fields it does not know; all came back.",
            old.lines.len(),
            v3::Order::default().currency,
            new.status,
            relayed.status,
        );
    }
    println!();
    Ok(())
}

fn check(wire: Wire, what: &str, holds: bool) -> Result<(), Box<dyn Error>> {
    if holds {
        Ok(())
    } else {
        Err(format!("{wire}: {what} did not survive").into())
    }
}
