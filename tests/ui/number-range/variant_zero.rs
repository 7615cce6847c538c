use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(0)]
    Placed(u64),
}

fn main() {}
