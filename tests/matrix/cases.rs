//! The kinds of changes. Each is a type of the program, so that what is executed is what programs have.

use std::collections::BTreeMap;

use everwire::{Codec, UnknownFields};

use super::Case;

macro_rules! side {
    ($module:ident { $($item:item)* }) => {
        #[allow(dead_code, clippy::all, reason = "only the schema is looked at")]
        mod $module {
            #[allow(unused_imports, reason = "not every case needs all")]
            use super::{BTreeMap, Codec, UnknownFields};
            $($item)*
        }
    };
}

macro_rules! cases {
    ($($part:literal { $($id:ident $name:literal $expected:literal { $($old:tt)* } => { $($new:tt)* })* })*) => {
        $($(mod $id {
            use super::{BTreeMap, Codec, UnknownFields};
            side!(old { $($old)* });
            side!(new { $($new)* });
            pub const SCHEMAS: (&everwire::Schema, &everwire::Schema) = (<old::M as Codec>::SCHEMA, <new::M as Codec>::SCHEMA);
        })*)*

        /// All kinds of changes, in the order of the page.
        pub fn all() -> Vec<Case> {
            vec![$($(Case {
                part: $part,
                name: $name,
                expected: $expected,
                shown: (stringify!($($old)*), stringify!($($new)*)),
                schemas: $id::SCHEMAS,
            }),*),*]
        }
    };
}

cases! {
    "Fields" {
        appended "appended" "ssl ssl ssl"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2)] b: String } }
        appended_kept "appended; old programs keep what they do not know" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(unknown)] u: UnknownFields } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2)] b: String, #[codec(unknown)] u: UnknownFields } }
        appended_required "appended as `required`" "ese ese ese"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2, required)] b: String } }
        appended_default "appended with a `default`" "ssl ssl ssl"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2, default = 7)] b: u32 } }
        removed "removed and reserved" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2)] b: String } }
            => { #[derive(Codec)] #[codec(reserved(2, "b", slot = 1, type = String))] pub struct M { #[codec(1)] a: u32 } }
        removed_required "removed where it was `required`" "see see see"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2, required)] b: String } }
            => { #[derive(Codec)] #[codec(reserved(2, "b"))] pub struct M { #[codec(1)] a: u32 } }
        readded "added again after it was removed" "ssl ssl ssl"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(3)] c: bool } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2)] b: String, #[codec(3)] c: bool } }
        renamed "renamed" "sss sss lll"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] b: u32 } }
        renamed_alias "renamed with an `alias`" "sss sss sll"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1, alias = "a")] b: u32 } }
        renumbered "given another number" "lll lll sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2)] b: String } }
            => { #[derive(Codec)] pub struct M { #[codec(5)] a: u32, #[codec(2)] b: String } }
        swapped "swapped with another of its type" "lll lll sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2)] b: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(2)] a: u32, #[codec(1)] b: u32 } }
        slot "given another slot" "sss lll sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2)] b: String } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2, slot = 4)] b: String } }
        json_name "given another name in ProtoJSON" "sss sss sll"
            { #[derive(Codec)] #[codec(json = "proto")] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] #[codec(json = "proto")] pub struct M { #[codec(1, json_name = "z")] a: u32 } }
    }
    "Integers" {
        widened "widened" "sdd sdd sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: i32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: i64 } }
        narrowed "narrowed" "dss dss dss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: i64 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: i32 } }
        narrowed_small "narrowed below 32 bits" "dss dss dss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u8 } }
        signed "signed to unsigned" "dds ddd ddd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: i32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
        zigzag "plain to `sint`" "lls sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: i32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1, sint)] a: i32 } }
        fixed "plain to `fixed`" "lll sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1, fixed)] a: u32 } }
        int_bool "integer to bool" "dss eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: bool } }
        int_float "integer to float" "lll dee ddd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: i64 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: f64 } }
        int_string "integer to string" "lll eee ede"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u64 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: String } }
        wide_128 "64 bits to 128" "lll see sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u64 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u128 } }
    }
    "Floats, text, bytes, times" {
        float_wide "f32 to f64" "lll sdd ddd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: f32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: f64 } }
        float_narrow "f64 to f32" "lll dss dds"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: f64 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: f32 } }
        string_bytes "string to bytes" "sdd see dls"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: String } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Vec<u8> } }
        char_string "char to string" "sdd sdd sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: char } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: String } }
        string_message "string to a message" "dls eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: String } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Text } #[derive(Codec)] pub struct Text { #[codec(1)] text: String } }
        seconds_duration "seconds to a duration" "lll eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u64 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: std::time::Duration } }
        bytes_message "bytes to a message" "dss eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: Vec<u8> } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Text } #[derive(Codec)] pub struct Text { #[codec(1)] text: String } }
    }
    "Presence and defaults" {
        nullable "made an `Option`" "ssd sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Option<u32> } }
        plain "no `Option` any more" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: Option<u32> } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
        required "made `required`" "dsd sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1, required)] a: u32 } }
        optional "not `required` any more" "sdd sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1, required)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
        default_given "given a `default`" "dsd sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1, default = 7)] a: u32 } }
        default_changed "given another `default`" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1, default = 7)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1, default = 8)] a: u32 } }
        message_option "message made an `Option`" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: N } #[derive(Codec)] pub struct N { #[codec(1)] x: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Option<N> } #[derive(Codec)] pub struct N { #[codec(1)] x: u32 } }
    }
    "Lists, maps, wrappers" {
        repeated "made a list" "sdl eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Vec<u32> } }
        singular "a list made one value" "dsl eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: Vec<u32> } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
        repeated_string "a string made a list of them" "sdd eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: String } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Vec<String> } }
        unpacked "packed to unpacked" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: Vec<u32> } }
            => { #[derive(Codec)] pub struct M { #[codec(1, unpacked)] a: Vec<u32> } }
        list_array "a list made an array" "dss dss dss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: Vec<u32> } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: [u32; 3] } }
        map_keys "keys of a map: integers to strings" "lld eee sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: BTreeMap<u32, bool> } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: BTreeMap<String, bool> } }
        map_narrow "keys of a map narrowed" "dss dss dss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: BTreeMap<u64, bool> } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: BTreeMap<u32, bool> } }
        map_values "values of a map widened" "sdd sdd sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: BTreeMap<String, u32> } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: BTreeMap<String, u64> } }
        map_list "a map made a list of entries" "sdd eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: BTreeMap<String, u32> } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Vec<Entry> } #[derive(Codec)] pub struct Entry { #[codec(1)] key: String, #[codec(2)] value: u32 } }
        wrapper "put into a wrapper message" "lll eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Wrapper } #[derive(Codec)] pub struct Wrapper { #[codec(1)] value: u32 } }
        group "a message made a group" "lll sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: N } #[derive(Codec)] pub struct N { #[codec(1)] x: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1, group)] a: N } #[derive(Codec)] pub struct N { #[codec(1)] x: u32 } }
    }
    "Oneofs and enums" {
        into_oneof "moved into a new oneof" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: Option<u32> } }
            => { #[derive(Codec)] pub struct M { #[codec(oneof(1))] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(1, rename = "a")] A(u32) } }
        out_of_oneof "moved out of a oneof" "sdd sdd sdd"
            { #[derive(Codec)] pub struct M { #[codec(oneof(1, 2))] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(1, rename = "a")] A(u32), #[codec(2, rename = "b")] B(bool) } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: Option<u32>, #[codec(oneof(2))] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(2, rename = "b")] B(bool) } }
        between_oneofs "moved between oneofs" "ddd ddd ddd"
            { #[derive(Codec)] pub struct M { #[codec(oneof(1, 2))] one: Option<One>, #[codec(oneof(3))] two: Option<Two> } #[derive(Codec)] pub enum One { #[codec(1, rename = "a")] A(u32), #[codec(2, rename = "b")] B(bool) } #[derive(Codec)] pub enum Two { #[codec(3, rename = "c")] C(bool) } }
            => { #[derive(Codec)] pub struct M { #[codec(oneof(1))] one: Option<One>, #[codec(oneof(2, 3))] two: Option<Two> } #[derive(Codec)] pub enum One { #[codec(1, rename = "a")] A(u32) } #[derive(Codec)] pub enum Two { #[codec(2, rename = "b")] B(bool), #[codec(3, rename = "c")] C(bool) } }
        oneof_renamed "oneof renamed" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(oneof(1, 2))] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(1)] A(u32), #[codec(2)] B(bool) } }
            => { #[derive(Codec)] pub struct M { #[codec(oneof(1, 2))] other: Option<Other> } #[derive(Codec)] pub enum Other { #[codec(1)] A(u32), #[codec(2)] B(bool) } }
        variant_removed "variant removed from a oneof, and reserved" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(oneof(1, 2))] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(1)] A(u32), #[codec(2)] B(bool) } }
            => { #[derive(Codec)] #[codec(reserved(2, "B"))] pub struct M { #[codec(oneof(1))] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(1)] A(u32) } }
        variant_added "variant added to a oneof" "ssl ssl ssl"
            { #[derive(Codec)] pub struct M { #[codec(oneof(1))] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(1)] A(u32) } }
            => { #[derive(Codec)] pub struct M { #[codec(oneof(1, 2))] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(1)] A(u32), #[codec(2)] B(bool) } }
        union_added "variant added to an enum with data" "sdd sdd sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(1)] A(u32) } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] one: Option<One> } #[derive(Codec)] pub enum One { #[codec(1)] A(u32), #[codec(2)] B(bool) } }
        value_added "value added to an open enum" "sss sss sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes, #[codec(other)] Other(i32) } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes, #[codec(2)] Maybe, #[codec(other)] Other(i32) } }
        value_added_closed "value added to a closed enum" "sdd sdd sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes, #[codec(2)] Maybe } }
        value_removed "value removed from a closed enum" "dss dss dss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No } }
        value_renamed "value of an enum renamed" "sss sss ddd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Aye } }
        value_renumbered "value of an enum renumbered" "ddd ddd sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(2)] Yes } }
        value_renumbered_open "value of an open enum renumbered" "dds dds sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes, #[codec(other)] Other(i32) } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(2)] Yes, #[codec(other)] Other(i32) } }
        values_swapped "values of an enum swapped" "dds dds sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes, #[codec(2)] Maybe } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(2)] Yes, #[codec(1)] Maybe } }
        enum_replaced "an enum replaced by one with other numbers" "lls lls sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes, #[codec(2)] Maybe } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: F } #[derive(Codec)] pub enum F { #[codec(0)] No, #[codec(2)] Yes, #[codec(1)] Maybe } }
        opened "enum opened" "sdd sdd sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes, #[codec(other)] Other(i32) } }
        closed "enum closed" "dss dss dss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes, #[codec(other)] Other(i32) } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes } }
        enum_int "enum to integer" "sss sss dsd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes, #[codec(other)] Other(i32) } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: i32 } }
        enum_string "enum to string" "ldl ede sdd"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: String } }
        enum_bool "bool to enum" "sss eee eee"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: bool } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: E } #[derive(Codec)] pub enum E { #[codec(0)] No, #[codec(1)] Yes } }
    }
    "Types" {
        type_renamed "renamed, with an `alias`" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: N } #[derive(Codec)] pub struct N { #[codec(1)] x: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: O } #[derive(Codec)] #[codec(alias = "N")] pub struct O { #[codec(1)] x: u32 } }
        type_replaced "replaced by one with a narrower field" "dss dss dss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: N } #[derive(Codec)] pub struct N { #[codec(1)] x: u64 } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: O } #[derive(Codec)] pub struct O { #[codec(1)] x: u32 } }
        layout "MessagePack array to map" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(2)] b: String } }
            => { #[derive(Codec)] #[codec(msgpack = "map")] pub struct M { #[codec(1)] a: u32, #[codec(2)] b: String } }
        dialect "JSON dialect, native to proto" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] first_name: String, #[codec(2)] count: u64, #[codec(3)] at: std::time::Duration } }
            => { #[derive(Codec)] #[codec(json = "proto")] pub struct M { #[codec(1)] first_name: String, #[codec(2)] count: u64, #[codec(3)] at: std::time::Duration } }
        kept "does not keep unknown fields any more" "sss sss sss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32, #[codec(unknown)] u: UnknownFields } }
            => { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
    }
    "Rules" {
        tightened "maximum lowered" "dss dss dss"
            { #[derive(Codec)] pub struct M { #[codec(1, max_len = 64)] a: String } }
            => { #[derive(Codec)] pub struct M { #[codec(1, max_len = 32)] a: String } }
        loosened "maximum raised" "sdd sdd sdd"
            { #[derive(Codec)] pub struct M { #[codec(1, max_len = 32)] a: String } }
            => { #[derive(Codec)] pub struct M { #[codec(1, max_len = 64)] a: String } }
        rule_added "rule added" "dss dss dss"
            { #[derive(Codec)] pub struct M { #[codec(1)] a: u32 } }
            => { #[derive(Codec)] pub struct M { #[codec(1, gt = 0)] a: u32 } }
        rule_format "format changed" "sdd sdd sdd"
            { #[derive(Codec)] pub struct M { #[codec(1, ipv4)] a: String } }
            => { #[derive(Codec)] pub struct M { #[codec(1, ip)] a: String } }
    }
}
