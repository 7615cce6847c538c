use everwire::Codec;

#[derive(Codec)]
#[codec(alias = "1st.Order")]
struct Order {
    id: u64,
}

fn main() {}
