use everwire::Codec;

type Flag = ();

#[derive(Codec)]
struct Order {
    #[codec(1)]
    flag: Option<Flag>,
}

fn main() {}
