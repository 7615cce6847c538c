use std::net::IpAddr;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    address: IpAddr,
}

fn main() {}
