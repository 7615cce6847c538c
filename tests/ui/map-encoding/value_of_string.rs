use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, value(sint))]
    field: String,
}

fn main() {}
