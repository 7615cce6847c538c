use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(1, rename = "Draft")]
    Paid,
}

fn main() {}
