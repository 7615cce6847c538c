use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, in("a", 2))]
    field: String,
}

fn main() {}
