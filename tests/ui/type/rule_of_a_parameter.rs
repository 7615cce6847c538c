use everwire::{Codec, Wire};

#[derive(Codec)]
struct Page<T> {
    #[codec(1, unique)]
    parts: Vec<T>,
}

fn main() {
    let page = Page { parts: vec![1_u8] };
    let _ = Wire::Json.encode(&page);
}
