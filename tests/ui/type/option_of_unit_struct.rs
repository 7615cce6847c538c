use everwire::Codec;

#[derive(Codec)]
struct Flag;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    flag: Option<Flag>,
}

fn main() {}
