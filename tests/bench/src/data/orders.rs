//! Orders of a web shop: strings, optionals, enums, maps, nested lines, bytes.

use std::collections::BTreeMap;
use std::error::Error;

use everwire::Codec;
use fastrand::Rng;
use serde::Deserialize;
use zerompk::FromMessagePack;

use super::blob::Bytes;
use super::random::{maybe, pick, words};
use super::text::Text;
use super::{Blob, Data, Set, Size, fill, random, schema};
use crate::cell::Cells;
use crate::operation::Operation;
use crate::peer;

use owned::Status;
pub use schema::bench::orders as owned;

pub struct Orders;

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Borrowed<'a> {
    #[codec(1)]
    #[serde(borrow)]
    orders: Vec<Order<'a>>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
struct Order<'a> {
    #[codec(1)]
    id: u64,
    #[codec(2, min_len = 1, max_len = 80)]
    customer: &'a str,
    #[codec(3)]
    #[serde(borrow)]
    lines: Vec<Line<'a>>,
    #[codec(4)]
    #[serde(borrow)]
    note: Option<Text<'a>>,
    #[codec(5)]
    #[serde(borrow)]
    labels: BTreeMap<&'a str, &'a str>,
    #[codec(6)]
    status: Status,
    #[codec(7)]
    #[serde(borrow)]
    token: Bytes<'a>,
    #[codec(8, lte = 100)]
    copies: u32,
    #[codec(9)]
    created_at: i64,
    #[codec(10)]
    #[serde(borrow)]
    ship_to: Option<Address<'a>>,
    #[codec(11)]
    #[serde(borrow)]
    tags: Vec<&'a str>,
    #[codec(12)]
    parcel_grams: Vec<u32>,
    #[codec(13, fixed)]
    fingerprint: u64,
    #[codec(14)]
    weight_kg: f64,
    #[codec(15, sint)]
    points: i32,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
struct Line<'a> {
    #[codec(1, min_len = 1, max_len = 32)]
    sku: &'a str,
    #[codec(2, gt = 0)]
    quantity: u32,
    #[codec(3)]
    unit_price_cents: i64,
    #[codec(4, gte = 0.0, lte = 100.0)]
    discount_percent: Option<f32>,
    #[codec(5)]
    title: &'a str,
    #[codec(6)]
    gift_wrap: bool,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
struct Address<'a> {
    #[codec(1)]
    #[serde(borrow)]
    recipient: Option<&'a str>,
    #[codec(2)]
    #[serde(borrow)]
    street: Vec<&'a str>,
    #[codec(3)]
    postal_code: &'a str,
    #[codec(4)]
    city: &'a str,
    #[codec(5)]
    country: &'a str,
}

impl Set for Orders {
    const NAME: &'static str = "orders";
    const RULES: bool = true;

    type Owned = owned::Orders;
    type Borrowed<'a> = Borrowed<'a>;
    type Keeping = peer::keeping::bench::orders::Orders;
    const KEEPS: bool = true;
    type Prost = peer::prost_types::bench::orders::Orders;
    type Buffa = peer::buffa_types::bench::orders::Orders;
    type Quick<'a> = peer::quick::bench_orders::Orders<'a>;
    type QuickOwned = peer::quick_owned::bench_orders::Orders;

    fn make(size: Size) -> Result<Data<Self>, Box<dyn Error>> {
        let mut rng = random::rng(1);
        fill(size, || order(&mut rng), |orders| owned::Orders { orders })
    }

    fn derived(
        data: &Data<Self>,
        operation: Operation,
        cells: &mut Cells,
    ) -> Result<(), Box<dyn Error>> {
        cells.add::<Self, peer::SimdJsonDerive>(data, operation)
    }
}

fn order(rng: &mut Rng) -> owned::Order {
    let paid = rng.u32(..10) > 1;
    owned::Order {
        id: if rng.u32(..20) == 0 {
            rng.u64(..)
        } else {
            rng.u64(..5_000_000)
        },
        customer: format!(
            "{} {}",
            pick(
                rng,
                &[
                    "Ann",
                    "Bogdan",
                    "Zoë",
                    "Mei",
                    "Oluwaseun",
                    "José",
                    "Ingrid",
                    "Иван"
                ]
            ),
            pick(
                rng,
                &[
                    "Smith",
                    "Kowalski",
                    "Müller",
                    "Nakamura",
                    "Garcia",
                    "O’Neill",
                    "Петров"
                ]
            ),
        ),
        lines: (0..rng.usize(1..7)).map(|_| line(rng)).collect(),
        note: maybe(rng, 25, |rng| {
            let count = rng.usize(3..20);
            let text = words(rng, count);
            if rng.bool() {
                text.replacen(' ', "\n", 1)
            } else {
                text
            }
        }),
        labels: (0..rng.usize(..4))
            .map(|_| {
                let key = pick(
                    rng,
                    &["campaign", "channel", "affiliate", "device", "locale"],
                );
                (key.to_owned(), words(rng, 1))
            })
            .collect(),
        status: match rng.u32(..5) {
            0 => Status::Draft,
            1 => Status::Paid,
            2 => Status::Shipped,
            3 => Status::Delivered,
            _ => Status::Cancelled,
        },
        token: Blob(if paid {
            random::bytes(rng, 32)
        } else {
            Vec::new()
        }),
        copies: rng.u32(..3),
        created_at: 1_700_000_000_000 + rng.i64(..31_536_000_000),
        ship_to: maybe(rng, 90, address),
        tags: (0..rng.usize(..4)).map(|_| words(rng, 1)).collect(),
        parcel_grams: (0..rng.usize(..3)).map(|_| rng.u32(100..20_000)).collect(),
        fingerprint: rng.u64(..),
        weight_kg: rng.f64() * 20.0,
        points: rng.i32(-500..2000),
    }
}

fn line(rng: &mut Rng) -> owned::Line {
    let count = rng.usize(2..6);
    owned::Line {
        sku: format!(
            "{}-{:04}-{}G",
            pick(rng, &["TEA", "CUP", "POT", "TIN"]),
            rng.u32(..10_000),
            rng.u32(1..9) * 100
        ),
        quantity: rng.u32(1..12),
        unit_price_cents: rng.i64(-500..20_000),
        discount_percent: maybe(rng, 30, |rng| rng.f32() * 100.0),
        title: words(rng, count),
        gift_wrap: rng.u32(..8) == 0,
    }
}

fn address(rng: &mut Rng) -> owned::Address {
    owned::Address {
        recipient: maybe(rng, 30, |rng| words(rng, 2)),
        street: (0..rng.usize(1..4))
            .map(|_| format!("{} {}", words(rng, 2), rng.u32(1..200)))
            .collect(),
        postal_code: format!("{:05}", rng.u32(..100_000)),
        city: words(rng, 1),
        country: pick(rng, &["DE", "FR", "PL", "JP", "BR"]).to_owned(),
    }
}
