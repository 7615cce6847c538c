use everwire::Codec;

#[derive(Codec)]
#[codec(accept("the type was `u32`", reason = "ids grew"))]
struct Id(u64);

fn main() {}
