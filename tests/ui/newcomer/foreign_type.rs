use std::path::PathBuf;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    address: PathBuf,
}

fn main() {}
