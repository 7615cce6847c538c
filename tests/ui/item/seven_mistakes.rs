use everwire::Codec;

#[derive(Codec)]
#[codec(name = "shop..Order")]
struct Order {
    #[codec(0)]
    id: u64,
    #[codec(2, min_length = 1)]
    name: String,
    #[codec(2, sint)]
    note: String,
    #[codec(4, required)]
    total: Option<u32>,
    #[codec(5, gt = 5, lt = 6)]
    copies: u32,
}

fn main() {}
