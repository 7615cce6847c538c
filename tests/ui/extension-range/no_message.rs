use everwire::Codec;

#[derive(Codec, Clone, Copy)]
#[codec(extensions(100..=199))]
enum Status {
    #[codec(0)]
    Draft,
}

fn main() {}
