use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, group)]
    field: i32,
}

fn main() {}
