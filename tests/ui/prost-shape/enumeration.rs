use everwire::Codec;

#[derive(Codec)]
#[codec(prost)]
enum Status {
    Open,
    Paid,
}

fn main() {}
