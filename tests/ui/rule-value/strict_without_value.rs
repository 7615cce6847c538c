use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, well_known_regex = "http_header_name", strict)]
    field: String,
}

fn main() {}
