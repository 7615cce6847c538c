//! An outline of Canada as GeoJSON: floats.

use std::error::Error;

use everwire::Codec;
use serde::{Deserialize, Serialize};
use zerompk::{FromMessagePack, ToMessagePack};

use super::{Data, Set, Size, document};
use crate::cell::Cells;
use crate::operation::Operation;
use crate::peer;

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    Clone,
    PartialEq,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
)]
pub struct Collection {
    #[simd_json(rename = "type")]
    r#type: String,
    features: Vec<Feature>,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    Clone,
    PartialEq,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
)]
struct Feature {
    #[simd_json(rename = "type")]
    r#type: String,
    properties: Properties,
    geometry: Geometry,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    Clone,
    PartialEq,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
)]
struct Properties {
    name: String,
}

#[derive(
    Codec,
    Serialize,
    Deserialize,
    ToMessagePack,
    FromMessagePack,
    Clone,
    PartialEq,
    simd_json_derive::Serialize,
    simd_json_derive::Deserialize,
)]
struct Geometry {
    #[simd_json(rename = "type")]
    r#type: String,
    coordinates: Vec<Vec<(f64, f64)>>,
}

/// How long a point is on protobuf.
const POINT: usize = 20;

pub struct Canada;

impl Set for Canada {
    const NAME: &'static str = "canada";

    type Owned = Collection;
    /// Only four short strings could be borrowed.
    type Borrowed<'a> = Collection;
    type Keeping = Self::Owned;
    const KEEPS: bool = false;
    type Prost = peer::prost_types::documents::canada::Collection;
    type Buffa = peer::buffa_types::documents::canada::Collection;
    type Quick<'a> = peer::quick::documents_canada::Collection<'a>;
    type QuickOwned = peer::quick_owned::documents_canada::Collection;

    fn make(size: Size) -> Result<Data<Self>, Box<dyn Error>> {
        let mut collection: Collection = document("canada.json")?;
        let records = size.bytes() / POINT;
        let feature = collection
            .features
            .first_mut()
            .ok_or("canada.json has no feature")?;
        let coordinates = &mut feature.geometry.coordinates;
        let all = std::mem::take(coordinates);
        let mut left = records;
        for ring in all.iter().cycle() {
            let length = ring.len().min(left);
            coordinates.push(ring[..length].to_vec());
            left -= length;
            if left == 0 {
                break;
            }
        }
        Ok(Data {
            messages: vec![collection],
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
