use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, rename = "")]
    field: u64,
}

fn main() {}
