use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1, sint)]
    Placed,
    #[codec(2)]
    Paid(u64),
}

fn main() {}
