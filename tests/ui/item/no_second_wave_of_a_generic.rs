use everwire::Codec;

#[derive(Codec)]
struct Page<'a, T, const N: usize> {
    #[codec(0)]
    items: Vec<T>,
    #[codec(1)]
    title: &'a str,
    #[codec(2)]
    hash: [u8; N],
}

#[derive(Codec)]
struct Order<'a> {
    #[codec(1)]
    page: Page<'a, String, 4>,
}

fn main() {}
