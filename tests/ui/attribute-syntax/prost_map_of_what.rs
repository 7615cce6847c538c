use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[prost(map = "string, int", tag = "1")]
    counts: std::collections::HashMap<String, i32>,
}

fn main() {}
