use everwire::Codec;

type Name = String;

#[derive(Codec)]
struct Order {
    #[prost(message, optional, tag = "1")]
    whole: Option<String>,
    #[prost(message, optional, tag = "2")]
    renamed: Option<Name>,
}

fn main() {}
