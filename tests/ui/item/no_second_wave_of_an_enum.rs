use everwire::Codec;

#[derive(Codec, Eq, Ord, PartialEq, PartialOrd)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(0)]
    Paid,
}

#[derive(Codec)]
enum Event {
    #[codec(0)]
    Placed(u64),
    #[codec(1)]
    Paid(u64),
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    status: Status,
    #[codec(2)]
    counts: std::collections::BTreeMap<Status, u32>,
    #[codec(oneof(3, 4))]
    event: Option<Event>,
    #[codec(flatten)]
    address: Address,
}

#[derive(Codec)]
struct Address {
    #[codec(5, coty)]
    city: String,
}

fn main() {}
