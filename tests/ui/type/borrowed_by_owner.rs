use everwire::{Codec, Wire};

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: &'static str,
}

fn main() {
    let bytes = Vec::new();
    let _ = Wire::Json.decode::<Order>(&bytes);
}
