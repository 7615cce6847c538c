//! What prost-build writes.

use everwire::schema::{Dialect, Encoding, Presence};

use super::one;

/// As prost-build 0.14 writes it, with the line that `type_attribute` adds.
const WRITTEN: &str = r##"
pub mod shop { pub mod v1 {
    #[derive(everwire::Codec)]
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Order {
        #[prost(uint64, tag = "1")]
        #[codec(gte = 1)]
        pub id: u64,
        #[prost(enumeration = "order::Status", tag = "2")]
        pub status: i32,
        #[prost(enumeration = "order::Status", repeated, packed = "false", tag = "3")]
        pub history: ::prost::alloc::vec::Vec<i32>,
        #[prost(string, optional, tag = "4", default = "none")]
        pub r#type: ::core::option::Option<::prost::alloc::string::String>,
        #[prost(map = "sint32, enumeration(order::Status)", tag = "5")]
        pub by_number: ::std::collections::HashMap<i32, i32>,
        #[prost(message, optional, boxed, tag = "6")]
        pub parent: ::core::option::Option<::prost::alloc::boxed::Box<Order>>,
        #[prost(message, optional, tag = "7")]
        pub at: ::core::option::Option<::prost_types::Timestamp>,
        #[prost(message, repeated, tag = "8")]
        pub notes: ::prost::alloc::vec::Vec<::prost::alloc::string::String>,
        #[prost(message, optional, tag = "9")]
        pub nothing: ::core::option::Option<()>,
        #[prost(fixed32, required, tag = "10")]
        pub self_: u32,
        #[prost(enumeration = "order::Status", required, tag = "11", default = "Paid")]
        pub preset: i32,
        #[prost(oneof = "order::Event", tags = "12, 13")]
        pub event: ::core::option::Option<order::Event>,
    }
    /// Nested message and enum types in `Order`.
    pub mod order {
        #[derive(everwire::Codec)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ::prost::Enumeration)]
        #[repr(i32)]
        pub enum Status { Unspecified = 0, Paid = 1, V10 = 2, #[codec(rename = "GONE")] Gone = -1 }
        impl Status {
            pub fn as_str_name(&self) -> &'static str {
                match self {
                    Self::Unspecified => "STATUS_UNSPECIFIED",
                    Self::Paid => "STATUS_PAID",
                    Self::V10 => "STATUS_V1_0",
                    Self::Gone => "STATUS_GONE",
                }
            }
        }
        #[derive(everwire::Codec)]
        #[derive(Clone, PartialEq, ::prost::Oneof)]
        pub enum Event {
            #[prost(message, tag = "12")]
            PaidBy(::prost::alloc::string::String),
            #[prost(enumeration = "Status", tag = "13")]
            MovedTo(i32),
        }
    }
    #[derive(everwire::Codec)]
    #[derive(Clone, Copy, PartialEq, Eq, Hash, ::prost::Message)]
    pub struct Ping {}
} }"##;

#[test]
fn what_prost_build_writes_is_told() {
    let said = one("define-prost", WRITTEN);
    assert_eq!(said.messages(), [""; 0]);
    assert_eq!(
        said.shapes("Order"),
        [
            "u64",
            "Status",
            "list<Status>",
            "option<string>",
            "map<i32,Status>",
            "option<Order>",
            "option<google.protobuf.Timestamp>",
            "list<google.protobuf.StringValue>",
            "option<google.protobuf.Empty>",
            "u32",
            "Status",
            "google.protobuf.StringValue",
            "Status",
        ]
    );
    let order = &said.get("Order").definition;
    assert_eq!(order.json, Dialect::Proto);
    let members = order.members();
    let names: Vec<_> = members
        .iter()
        .map(|one| (&*one.name, &*one.json_name))
        .collect();
    assert_eq!(
        names[3..],
        [
            ("type", "type"),
            ("by_number", "byNumber"),
            ("parent", "parent"),
            ("at", "at"),
            ("notes", "notes"),
            ("nothing", "nothing"),
            ("self", "self"),
            ("preset", "preset"),
            ("paid_by", "paidBy"),
            ("moved_to", "movedTo"),
        ]
    );
    assert!(!members[2].is_packed);
    assert_eq!(members[4].key, Encoding::Zigzag);
    assert_eq!(
        (members[9].encoding, members[9].presence),
        (Encoding::Fixed, Presence::Explicit)
    );
    assert_eq!(
        (members[10].default_bytes.as_deref(), members[10].presence),
        (Some(&[1][..]), Presence::Explicit)
    );
    assert_eq!(said.get("Ping").definition.json, Dialect::Proto);
}

#[test]
fn enums_have_the_names_of_their_schema_and_hold_every_number() {
    use everwire::dynamic::What;
    let said = one("define-prost-enum", WRITTEN);
    let What::Enum { values, open } = &said.get("Status").definition.what else {
        panic!("it is an enum");
    };
    let names: Vec<_> = values.iter().map(|one| (one.number, &*one.name)).collect();
    assert_eq!(
        names,
        [
            (0, "STATUS_UNSPECIFIED"),
            (1, "STATUS_PAID"),
            (2, "STATUS_V1_0"),
            (-1, "GONE")
        ]
    );
    assert!(open);
    // The derive does not see those that stand with it or above it.
    let beside = "#[derive(prost::Enumeration, everwire::Codec)] #[repr(i32)] enum A { X = 0 }
                  #[derive(prost::Enumeration)] #[derive(everwire::Codec)] #[repr(i32)] enum B { X = 0 }";
    let said = one("define-prost-beside", beside);
    for name in ["A", "B"] {
        let What::Enum { open, .. } = &said.get(name).definition.what else {
            panic!("it is an enum");
        };
        assert!(!open);
    }
}
