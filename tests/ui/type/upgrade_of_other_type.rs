use everwire::Codec;

struct Other;

fn upgrade(_: &mut Other, _: &everwire::Upgrade<'_>) {}

#[derive(Codec)]
#[codec(upgrade = upgrade)]
struct Order {
    #[codec(1)]
    id: u32,
}

fn main() {}
