use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, in())]
    field: u32,
}

fn main() {}
