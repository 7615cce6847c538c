use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, other)]
    field: i32,
}

fn main() {}
