//! What a sensor says.

use everwire::Codec;

#[derive(Codec)]
#[codec(name = "lab.Reading", version = 2)]
pub struct Reading {
    #[codec(1)]
    pub celsius: f64,
    #[codec(2)]
    pub note: Option<String>,
}
