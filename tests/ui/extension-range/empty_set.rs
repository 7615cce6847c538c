use everwire::{Codec, UnknownFields};

#[derive(Codec)]
#[codec(message_set)]
struct Set {
    #[codec(unknown)]
    unknown: UnknownFields,
}

fn main() {}
