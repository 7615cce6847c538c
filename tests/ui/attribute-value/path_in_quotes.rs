use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, with = "path")]
    field: u64,
}

fn main() {}
