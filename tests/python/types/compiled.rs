//! Types compiled from `.proto` files.

use std::sync::LazyLock;

use everwire::{Options, Registry, wkt};
use serde_json::{Value, json};

use crate::told::Told;

/// What `build.rs` compiles from `schemas/`.
#[allow(clippy::all, reason = "generated")]
mod generated {
    everwire::include_schema!();
}

pub use generated::shop::v1 as shop;
pub use generated::test::{edges, extended, unusual, v1, v2};

/// What an `Any` holds here, and the extensions.
#[allow(deprecated, reason = "the schema deprecates an extension")]
static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    let mut registry = Registry::new();
    registry
        .register::<wkt::Duration>()
        .and_then(|registry| registry.register_extension(&unusual::NESTED))
        .and_then(|registry| registry.register_extension(&unusual::NOTE))
        .and_then(|registry| registry.register_extension(&unusual::MARKS))
        .and_then(|registry| registry.register_extension(&extended::PRINTED))
        .and_then(|registry| registry.register_extension(&extended::STAMPS))
        .and_then(|registry| registry.register_extension(&extended::PACKED))
        .and_then(|registry| registry.register_extension(&extended::URGENCY))
        .and_then(|registry| registry.register_extension(&extended::ROUTE))
        .and_then(|registry| registry.register_extension(&extended::TOKEN))
        .and_then(|registry| registry.register_extension(&extended::gift::GIFT))
        .unwrap();
    registry
});

/// With what is in the registry, and without rules: those are not what these messages are about.
pub fn options() -> Options<'static> {
    Options::new().registry(&REGISTRY).validate(false)
}

tells_numbers! {
    v1::Colour { Red = 0 Green = 1 Blue = -2 .. Other }
    edges::Colour { Red = 0 Green = 1 Blue = -2 .. Other }
    unusual::Closed { Zero = 0 One = 1 }
    extended::Urgency { Normal = 0 Urgent = 1 }
    shop::Status { Draft = 0 Paid = 1 Shipped = 2 Delivered = 3 Cancelled = 4 .. Other }
    shop::Channel { Unspecified = 0 Web = 1 Phone = 2 Store = 3 Marketplace = 4 .. Other }
    wkt::NullValue { NullValue = 0 .. Other }
}

tells_members! {
    v1::choice::Kind {
        Number: "number" Signed: "signed" Text: "text" Raw: "raw" Colour: "colour" Point: "point" Nested: "nested" Double: "double" Flag: "flag"
    }
}

tells_members! {
    edges::edges::Choice { Number: "number" Text: "text" Branch: "branch" Null: "null" }
}

tells_members! {
    unusual::unusual::Choice { LooseChoice: "loose_choice" Number: "number" }
}

tells_members! {
    shop::order::Event { Placed: "placed" Cancelled: "cancelled" }
}

tells_members! {
    wkt::value::Kind {
        NullValue: "null_value" NumberValue: "number_value" StringValue: "string_value" BoolValue: "bool_value"
        StructValue: "struct_value" ListValue: "list_value"
    }
}

tells! {
    v1::Scalars {
        double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes colour point last
    }
    v1::Optionals {
        double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes colour point
    }
    v1::Lists { double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes colour point }
    v1::Unpacked { double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes colour point }
    v1::Maps { int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes colour point }
    v1::Choice { before after ..kind }
    v1::Tree { value left children named }
    v1::Point { x y }
    v2::Legacy { id name level unpacked packed single several token }
    v2::legacy::Single { text number }
    v2::legacy::Several { key words }
    edges::Edges {
        int32 int64 uint32 uint64 sint32 fixed64 float double bool string bytes colour child numbers words children counts named any value list
        r#struct at took mask wrapped nothing values maybe colours loose values_by_name name_of_words renamed by_number tokens flags ..choice
    }
    shop::Order {
        id customer lines note labels status token copies created_at ship_to tags parcel_grams fingerprint weight_kg points ..event
    }
    shop::Line { sku quantity unit_price_cents discount_percent title gift_wrap }
    shop::Address { recipient street city postcode country location }
    shop::Point { latitude longitude }
    shop::Placed { at channel coupon }
    shop::Cancelled { at why refund_cents }
    wkt::Any { type_url value }
    wkt::FieldMask { paths }
    wkt::Struct { fields }
    wkt::Value { ..kind }
    wkt::ListValue { values }
    wkt::Empty {}
    wkt::DoubleValue { value }
    wkt::FloatValue { value }
    wkt::Int64Value { value }
    wkt::UInt64Value { value }
    wkt::Int32Value { value }
    wkt::UInt32Value { value }
    wkt::BoolValue { value }
    wkt::StringValue { value }
    wkt::BytesValue { value }
}

impl Told for wkt::Timestamp {
    fn told(&self) -> Value {
        json!({ "time": [self.seconds.to_string(), self.nanos.to_string()] })
    }
}

impl Told for wkt::Duration {
    fn told(&self) -> Value {
        json!({ "span": [self.seconds.to_string(), self.nanos.to_string()] })
    }
}

/// Tells the fields of a message and those of its extensions that are there.
macro_rules! tells_extended {
    ($type:ty { $($field:ident)* $(..$oneof:ident)? } $($name:literal: $extension:expr;)*) => {
        impl Told for $type {
            #[allow(deprecated, reason = "the schema deprecates an extension")]
            fn told(&self) -> Value {
                let mut members = serde_json::Map::new();
                $(members.insert(stringify!($field).to_owned(), self.$field.told());)*
                $(for (name, value) in crate::told::Members::members(self.$oneof.as_ref()) {
                    members.insert(name.to_owned(), value);
                })?
                $(if $extension.has(self) {
                    members.insert($name.to_owned(), $extension.get(self).unwrap().told());
                })*
                Value::Object(members)
            }
        }
    };
}

tells_extended! {
    unusual::Unusual { child group closed several by_name strict loose loose_words loose_map ..choice }
    "[test.unusual.nested]": unusual::NESTED;
    "[test.unusual.note]": unusual::NOTE;
    "[test.unusual.marks]": unusual::MARKS;
}

tells_extended! {
    extended::Order { id }
    "[test.extended.printed]": extended::PRINTED;
    "[test.extended.stamps]": extended::STAMPS;
    "[test.extended.packed]": extended::PACKED;
    "[test.extended.urgency]": extended::URGENCY;
    "[test.extended.route]": extended::ROUTE;
    "[test.extended.token]": extended::TOKEN;
    "[test.extended.Gift.gift]": extended::gift::GIFT;
}

tells! {
    extended::Gift { to }
    extended::Route { via }
}
