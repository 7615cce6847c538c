use everwire::{Codec, Violation};

fn check(_: &String) -> Result<(), Violation> {
    Ok(())
}

#[derive(Codec)]
struct Order {
    #[codec(1, validate = check)]
    id: u64,
}

fn main() {}
