use everwire::Codec;

#[derive(Codec)]
#[codec(upgrade = upgrade)]
struct Ping;

fn main() {}
