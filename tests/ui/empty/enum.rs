use everwire::Codec;

#[derive(Codec)]
enum Event {}

fn main() {}
