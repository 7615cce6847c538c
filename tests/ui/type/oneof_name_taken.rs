use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(2, rename = "x")]
    Placed(u32),
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    x: u8,
    #[codec(oneof(2))]
    event: Option<Event>,
}

fn main() {}
