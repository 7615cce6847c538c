use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(0)]
    Paid,
}

fn main() {}
