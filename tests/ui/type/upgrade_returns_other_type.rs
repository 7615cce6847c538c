use everwire::Codec;

fn upgrade(_: &mut Order, _: &everwire::Upgrade<'_>) -> bool {
    true
}

#[derive(Codec)]
#[codec(upgrade = upgrade)]
struct Order {
    #[codec(1)]
    id: u32,
}

fn main() {}
