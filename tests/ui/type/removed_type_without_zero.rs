use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(1)]
    Paid,
}

#[derive(Codec)]
#[codec(reserved(2, type = Status))]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
