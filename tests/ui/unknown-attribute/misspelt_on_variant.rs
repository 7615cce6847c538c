use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(othr)]
    Other(i32),
}

fn main() {}
