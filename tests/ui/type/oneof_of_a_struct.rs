use everwire::Codec;

#[derive(Codec)]
struct Note {
    #[codec(1)]
    text: String,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(oneof(10, 11))]
    event: Option<Note>,
}

fn main() {}
