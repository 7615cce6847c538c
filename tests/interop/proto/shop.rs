//! The shop's order, with prost's types from the schema that the examples use.

use std::collections::BTreeMap;

use everwire::{Codec, Wire};
use everwire_tests::{sample, sampler, values};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{agrees, peer::shop as peer};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Order", reserved(8))]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2)]
    customer: String,
    #[codec(3)]
    lines: Vec<Line>,
    #[codec(4)]
    note: Option<String>,
    #[codec(5)]
    labels: BTreeMap<String, String>,
    #[codec(6)]
    status: Status,
    #[codec(7)]
    token: Vec<u8>,
    #[codec(9)]
    copies: u32,
    #[codec(oneof(10, 11))]
    event: Option<Event>,
    #[codec(12)]
    created_at: i64,
    #[codec(13)]
    ship_to: Option<Address>,
    #[codec(14)]
    tags: Vec<String>,
    #[codec(15)]
    parcel_grams: Vec<u32>,
    #[codec(16, fixed)]
    fingerprint: u64,
    #[codec(17)]
    weight_kg: f64,
    #[codec(18, sint)]
    points: i32,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
enum Status {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Line")]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(2)]
    quantity: u32,
    #[codec(3)]
    unit_price_cents: i64,
    #[codec(4)]
    discount_percent: Option<f32>,
    #[codec(5)]
    title: String,
    #[codec(6)]
    gift_wrap: bool,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Address")]
struct Address {
    #[codec(1)]
    recipient: Option<String>,
    #[codec(2)]
    street: Vec<String>,
    #[codec(3)]
    city: String,
    #[codec(4)]
    postcode: String,
    #[codec(5)]
    country: String,
    #[codec(6)]
    location: Option<Point>,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Point")]
struct Point {
    #[codec(1)]
    latitude: f64,
    #[codec(2)]
    longitude: f64,
}

#[derive(Codec, Clone, Debug, PartialEq)]
enum Event {
    #[codec(10)]
    Placed {
        #[codec(1)]
        at: i64,
        #[codec(2)]
        channel: u32,
        #[codec(3)]
        coupon: Option<String>,
    },
    #[codec(11)]
    Cancelled {
        #[codec(1)]
        at: i64,
        #[codec(2)]
        why: String,
        #[codec(3)]
        refund_cents: Option<i64>,
    },
}

fn order(runner: &mut TestRunner) -> Order {
    use proptest::option::of;
    let line = (
        values::text(),
        values::u32(),
        values::i64(),
        of(values::f32()),
        values::text(),
        any::<bool>(),
    )
        .prop_map(
            |(sku, quantity, unit_price_cents, discount_percent, title, gift_wrap)| Line {
                sku,
                quantity,
                unit_price_cents,
                discount_percent,
                title,
                gift_wrap,
            },
        );
    let location = of(
        (values::f64(), values::f64()).prop_map(|(latitude, longitude)| Point {
            latitude,
            longitude,
        }),
    );
    let address = (
        of(values::text()),
        values::list(values::text()),
        values::text(),
        values::text(),
        values::text(),
        location,
    )
        .prop_map(
            |(recipient, street, city, postcode, country, location)| Address {
                recipient,
                street,
                city,
                postcode,
                country,
                location,
            },
        );
    let event = prop_oneof![
        Just(None),
        (values::i64(), 0..5_u32, of(values::text())).prop_map(|(at, channel, coupon)| Some(
            Event::Placed {
                at,
                channel,
                coupon
            }
        )),
        (values::i64(), values::text(), of(values::i64())).prop_map(
            |(at, why, refund_cents)| Some(Event::Cancelled {
                at,
                why,
                refund_cents
            })
        ),
    ];
    let status = prop_oneof![
        Just(Status::Draft),
        Just(Status::Paid),
        (2..9_i32).prop_map(Status::Other)
    ];
    Order {
        id: sample(runner, &values::u64()),
        customer: sample(runner, &values::text()),
        lines: sample(runner, &values::list(line)),
        note: sample(runner, &of(values::text())),
        labels: sample(
            runner,
            &proptest::collection::btree_map("[a-z]{1,4}", "[a-z]{1,4}", 0..4),
        ),
        status: sample(runner, &status),
        token: sample(runner, &values::bytes()),
        copies: sample(runner, &values::u32()),
        event: sample(runner, &event),
        created_at: sample(runner, &values::i64()),
        ship_to: sample(runner, &of(address)),
        tags: sample(runner, &values::list(values::text())),
        parcel_grams: sample(runner, &values::list(values::u32())),
        fingerprint: sample(runner, &values::u64()),
        weight_kg: sample(runner, &values::f64()),
        points: sample(runner, &values::i32()),
    }
}

fn theirs(order: &Order) -> peer::Order {
    let order = order.clone();
    let line = |line: Line| peer::Line {
        sku: line.sku,
        quantity: line.quantity,
        unit_price_cents: line.unit_price_cents,
        discount_percent: line.discount_percent,
        title: line.title,
        gift_wrap: line.gift_wrap,
    };
    let event = |event| match event {
        Event::Placed {
            at,
            channel,
            coupon,
        } => peer::order::Event::Placed(peer::Placed {
            at,
            channel: channel as i32,
            coupon,
        }),
        Event::Cancelled {
            at,
            why,
            refund_cents,
        } => peer::order::Event::Cancelled(peer::Cancelled {
            at,
            why,
            refund_cents,
        }),
    };
    peer::Order {
        id: order.id,
        customer: order.customer,
        lines: order.lines.into_iter().map(line).collect(),
        note: order.note,
        labels: order.labels,
        status: match order.status {
            Status::Draft => 0,
            Status::Paid => 1,
            Status::Other(number) => number,
        },
        token: order.token,
        copies: order.copies,
        event: order.event.map(event),
        created_at: order.created_at,
        ship_to: order.ship_to.map(|address| peer::Address {
            recipient: address.recipient,
            street: address.street,
            city: address.city,
            postcode: address.postcode,
            country: address.country,
            location: address.location.map(|point| peer::Point {
                latitude: point.latitude,
                longitude: point.longitude,
            }),
        }),
        tags: order.tags,
        parcel_grams: order.parcel_grams,
        fingerprint: order.fingerprint,
        weight_kg: order.weight_kg,
        points: order.points,
    }
}

#[test]
fn orders_agree() {
    let mut runner = sampler();
    for _ in 0..96 {
        let order = order(&mut runner);
        agrees(&order, &theirs(&order));
        for wire in Wire::ALL {
            everwire_tests::round_trip(wire, &order);
        }
    }
}
