use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(other)]
    Other(i32),
    #[codec(other)]
    Rest(i32),
}

fn main() {}
