//! Promise 4: renaming breaks no binary wire, and with `alias` no reader of JSON.

use everwire::{Codec, Wire};

use super::reread;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.Order")]
struct Before {
    #[codec(1)]
    customer_id: u32,
    #[codec(2)]
    state: State,
    #[codec(oneof(3))]
    event: Option<Event>,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum State {
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Event {
    #[codec(3)]
    Placed(String),
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.Purchase", alias = "shop.Order")]
struct After {
    #[codec(1, alias = "customer_id")]
    buyer: u32,
    #[codec(2, alias = "state")]
    status: Status,
    #[codec(oneof(3))]
    event: Option<Happening>,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
enum Status {
    #[codec(0, alias = "Draft")]
    Basket,
    #[codec(1, alias = "Paid")]
    Settled,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Happening {
    #[codec(3, alias = "Placed")]
    Ordered(String),
}

#[test]
fn a_renamed_field_value_and_variant_are_read_under_their_former_names() {
    let before = Before {
        customer_id: 7,
        state: State::Paid,
        event: Some(Event::Placed("x".into())),
    };
    for wire in Wire::ALL {
        let after: After = reread(wire, &before);
        let expected = After {
            buyer: 7,
            status: Status::Settled,
            event: Some(Happening::Ordered("x".into())),
        };
        assert_eq!(after, expected, "{wire}");
    }
    assert_eq!(After::SCHEMA.aliases(), ["shop.Order"]);
}

#[test]
fn the_binary_wires_carry_no_names() {
    let before = Before {
        customer_id: 7,
        state: State::Paid,
        event: Some(Event::Placed("x".into())),
    };
    let after = After {
        buyer: 7,
        status: Status::Settled,
        event: Some(Happening::Ordered("x".into())),
    };
    for wire in [Wire::Protobuf, Wire::MsgPack] {
        assert_eq!(
            wire.encode(&before).unwrap(),
            wire.encode(&after).unwrap(),
            "{wire}"
        );
    }
}
