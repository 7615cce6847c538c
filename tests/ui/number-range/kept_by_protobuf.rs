use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(19500)]
    field: u64,
}

fn main() {}
