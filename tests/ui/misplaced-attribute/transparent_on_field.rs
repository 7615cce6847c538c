use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, transparent)]
    field: f64,
}

fn main() {}
