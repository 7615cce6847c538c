use everwire::Codec;

mod as_text {
    pub fn encode(value: &i64) -> String {
        value.to_string()
    }

    pub fn decode(text: String) -> Result<i64, std::num::ParseIntError> {
        text.parse()
    }
}

#[derive(Codec)]
struct Order {
    #[codec(1, with = as_text, sint)]
    field: i64,
}

fn main() {}
