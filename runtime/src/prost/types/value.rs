//! `Struct`, `Value` and `ListValue`, which hold each other.

use ::prost_types::value::Kind;
use ::prost_types::{ListValue, Struct, Value};

use super::by;
use crate::wkt::{self, value::Kind as Wire};

by! {
    Struct => wkt::Struct, of_struct, into_struct, join join_struct;
    Value => wkt::Value, of_value, into_value, join join_value;
    ListValue => wkt::ListValue, of_list, into_list, join join_list;
}

fn of_struct(own: &Struct) -> wkt::Struct {
    let fields = own.fields.iter();
    let fields = fields.map(|(name, value)| (name.clone(), of_value(value)));
    wkt::Struct {
        fields: fields.collect(),
    }
}

fn into_struct(wire: wkt::Struct) -> Struct {
    let fields = wire.fields.into_iter();
    let fields = fields.map(|(name, value)| (name, into_value(value)));
    Struct {
        fields: fields.collect(),
    }
}

fn join_struct(own: &mut Struct, read: Struct) {
    own.fields.extend(read.fields);
}

fn of_list(own: &ListValue) -> wkt::ListValue {
    wkt::ListValue {
        values: own.values.iter().map(of_value).collect(),
    }
}

fn into_list(wire: wkt::ListValue) -> ListValue {
    ListValue {
        values: wire.values.into_iter().map(into_value).collect(),
    }
}

fn join_list(own: &mut ListValue, mut read: ListValue) {
    own.values.append(&mut read.values);
}

fn of_value(own: &Value) -> wkt::Value {
    let kind = own.kind.as_ref().map(|kind| match kind {
        Kind::NullValue(0) => Wire::NullValue(wkt::NullValue::NullValue),
        Kind::NullValue(number) => Wire::NullValue(wkt::NullValue::Other(*number)),
        Kind::NumberValue(value) => Wire::NumberValue(*value),
        Kind::StringValue(value) => Wire::StringValue(value.clone()),
        Kind::BoolValue(value) => Wire::BoolValue(*value),
        Kind::StructValue(value) => Wire::StructValue(of_struct(value)),
        Kind::ListValue(value) => Wire::ListValue(of_list(value)),
    });
    wkt::Value { kind }
}

fn into_value(wire: wkt::Value) -> Value {
    let kind = wire.kind.map(|kind| match kind {
        Wire::NullValue(wkt::NullValue::NullValue) => Kind::NullValue(0),
        Wire::NullValue(wkt::NullValue::Other(number)) => Kind::NullValue(number),
        Wire::NumberValue(value) => Kind::NumberValue(value),
        Wire::StringValue(value) => Kind::StringValue(value),
        Wire::BoolValue(value) => Kind::BoolValue(value),
        Wire::StructValue(value) => Kind::StructValue(into_struct(value)),
        Wire::ListValue(value) => Kind::ListValue(into_list(value)),
    });
    Value { kind }
}

fn join_value(own: &mut Value, read: Value) {
    match (&mut own.kind, read.kind) {
        (_, None) => {}
        (Some(Kind::StructValue(own)), Some(Kind::StructValue(read))) => join_struct(own, read),
        (Some(Kind::ListValue(own)), Some(Kind::ListValue(read))) => join_list(own, read),
        (own, read) => *own = read,
    }
}
