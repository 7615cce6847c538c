use everwire::Codec;

#[derive(Codec)]
#[codec(transparent)]
struct Order {
    value: f64,
    unit: u32,
}

fn main() {}
