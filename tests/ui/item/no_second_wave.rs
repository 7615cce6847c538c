use everwire::{Codec, Wire};

#[derive(Codec)]
struct Line {
    #[codec(0)]
    sku: String,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    line: Line,
    #[codec(2)]
    lines: Vec<Line>,
    #[codec(3)]
    by_line: std::collections::BTreeMap<String, Line>,
    #[codec(4)]
    perhaps: Option<Line>,
}

fn main() {
    let line = Line { sku: String::new() };
    let bytes = Wire::Protobuf.encode(&line).unwrap();
    let line: Line = Wire::Protobuf.decode(&bytes).unwrap();
    line.validate().unwrap();
}
