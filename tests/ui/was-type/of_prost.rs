use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[prost(message, optional, tag = "1")]
    #[codec(was(u32, with = name))]
    name: Option<String>,
}

fn name(number: u32) -> Option<String> {
    Some(number.to_string())
}

fn main() {}
