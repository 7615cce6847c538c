use everwire::Codec;

#[derive(Codec)]
#[codec(renam_all = "camelCase")]
struct Order {
    #[codec(1)]
    order_id: u64,
}

fn main() {}
