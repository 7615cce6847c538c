use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1, required)]
    Placed(u64),
}

fn main() {}
