use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1, was(u32, with = text))]
    Placed(String),
}

fn main() {}
