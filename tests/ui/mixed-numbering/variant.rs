use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1)]
    Placed(u64),
    Paid(u64),
}

fn main() {}
