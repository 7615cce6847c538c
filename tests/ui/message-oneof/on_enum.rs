use everwire::Codec;

#[derive(Codec)]
#[codec(rule(oneof(Placed)))]
enum Status {
    Placed,
}

fn main() {}
