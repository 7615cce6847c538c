use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1)]
    Placed(u64),
    #[codec(2, skip)]
    Paid,
}

fn main() {}
