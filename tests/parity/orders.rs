//! Orders in both spellings, each by the same expression.

macro_rules! orders {
    ($module:ident, $types:path, $event:path) => {
        pub mod $module {
            use $event as event;
            use $types as types;

            /// A full order, an empty one, and one of numbers that the schema has no names for.
            pub fn orders() -> [types::Order; 3] {
                [full(), types::Order::default(), unnamed()]
            }

            fn full() -> types::Order {
                types::Order {
                    id: u64::MAX,
                    customer: "Zoë".to_owned(),
                    lines: vec![line(Some(12.5)), line(None)],
                    note: Some(String::new()),
                    labels: [("b", "2"), ("a", "")]
                        .map(|(key, value)| (key.to_owned(), value.to_owned()))
                        .into(),
                    status: types::Status::Shipped,
                    token: vec![0, 255, 62],
                    copies: 2,
                    event: Some(event::Placed(types::Placed {
                        at: i64::MIN,
                        channel: types::Channel::Marketplace,
                        coupon: Some("SUMMER-26".to_owned()),
                        ..Default::default()
                    })),
                    created_at: 1_758_000_000_123,
                    ship_to: Some(types::Address {
                        recipient: None,
                        street: vec!["Rue de l'Église 1".to_owned(), String::new()],
                        city: "Łódź".to_owned(),
                        postcode: "90-001".to_owned(),
                        country: "PL".to_owned(),
                        location: Some(types::Point {
                            latitude: 51.77,
                            longitude: -0.0,
                            ..Default::default()
                        }),
                        ..Default::default()
                    }),
                    tags: vec!["fragile".to_owned(), "\u{1}\"".to_owned()],
                    parcel_grams: vec![0, 127, 128, u32::MAX],
                    fingerprint: 0xfeed_face_cafe_beef,
                    weight_kg: 1e-7,
                    points: i32::MIN,
                    ..Default::default()
                }
            }

            fn line(discount_percent: Option<f32>) -> types::Line {
                types::Line {
                    sku: "TEA-0412-100G".to_owned(),
                    quantity: 3,
                    unit_price_cents: -100,
                    discount_percent,
                    gift_wrap: discount_percent.is_some(),
                    ..Default::default()
                }
            }

            fn unnamed() -> types::Order {
                types::Order {
                    customer: "A".to_owned(),
                    status: types::Status::Other(-7),
                    event: Some(event::Cancelled(types::Cancelled {
                        why: "changed my mind".to_owned(),
                        refund_cents: Some(0),
                        ..Default::default()
                    })),
                    ..Default::default()
                }
            }

            /// An order that breaks rules on every level.
            pub fn invalid() -> types::Order {
                types::Order {
                    lines: vec![line(None), types::Line::default(), line(Some(100.5))],
                    event: Some(event::Placed(types::Placed {
                        coupon: Some("summer".to_owned()),
                        ..Default::default()
                    })),
                    ship_to: Some(types::Address {
                        location: Some(types::Point {
                            latitude: 90.5,
                            longitude: f64::NAN,
                            ..Default::default()
                        }),
                        ..Default::default()
                    }),
                    tags: vec!["a".to_owned(), "a".to_owned()],
                    ..Default::default()
                }
            }
        }
    };
}

orders!(derived, crate::derived, crate::derived::Event);
orders!(
    from_proto,
    crate::compiled::shop::v1,
    crate::compiled::shop::v1::order::Event
);
