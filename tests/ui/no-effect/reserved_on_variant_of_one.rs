use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1, reserved(2))]
    Placed(u64),
}

fn main() {}
