use everwire::Codec;

#[derive(Codec)]
struct Order<'a> {
    #[codec(1)]
    parts: &'a [u32],
}

fn main() {}
