use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, key(sint))]
    field: i32,
}

fn main() {}
