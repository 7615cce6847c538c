use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    field: Option<()>,
}

fn main() {}
