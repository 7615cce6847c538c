use everwire::Codec;

#[derive(Codec)]
#[codec(reserved("amount"))]
struct Order {
    #[codec(1, alias = "amount")]
    sum: u64,
}

fn main() {}
