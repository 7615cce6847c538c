use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(10)]
    Placed(String),
    #[codec(11)]
    Paid(u64),
}

#[derive(Codec)]
struct Order {
    #[codec(oneof())]
    field: Option<Event>,
}

fn main() {}
