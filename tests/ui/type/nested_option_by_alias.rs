use everwire::Codec;

type Note = Option<String>;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    note: Option<Note>,
}

fn main() {}
