use everwire::Codec;

type Maybe = Option<u32>;

#[derive(Codec)]
enum Event {
    #[codec(1)]
    Placed(Maybe),
}

fn main() {}
