use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(2)]
    Placed(String),
    #[codec(3)]
    Cancelled(String),
}

#[derive(Codec)]
#[codec(reserved(5, "Placed"))]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(oneof(2, 3))]
    event: Option<Event>,
}

fn main() {}
