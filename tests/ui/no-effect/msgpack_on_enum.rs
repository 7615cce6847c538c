use everwire::Codec;

#[derive(Codec)]
#[codec(msgpack = "map")]
enum Event {
    #[codec(1)]
    Placed(u64),
}

fn main() {}
