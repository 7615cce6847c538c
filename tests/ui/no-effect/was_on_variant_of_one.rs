use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1)]
    Placed(#[codec(was(u32, with = text))] String),
}

fn main() {}
