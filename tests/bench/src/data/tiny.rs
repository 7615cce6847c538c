//! Three integers and a short string, one message at a time.

use std::error::Error;

use everwire::Codec;
use serde::Deserialize;
use zerompk::FromMessagePack;

use super::{Data, Set, Size, random, schema};
use crate::cell::Cells;
use crate::operation::Operation;
use crate::peer;

pub use schema::bench::tiny as owned;

pub struct Tiny;

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Borrowed<'a> {
    #[codec(1)]
    id: u32,
    #[codec(2)]
    amount: i64,
    #[codec(3)]
    stamp: u64,
    #[codec(4)]
    code: &'a str,
}

impl Set for Tiny {
    const NAME: &'static str = "tiny";
    const SIZES: &'static [Size] = &[Size::Small];

    type Owned = owned::Tiny;
    type Borrowed<'a> = Borrowed<'a>;
    type Keeping = peer::keeping::bench::tiny::Tiny;
    const KEEPS: bool = true;
    type Prost = peer::prost_types::bench::tiny::Tiny;
    type Buffa = peer::buffa_types::bench::tiny::Tiny;
    type Quick<'a> = peer::quick::bench_tiny::Tiny<'a>;
    type QuickOwned = peer::quick_owned::bench_tiny::Tiny;

    fn make(_: Size) -> Result<Data<Self>, Box<dyn Error>> {
        let mut rng = random::rng(6);
        let messages: Vec<_> = (0..256)
            .map(|_| owned::Tiny {
                id: random::small(&mut rng, 24) as u32,
                amount: random::small(&mut rng, 32) as i64 - 100_000,
                stamp: 1_700_000_000_000 + random::small(&mut rng, 36),
                code: format!("C-{}", rng.u32(..10_000)),
            })
            .collect();
        Ok(Data {
            records: messages.len(),
            messages,
        })
    }

    fn derived(
        data: &Data<Self>,
        operation: Operation,
        cells: &mut Cells,
    ) -> Result<(), Box<dyn Error>> {
        cells.add::<Self, peer::SimdJsonDerive>(data, operation)
    }
}
