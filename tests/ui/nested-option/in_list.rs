use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    field: Vec<Option<Option<u32>>>,
}

fn main() {}
