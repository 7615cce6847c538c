use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(2147483648)]
    Paid,
}

fn main() {}
