use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(1, other)]
    Other(i32),
}

fn main() {}
