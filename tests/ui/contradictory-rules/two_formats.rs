use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, email, uuid)]
    field: String,
}

fn main() {}
