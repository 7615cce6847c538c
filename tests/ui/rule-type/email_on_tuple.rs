use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, email)]
    field: (u32, u32),
}

fn main() {}
