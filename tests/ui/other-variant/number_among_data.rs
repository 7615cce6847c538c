use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1)]
    Placed(u64),
    #[codec(other)]
    Other(i32),
}

fn main() {}
