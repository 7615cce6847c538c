use everwire::Codec;

#[derive(Codec)]
#[codec(rule(min_fields = 1))]
struct Contact {
    #[codec(1)]
    email: String,
    #[codec(2)]
    phone: String,
}

fn main() {}
