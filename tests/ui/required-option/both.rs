use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, required)]
    field: Option<String>,
}

fn main() {}
