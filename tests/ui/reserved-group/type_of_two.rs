use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(3, 4, type = u32))]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
