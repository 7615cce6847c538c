//! Canada's outline: floats.

use everwire::Codec;
use serde::{Deserialize, Serialize};

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
struct Collection {
    r#type: String,
    features: Vec<Feature>,
}

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
struct Feature {
    r#type: String,
    properties: Properties,
    geometry: Geometry,
}

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
struct Properties {
    name: String,
}

#[derive(Codec, Debug, Deserialize, PartialEq, Serialize)]
struct Geometry {
    r#type: String,
    coordinates: Vec<Vec<(f64, f64)>>,
}

#[test]
fn canada_comes_back() {
    super::comes_back::<Collection>("canada.json");
}
