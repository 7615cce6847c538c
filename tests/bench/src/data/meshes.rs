//! Triangle meshes: long packed runs of floats and of indices.

use std::error::Error;
use std::iter::repeat_with;

use everwire::Codec;
use fastrand::Rng;
use serde::Deserialize;
use zerompk::FromMessagePack;

use super::{Data, Set, Size, random, schema};
use crate::cell::Cells;
use crate::operation::Operation;
use crate::peer;

pub use schema::bench::meshes as owned;

pub struct Meshes;

/// The runs are owned: they need not be aligned in the input.
#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
pub struct Borrowed<'a> {
    #[codec(1)]
    #[serde(borrow)]
    meshes: Vec<Mesh<'a>>,
}

#[derive(Codec, Deserialize, FromMessagePack, simd_json_derive::Deserialize)]
struct Mesh<'a> {
    #[codec(1)]
    name: &'a str,
    #[codec(2)]
    positions: Vec<f32>,
    #[codec(3)]
    normals: Vec<f32>,
    #[codec(4)]
    indices: Vec<u32>,
}

/// How long a vertex is on protobuf: six floats and six indices of one to three bytes.
const VERTEX: usize = 38;
/// How many vertices a mesh has at most.
const LONGEST: usize = 20_000;

impl Set for Meshes {
    const NAME: &'static str = "meshes";

    type Owned = owned::Scene;
    type Borrowed<'a> = Borrowed<'a>;
    type Keeping = peer::keeping::bench::meshes::Scene;
    const KEEPS: bool = true;
    type Prost = peer::prost_types::bench::meshes::Scene;
    type Buffa = peer::buffa_types::bench::meshes::Scene;
    type Quick<'a> = peer::quick::bench_meshes::Scene<'a>;
    type QuickOwned = peer::quick_owned::bench_meshes::Scene;

    fn make(size: Size) -> Result<Data<Self>, Box<dyn Error>> {
        let mut rng = random::rng(3);
        let records = size.bytes() / VERTEX;
        let meshes = (0..records)
            .step_by(LONGEST)
            .map(|start| mesh(&mut rng, (records - start).min(LONGEST)))
            .collect();
        Ok(Data {
            messages: vec![owned::Scene { meshes }],
            records,
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

fn mesh(rng: &mut Rng, vertices: usize) -> owned::Mesh {
    owned::Mesh {
        name: random::words(rng, 2),
        positions: repeat_with(|| (rng.f32() - 0.5) * 200.0)
            .take(3 * vertices)
            .collect(),
        normals: repeat_with(|| rng.f32() * 2.0 - 1.0)
            .take(3 * vertices)
            .collect(),
        indices: (0..6 * vertices)
            .map(|index| near(rng, index / 6, vertices))
            .collect(),
    }
}

/// A vertex near this one, as triangles have them.
fn near(rng: &mut Rng, vertex: usize, vertices: usize) -> u32 {
    let index = (vertex + rng.usize(..64)) % vertices;
    u32::try_from(index).unwrap_or(u32::MAX)
}
