use everwire::Codec;

#[derive(Codec)]
#[codec(msgpack = "map")]
struct Meters(f64);

fn main() {}
