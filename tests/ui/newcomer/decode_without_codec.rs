use everwire::{Wire};

struct Line {
    sku: String,
}

fn main() {
    let _ = Wire::Json.decode::<Line>(b"{}");
}
