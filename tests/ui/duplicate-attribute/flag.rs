use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, sint, sint)]
    field: i64,
}

fn main() {}
