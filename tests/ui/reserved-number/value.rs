use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(4))]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(4)]
    Paid,
}

fn main() {}
