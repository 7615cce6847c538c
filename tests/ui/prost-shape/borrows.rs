use everwire::Codec;

#[derive(Codec)]
#[codec(prost)]
struct Order<'a> {
    #[codec(1)]
    customer: &'a str,
}

fn main() {}
