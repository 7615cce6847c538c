use everwire::Codec;

#[derive(Codec)]
#[codec(upgrade = "upgrade")]
struct Order {
    #[codec(1)]
    id: u32,
}

fn main() {}
