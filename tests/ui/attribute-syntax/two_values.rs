use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, rename = "x" "y")]
    field: u32,
}

fn main() {}
