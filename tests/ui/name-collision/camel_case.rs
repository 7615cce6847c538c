use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    order_id: u64,
    #[codec(2, rename = "orderId")]
    other_id: u64,
}

fn main() {}
