use everwire::Codec;

macro_rules! order {
    ($part:ty) => {
        #[derive(Codec)]
        struct Order {
            #[codec(1, min_items = 1)]
            parts: Vec<$part>,
        }
    };
}

order!(u8);

fn main() {}
