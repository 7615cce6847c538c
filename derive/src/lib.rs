//! The derive macro of everwire.
//!
//! An entry point only: `everwire-model` lowers the item to the raw model, checks it, and expands
//! the checked model; `.proto` files take the same way.

#![forbid(unsafe_code)]

use everwire_model::check::check;
use everwire_model::expand;
use everwire_model::model::Diagnostic;
use everwire_model::model::raw::Item;
use everwire_model::rust::lower;
use proc_macro::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

/// Implements `everwire::Codec` and `everwire::Decode` for a struct or an enum.
///
/// ```
/// use everwire::{Codec, UnknownFields, Wire};
///
/// #[derive(Codec, Clone, Debug, PartialEq)]
/// #[codec(name = "shop.v1.Order")]
/// pub struct Order {
///     #[codec(1)] pub id: u64,
///     #[codec(2, min_len = 1, max_len = 64)] pub customer: String,
///     #[codec(9, default = 1)] pub copies: u32,
///     #[codec(oneof(10, 11))] pub event: Option<Event>,
///     #[codec(unknown)] pub unknown: UnknownFields,
/// }
///
/// #[derive(Codec, Clone, Debug, PartialEq)]
/// pub enum Event {
///     #[codec(10)] Placed(String),
///     #[codec(11)] Cancelled { #[codec(1)] why: String },
/// }
///
/// let order: Order = Wire::Json.decode(br#"{"id":7,"customer":"Ida","Placed":"by phone"}"#)?;
/// assert_eq!(order.copies, 1);
/// assert_eq!(order.event, Some(Event::Placed("by phone".into())));
/// # Ok::<(), everwire::Error>(())
/// ```
///
/// All fields carry a number or none does; without numbers they are 1, 2, 3 … in declaration order.
///
/// # On a type
///
/// | attribute | meaning |
/// |---|---|
/// | `name = "shop.v1.Order"` | the full name; by default the type's own |
/// | `alias = "shop.Order"` | a former full name; may stand more than once |
/// | `rename_all = "camelCase"` | the case of its names, as in serde: `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case`, `SCREAMING-KEBAB-CASE` |
/// | `version = 3` | its version, 1 or more |
/// | `json = "proto"` | writes canonical ProtoJSON as the root; `"native"` is the default |
/// | `msgpack = "map"` | keys by number; `"array"` is the default up to slot 255 |
/// | `transparent` | is its one field on every wire |
/// | `from = T` or `try_from = T`, with `into = T` | is `T` on every wire |
/// | `reserved(3, "old", slot = 2, type = u32)` | one removed field |
/// | `reserved(4, 6..=9, "old")` | removed numbers and names |
/// | `rule(oneof(a, b, required))` | a rule of the message as a whole; may stand more than once |
/// | `validate = path` | a hook, `fn(&Self) -> Result<(), Violation>`; may stand more than once |
/// | `prost` | is a `prost::Message` too, whose methods run on the protobuf wire; needs the feature `prost` of everwire |
/// | `accept("change", reason = "…")` | a break that is wanted, as `codegen` asks for it; also on fields and variants |
/// | `upgrade = path` | what other versions wrote, `fn(&mut Self, &Upgrade<'_>)`; may return a `Result` |
/// | `crate = path` | where everwire is |
///
/// # On a field
///
/// | attribute | meaning |
/// |---|---|
/// | `9` | its number: 1 to 536870911, without 19000 to 19999 |
/// | `slot = 4` | its place in the MessagePack array; by default one below the number |
/// | `rename = "n"`, `json_name = "n"` | its name; its name in ProtoJSON |
/// | `alias = "old"` | a further name that JSON readers take; may stand more than once |
/// | `default = 1` | what an absent field reads as, on every wire; an absent `Option` stays `None` |
/// | `required` | an absent field is an error |
/// | `oneof(10, 11)` | the field's enum is a oneof of these numbers; `10(slot = 3)` moves one |
/// | `flatten` | the fields of its type stand in this message, and what that reserves is reserved here; it keeps no unknown fields of its own |
/// | `unknown` | keeps what newer writers sent, in an `UnknownFields` |
/// | `skip` | is on no wire; reads as `default = …` or its type's `Default` |
/// | `with = path` | the module that encodes and decodes it |
/// | `was(u32, with = path)` | a type that it had, and `fn(u32) -> T` or `Result<T, E>`; may stand more than once |
/// | `sint`, `fixed`, `group` | how protobuf writes it, or each of its elements |
/// | `key(sint)`, `value(fixed)` | how protobuf writes a map's keys and values |
/// | `unpacked` | how protobuf writes a list of numbers |
/// | `since = 2` | the version of the type that brought it |
/// | `validate = path` | a hook, `fn(&T) -> Result<(), Violation>` |
///
/// A struct that is flattened must fit: its slots ascend where it is declared; no number and no name is there twice; no field has a
/// number, slot or name that either of the two reserves. `unknown` belongs on the outer struct. The form in MessagePack is
/// that of the outer struct too: an array, unless it says `msgpack = "map"` or one of all those fields has a slot above 255.
///
/// # On a variant
///
/// | attribute | meaning |
/// |---|---|
/// | `0` | its number: any `i32` without data, a field number with |
/// | `other` | takes what the enum does not know: `Other(i32)`, or `Other(UnknownFields)` with data |
/// | `skip` | is never read, and cannot be written |
/// | `rename`, `json_name`, `alias`, `since` | as on a field |
/// | `rename_all`, `msgpack`, `reserved` | as on a type, for the fields of the variant |
/// | `sint`, `with`, rules … | as on a field, where the variant holds one value |
///
/// # What prost-build writes
///
/// The derive understands `#[prost(…)]` as prost-build 0.14 writes it, so that `type_attribute(".", "#[derive(everwire::Codec)]")` in
/// `prost_build::Config` is all that such types need; `#[codec(…)]` beside it adds rules and names. Bytes of protobuf are the same, and JSON
/// is ProtoJSON: enums have the names of their schema, by the method `as_str_name`. A `required` field is always written, and reads as its default where
/// it is absent, as prost reads it. prost's own derives stand below this one, as `type_attribute` puts them.
///
/// ```
/// use everwire::{Codec, Wire};
///
/// // As prost-build writes it, but for prost's own derives.
/// #[derive(Codec, Debug, PartialEq)]
/// pub struct Order {
///     #[prost(uint64, tag = "1")] pub order_id: u64,
///     #[prost(string, repeated, tag = "2")] #[codec(min_items = 1)] pub tags: Vec<String>,
///     #[prost(sint32, optional, tag = "3")] pub balance: Option<i32>,
/// }
///
/// let order = Order { order_id: 7, tags: vec!["new".into()], balance: Some(-1) };
/// assert_eq!(Wire::Protobuf.encode(&order)?, b"\x08\x07\x12\x03new\x18\x01");
/// assert_eq!(Wire::Json.encode(&order)?, br#"{"orderId":"7","tags":["new"],"balance":-1}"#);
/// # Ok::<(), everwire::Error>(())
/// ```
///
/// # Validation rules, on fields and on variants of one value
///
/// | of | rules |
/// |---|---|
/// | numbers | `const`, `lt`, `lte`, `gt`, `gte`, `in`, `not_in`; `finite` |
/// | strings | `const`, `len`, `min_len`, `max_len` (code points), `len_bytes`, `min_bytes`, `max_bytes`, `pattern`, `prefix`, `suffix`, `contains`, `not_contains`, `in`, `not_in`, `email`, `hostname`, `ip`, `ipv4`, `ipv6`, `uri`, `uri_ref`, `address`, `uuid`, `tuuid`, `ulid`, `host_and_port`, `ip_with_prefixlen`, `ipv4_with_prefixlen`, `ipv6_with_prefixlen`, `ip_prefix`, `ipv4_prefix`, `ipv6_prefix`, `protobuf_fqn`, `protobuf_dot_fqn`, `well_known_regex = "http_header_name"` or `"http_header_value"` with `strict = false` |
/// | bytes | `const`, `len`, `min_len`, `max_len`, `pattern`, `prefix`, `suffix`, `contains`, `in`, `not_in`, `ip`, `ipv4`, `ipv6`, `uuid` |
/// | enums | `const`, `defined_only`, `in`, `not_in` |
/// | lists | `min_items`, `max_items`, `unique`, `items(…)` |
/// | maps | `min_pairs`, `max_pairs`, `keys(…)`, `values(…)` |
/// | durations | `const`, `lt`, `lte`, `gt`, `gte`, `in`, `not_in`, with values such as `"1.5s"` |
/// | timestamps | `const`, `lt`, `lte`, `gt`, `gte`, in RFC 3339; `lt_now`, `gt_now`, `within = "60s"` |
/// | `wkt::Any` | `in`, `not_in` (type URLs) |
/// | `wkt::FieldMask` | `const = ["a", "b.c"]`, `in`, `not_in` |
/// | wrappers of `wkt` | those of the value |
/// | anything | `rule(required)`, `ignore = "if_zero_value"`, `ignore = "always"` |
/// | what has a `const` | `example(…)`, of which nothing is checked |
/// | a variant | `rule(required)`: of a oneof, it is this variant that must be set |
/// | a struct | `rule(oneof(a, b))`: at most one of these fields is set; `rule(oneof(a, b, required))`: exactly one |
///
/// Lists of values are written `in(1, 2)` or `in = [1, 2]`.
///
/// # Errors
///
/// Every mistake of the item is a compile error of its own, at the attribute or type that is
/// wrong, with a `help:` line.
#[proc_macro_derive(Codec, attributes(codec, prost))]
pub fn codec(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let lowered = lower(&input);
    let mut found = lowered.diagnostics;
    match check(&lowered.item) {
        Ok(item) if found.is_empty() => {
            return expand::impls(&item, &expand::Options::default()).into();
        }
        Ok(_) => {}
        Err(more) => found.extend(more),
    }
    found.sort_by_key(Diagnostic::at);
    let errors = found.iter().map(|one| lowered.spans.compile_error(one));
    let mut tokens: proc_macro2::TokenStream = errors.collect();
    let Item {
        ident,
        generics,
        crate_path,
        ..
    } = lowered.item;
    let path = crate_path.map_or_else(|| quote!(::everwire), |path| path.value);
    tokens.extend(expand::fallback(&ident, &generics, &path));
    tokens.into()
}
