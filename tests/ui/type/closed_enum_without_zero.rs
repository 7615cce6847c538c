use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(1)]
    Paid,
    #[codec(2)]
    Sent,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2)]
    status: Status,
}

fn main() {}
