use everwire::Codec;

#[derive(Codec)]
#[codec(prost)]
struct Id(u64);

fn main() {}
