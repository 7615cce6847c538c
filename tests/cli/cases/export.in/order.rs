use everwire::Codec;

/// What one customer bought.
#[derive(Codec)]
#[codec(name = "shop.v1.Order")]
pub struct Order {
    #[codec(1)]
    pub id: u64,
    /// Sizes, some of them not told.
    #[codec(2, max_items = 9)]
    pub sizes: Vec<Option<u16>>,
    #[codec(3)]
    pub status: Status,
}

#[derive(Codec)]
#[codec(name = "shop.v1.Status")]
pub enum Status {
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
}
