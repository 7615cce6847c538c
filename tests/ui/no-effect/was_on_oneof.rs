use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1)]
    Placed(u32),
}

#[derive(Codec)]
struct Order {
    #[codec(oneof(1), was(u32, with = placed))]
    event: Option<Event>,
}

fn main() {}
