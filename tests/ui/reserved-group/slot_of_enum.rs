use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(3, slot = 2))]
enum Status {
    #[codec(0)]
    Draft,
}

fn main() {}
