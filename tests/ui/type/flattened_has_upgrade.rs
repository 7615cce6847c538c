use everwire::Codec;

fn upgrade(_: &mut Inner, _: &everwire::Upgrade<'_>) {}

#[derive(Codec)]
#[codec(upgrade = upgrade)]
struct Inner {
    #[codec(1)]
    id: u32,
}

#[derive(Codec)]
struct Order {
    #[codec(flatten)]
    inner: Inner,
}

fn main() {}
