use everwire::Codec;

#[derive(Codec)]
#[codec(rename_all = "kebab")]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
