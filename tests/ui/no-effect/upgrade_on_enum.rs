use everwire::Codec;

#[derive(Codec)]
#[codec(upgrade = upgrade)]
enum Status {
    #[codec(0)]
    Draft,
}

fn main() {}
