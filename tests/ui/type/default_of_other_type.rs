use everwire::Codec;

enum Status {
    Paid,
}

#[derive(Codec)]
struct Order {
    #[codec(1, default = Status::Paid)]
    copies: u32,
}

fn main() {}
