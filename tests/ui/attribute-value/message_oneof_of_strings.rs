use everwire::Codec;

#[derive(Codec)]
#[codec(rule(oneof(email, "phone")))]
struct Contact {
    #[codec(1)]
    email: String,
    #[codec(2)]
    phone: String,
}

fn main() {}
