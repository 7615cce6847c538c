use everwire::Codec;

type Name = String;

#[derive(Codec)]
struct Names(#[codec(items(gt = 3))] Vec<Name>);

#[derive(Codec)]
struct Order {
    #[codec(1, items(min_len = 1))]
    right: Vec<Name>,
}

fn main() {}
