use everwire::Codec;

#[derive(Codec)]
#[codec(into)]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
