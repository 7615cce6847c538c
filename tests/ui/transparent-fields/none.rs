use everwire::Codec;

#[derive(Codec)]
#[codec(transparent)]
struct Meters {}

fn main() {}
