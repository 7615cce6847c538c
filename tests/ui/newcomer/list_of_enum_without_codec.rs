use everwire::Codec;

enum MyEnum {
    Placed,
    Paid,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2)]
    events: Vec<MyEnum>,
}

fn main() {}
