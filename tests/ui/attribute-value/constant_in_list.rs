use everwire::Codec;

const TWO: u64 = 2;

#[derive(Codec)]
struct Order {
    #[codec(1, in = [1, TWO])]
    field: u64,
}

fn main() {}
