use everwire::Codec;

impl From<String> for Order {
    fn from(id: String) -> Self {
        Order { id }
    }
}

impl From<Order> for String {
    fn from(order: Order) -> Self {
        order.id
    }
}

#[derive(Clone, Codec)]
#[codec(from = String, into = String)]
struct Order {
    #[codec(1)]
    id: String,
}

fn main() {}
