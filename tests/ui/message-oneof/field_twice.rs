use everwire::Codec;

#[derive(Codec)]
#[codec(rule(oneof(email, phone, email)))]
struct Contact {
    #[codec(1)]
    email: String,
    #[codec(2)]
    phone: String,
}

fn main() {}
