use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, fixed)]
    field: f64,
}

fn main() {}
