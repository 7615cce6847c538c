use everwire::Codec;

#[derive(Codec)]
#[codec(rename_all = "camelCase")]
struct Point(f64, f64);

fn main() {}
