use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, default = 1, default = 2)]
    field: u64,
}

fn main() {}
