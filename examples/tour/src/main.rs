//! A tour of Everwire: decode, send through each wire and back, measure, meet other versions, refuse what is invalid.
//!
//! `cargo run -p tour` takes the orders of `data/orders.json`, `cargo run -p tour -- FILE` those of any other file.

mod evolution;
mod measure;
mod peers;
mod table;
mod validation;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use everwire::Wire;

/// The types of `schemas/`, compiled by `build.rs`.
mod schema {
    everwire::include_schema!();
}

use schema::shop::v1::Order;

fn main() -> ExitCode {
    match tour() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn tour() -> Result<(), Box<dyn Error>> {
    let (path, text) = orders()?;
    let orders: Vec<Order> = everwire::json::from_str(&text)?;
    println!("{} orders from {path}\n", orders.len());

    round_trips(&orders)?;
    table::print(&orders)?;
    evolution::print(&orders)?;
    validation::print(&orders)?;
    Ok(())
}

/// The name and the contents of the file of orders.
fn orders() -> Result<(String, String), Box<dyn Error>> {
    let path = match env::args_os().nth(1) {
        Some(path) => PathBuf::from(path),
        None => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/data/orders.json")),
    };
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    Ok((name, text))
}

/// Every order, through every wire into every other one.
fn round_trips(orders: &[Order]) -> Result<(), Box<dyn Error>> {
    for first in Wire::ALL {
        for second in Wire::ALL {
            for order in orders {
                let there: Order = first.decode(&first.encode(order)?)?;
                let back: Order = second.decode(&second.encode(&there)?)?;
                if back != *order {
                    return Err(
                        format!("order {} changed on {first} and {second}", order.id).into(),
                    );
                }
            }
        }
    }
    println!("Each order went through every wire into every other one, and came back equal.\n");
    Ok(())
}
