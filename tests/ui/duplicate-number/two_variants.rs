use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1)]
    Placed(u64),
    #[codec(1)]
    Paid(u64),
}

fn main() {}
