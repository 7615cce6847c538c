use everwire::Codec;

#[derive(Codec)]
#[codec(extensions(100..=199))]
struct Order {
    #[codec(1)]
    total: u64,
}

fn main() {}
