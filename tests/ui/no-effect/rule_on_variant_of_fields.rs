use everwire::Codec;

#[derive(Codec)]
enum Event {
    #[codec(1, gt = 1)]
    Placed {
        #[codec(1)]
        id: u64,
    },
}

fn main() {}
