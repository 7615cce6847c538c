use everwire::Codec;

#[derive(Codec)]
#[codec(transparent)]
enum Status {
    #[codec(0)]
    Draft,
}

fn main() {}
