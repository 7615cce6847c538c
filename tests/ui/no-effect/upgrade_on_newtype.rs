use everwire::Codec;

#[derive(Codec)]
#[codec(upgrade = upgrade)]
struct Meters(f64);

fn main() {}
