use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, upgrade = upgrade)]
    id: u32,
}

fn main() {}
