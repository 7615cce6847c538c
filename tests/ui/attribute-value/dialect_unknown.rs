use everwire::Codec;

#[derive(Codec)]
#[codec(json = "strict")]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
