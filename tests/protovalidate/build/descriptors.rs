//! Descriptor sets, as far as they are looked into; all else is kept and written back as it came.

use everwire::{Codec, UnknownFields};

/// A `google.protobuf.FileDescriptorSet`.
#[derive(Codec, Clone)]
pub struct Set {
    #[codec(1)]
    pub files: Vec<File>,
}

#[derive(Codec, Clone)]
pub struct File {
    #[codec(1)]
    pub name: String,
    #[codec(2)]
    pub package: String,
    #[codec(3)]
    pub imports: Vec<String>,
    #[codec(4)]
    pub messages: Vec<Message>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone)]
pub struct Message {
    #[codec(1)]
    pub name: String,
    #[codec(2)]
    pub fields: Vec<Field>,
    #[codec(3)]
    pub messages: Vec<Message>,
    #[codec(7)]
    pub options: Option<MessageOptions>,
    #[codec(8)]
    oneofs: Vec<Fields>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

impl Message {
    /// Leaves nothing in it but its name and its enums.
    pub fn hollow(&mut self) {
        self.fields.clear();
        self.oneofs.clear();
        self.options = None;
        self.messages.iter_mut().for_each(Message::hollow);
    }
}

#[derive(Codec, Clone)]
pub struct Field {
    #[codec(1)]
    pub name: String,
    #[codec(6)]
    pub type_name: Option<String>,
    #[codec(8)]
    pub options: Option<FieldOptions>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone)]
pub struct MessageOptions {
    /// `(buf.validate.message)`.
    #[codec(1159)]
    pub rules: Option<MessageRules>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone)]
pub struct FieldOptions {
    /// `(buf.validate.field)`.
    #[codec(1159)]
    pub rules: Option<Box<FieldRules>>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

/// `buf.validate.MessageRules`.
#[derive(Codec, Clone)]
pub struct MessageRules {
    #[codec(3)]
    pub cel: Vec<Fields>,
    #[codec(5)]
    pub cel_expression: Vec<String>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

/// `buf.validate.FieldRules`: what names an expression, and the rules of each type.
#[derive(Codec, Clone)]
pub struct FieldRules {
    #[codec(1)]
    float: Option<Fields>,
    #[codec(2)]
    double: Option<Fields>,
    #[codec(3)]
    int32: Option<Fields>,
    #[codec(4)]
    int64: Option<Fields>,
    #[codec(5)]
    uint32: Option<Fields>,
    #[codec(6)]
    uint64: Option<Fields>,
    #[codec(7)]
    sint32: Option<Fields>,
    #[codec(8)]
    sint64: Option<Fields>,
    #[codec(9)]
    fixed32: Option<Fields>,
    #[codec(10)]
    fixed64: Option<Fields>,
    #[codec(11)]
    sfixed32: Option<Fields>,
    #[codec(12)]
    sfixed64: Option<Fields>,
    #[codec(13)]
    bool: Option<Fields>,
    #[codec(14)]
    string: Option<Fields>,
    #[codec(15)]
    bytes: Option<Fields>,
    #[codec(16)]
    enumeration: Option<Fields>,
    #[codec(18)]
    pub repeated: Option<RepeatedRules>,
    #[codec(19)]
    pub map: Option<MapRules>,
    #[codec(20)]
    any: Option<Fields>,
    #[codec(21)]
    duration: Option<Fields>,
    #[codec(22)]
    timestamp: Option<Fields>,
    #[codec(23)]
    pub cel: Vec<Fields>,
    #[codec(28)]
    field_mask: Option<Fields>,
    #[codec(29)]
    pub cel_expression: Vec<String>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

impl FieldRules {
    /// The rules of the type, but for lists and maps.
    pub fn of_type(&self) -> impl Iterator<Item = &Fields> {
        [
            &self.float,
            &self.double,
            &self.int32,
            &self.int64,
            &self.uint32,
            &self.uint64,
            &self.sint32,
            &self.sint64,
            &self.fixed32,
            &self.fixed64,
            &self.sfixed32,
            &self.sfixed64,
            &self.bool,
            &self.string,
            &self.bytes,
            &self.enumeration,
            &self.any,
            &self.duration,
            &self.timestamp,
            &self.field_mask,
        ]
        .into_iter()
        .flatten()
    }
}

/// `buf.validate.RepeatedRules`.
#[derive(Codec, Clone)]
pub struct RepeatedRules {
    #[codec(4)]
    pub items: Option<Box<FieldRules>>,
    #[codec(unknown)]
    pub others: UnknownFields,
}

/// `buf.validate.MapRules`.
#[derive(Codec, Clone)]
pub struct MapRules {
    #[codec(4)]
    pub keys: Option<Box<FieldRules>>,
    #[codec(5)]
    pub values: Option<Box<FieldRules>>,
    #[codec(unknown)]
    pub others: UnknownFields,
}

/// A message of which it matters at most which fields it has.
#[derive(Codec, Clone)]
pub struct Fields {
    #[codec(unknown)]
    pub fields: UnknownFields,
}

/// A `buf.validate.conformance.harness.ResultSet`, as far as it says which messages are sent.
#[derive(Codec)]
pub struct Results {
    #[codec(3)]
    pub suites: Vec<Suite>,
}

#[derive(Codec)]
pub struct Suite {
    #[codec(4)]
    pub cases: Vec<Case>,
}

#[derive(Codec)]
pub struct Case {
    #[codec(5)]
    pub input: Input,
}

/// A `google.protobuf.Any`.
#[derive(Codec)]
pub struct Input {
    #[codec(1)]
    pub type_url: String,
}
