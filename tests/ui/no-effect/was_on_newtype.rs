use everwire::Codec;

fn length(number: u32) -> f64 {
    number.into()
}

#[derive(Codec)]
struct Meters(#[codec(was(u32, with = length))] f64);

fn main() {}
