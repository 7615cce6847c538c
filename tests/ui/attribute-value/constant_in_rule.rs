use everwire::Codec;

const MAX: u64 = 9;

#[derive(Codec)]
struct Order {
    #[codec(1, max_len = MAX)]
    field: String,
}

fn main() {}
