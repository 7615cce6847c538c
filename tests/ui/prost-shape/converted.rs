use everwire::Codec;

#[derive(Codec, Clone)]
#[codec(prost, from = String, into = String)]
struct Name {
    text: String,
}

fn main() {}
