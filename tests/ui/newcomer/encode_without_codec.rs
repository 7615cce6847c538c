use everwire::{Wire};

struct Line {
    sku: String,
}

fn main() {
    let line = Line { sku: String::new() };
    let _ = Wire::Json.encode(&line);
}
