use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, pattern = "(")]
    code: String,
}

fn main() {}
