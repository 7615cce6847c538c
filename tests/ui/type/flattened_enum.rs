use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(0)]
    Draft,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(flatten)]
    status: Status,
}

fn main() {}
