use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, required = true)]
    field: u64,
}

fn main() {}
