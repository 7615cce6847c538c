use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(2, slot = 1, type = Tree))]
struct Tree {
    #[codec(1)]
    id: u64,
}

fn main() {}
