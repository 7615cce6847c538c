use everwire::Codec;

const FIRST: isize = 0;

#[derive(Codec)]
enum Status {
    Draft = FIRST,
    Paid = 1,
}

fn main() {}
