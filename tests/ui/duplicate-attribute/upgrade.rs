use everwire::Codec;

#[derive(Codec)]
#[codec(upgrade = one, upgrade = two)]
struct Order {
    #[codec(1)]
    id: u32,
}

fn main() {}
