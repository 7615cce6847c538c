use everwire::Codec;

#[derive(Codec)]
struct Meters(#[codec(required)] f64);

fn main() {}
