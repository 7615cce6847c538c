//! Dispatch: which wire, what a call may ask for, from wire to wire, and types by name.

mod emit;
mod inspect;
mod limits;
mod names;
mod options;
mod registry;
mod transcode;

use everwire::{Codec, UnknownFields};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Order")]
struct Order {
    #[codec(1)]
    id: u32,
    #[codec(2, max_len = 5)]
    customer: String,
    #[codec(3)]
    lines: Vec<Line>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Line")]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(unknown)]
    unknown: UnknownFields,
}

fn order() -> Order {
    let line = Line {
        sku: "A-1".into(),
        ..Line::default()
    };
    Order {
        id: 7,
        customer: "Ann".into(),
        lines: vec![line],
        ..Order::default()
    }
}
