//! Access logs of a web server: flat records, mostly of short and middling strings.

use std::error::Error;

use everwire::Codec;
use fastrand::Rng;
use serde::Deserialize;
use zerompk::FromMessagePack;

use super::random::{maybe, pick, small, words};
use super::{Data, Set, Size, fill, random, schema};
use crate::cell::Cells;
use crate::operation::Operation;
use crate::peer;

pub use schema::bench::logs as owned;

pub struct Logs;

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Borrowed<'a> {
    #[codec(1)]
    #[serde(borrow)]
    entries: Vec<Entry<'a>>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
struct Entry<'a> {
    #[codec(1)]
    address: Option<owned::Address>,
    #[codec(2)]
    identity: &'a str,
    #[codec(3)]
    user: &'a str,
    #[codec(4)]
    timestamp: i64,
    #[codec(5)]
    method: &'a str,
    #[codec(6)]
    path: &'a str,
    #[codec(7)]
    protocol: &'a str,
    #[codec(8)]
    status: u32,
    #[codec(9)]
    size: u64,
    #[codec(10)]
    referrer: &'a str,
    #[codec(11)]
    agent: &'a str,
    #[codec(12)]
    micros: u32,
}

const AGENTS: [&str; 4] = [
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "curl/8.8.0",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
];

impl Set for Logs {
    const NAME: &'static str = "logs";

    type Owned = owned::Logs;
    type Borrowed<'a> = Borrowed<'a>;
    type Keeping = peer::keeping::bench::logs::Logs;
    const KEEPS: bool = true;
    type Prost = peer::prost_types::bench::logs::Logs;
    type Buffa = peer::buffa_types::bench::logs::Logs;
    type Quick<'a> = peer::quick::bench_logs::Logs<'a>;
    type QuickOwned = peer::quick_owned::bench_logs::Logs;

    fn make(size: Size) -> Result<Data<Self>, Box<dyn Error>> {
        let mut rng = random::rng(5);
        fill(size, || entry(&mut rng), |entries| owned::Logs { entries })
    }

    fn derived(
        data: &Data<Self>,
        operation: Operation,
        cells: &mut Cells,
    ) -> Result<(), Box<dyn Error>> {
        cells.add::<Self, peer::SimdJsonDerive>(data, operation)
    }
}

fn entry(rng: &mut Rng) -> owned::Entry {
    let folder = words(rng, 2).replace(' ', "/");
    owned::Entry {
        address: Some(owned::Address {
            a: rng.u32(1..224),
            b: rng.u32(..256),
            c: rng.u32(..256),
            d: rng.u32(..256),
        }),
        identity: "-".to_owned(),
        user: maybe(rng, 20, |rng| words(rng, 1)).unwrap_or_default(),
        timestamp: 1_700_000_000 + rng.i64(..31_536_000),
        method: pick(rng, &["GET", "GET", "GET", "POST", "PUT", "HEAD"]).to_owned(),
        path: format!("/{folder}/{}.html?page={}", words(rng, 1), rng.u32(..500)),
        protocol: pick(rng, &["HTTP/1.1", "HTTP/2.0"]).to_owned(),
        status: *[200, 200, 200, 301, 304, 404, 500]
            .get(rng.usize(..7))
            .unwrap_or(&200),
        size: small(rng, 24),
        referrer: maybe(rng, 50, |rng| {
            format!("https://www.example.com/{}/", words(rng, 1))
        })
        .unwrap_or_default(),
        agent: pick(rng, &AGENTS).to_owned(),
        micros: u32::try_from(small(rng, 20)).unwrap_or(u32::MAX),
    }
}
