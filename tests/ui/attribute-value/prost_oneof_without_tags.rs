use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[prost(oneof = "Event")]
    event: Option<Event>,
}

#[derive(Codec)]
enum Event {
    #[prost(string, tag = "1")]
    Placed(String),
}

fn main() {}
