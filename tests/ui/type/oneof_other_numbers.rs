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
    #[codec(1)]
    id: u64,
    #[codec(oneof(10, 12))]
    event: Option<Event>,
}

fn main() {}
