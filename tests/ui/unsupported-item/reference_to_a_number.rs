use everwire::Codec;

#[derive(Codec)]
struct Order<'a> {
    #[codec(1)]
    id: &'a u32,
}

fn main() {}
