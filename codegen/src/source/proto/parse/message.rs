//! Messages.

use std::collections::HashSet;

use prost_reflect::prost_types::{DescriptorProto, MessageOptions, OneofDescriptorProto};

use super::field::Home;
use super::mistake::{Mistake, Parse};
use super::{Parser, index};

/// How deep messages may be nested, as in protoc.
const MAX_DEPTH: usize = 32;

/// The greatest field number, and the greatest in a message set.
pub(super) const MAX_NUMBER: i32 = 536_870_911;
const MAX_SET_NUMBER: i32 = i32::MAX - 1;

impl Parser<'_> {
    /// A message, from its keyword; the path is its own.
    pub(super) fn message(&mut self) -> Parse<DescriptorProto> {
        let mut begun = self.begin();
        self.visibility();
        self.bump();
        let name = self.name("a message name")?;
        self.locate(&[1], &name.span());
        self.head_end(&mut begun, "{")?;
        let message = self.message_body(self.text_of(name))?;
        self.declare(begun);
        Ok(message)
    }

    /// What is in a message, and its `}`.
    pub(super) fn message_body(&mut self, name: &str) -> Parse<DescriptorProto> {
        if self.depth >= MAX_DEPTH {
            let message = format!("messages are nested more than {MAX_DEPTH} levels deep");
            let help = "move the inner messages to the file";
            let span = self.peek().span();
            self.at = self.tokens.len().saturating_sub(1);
            return Err(self.stop(Mistake::new(span, message, help)));
        }
        self.depth += 1;
        let mut message = DescriptorProto {
            name: Some(name.to_owned()),
            ..DescriptorProto::default()
        };
        let result = self.block("a field or `}`", |parser| {
            parser.message_statement(&mut message)
        });
        self.depth -= 1;
        result?;
        synthetic_oneofs(&mut message);
        message_set(&mut message);
        Ok(message)
    }

    fn message_statement(&mut self, message: &mut DescriptorProto) -> Parse<()> {
        match self.keyword() {
            "message" => self.within(&[3, index(message.nested_type.len())], |parser| {
                message.nested_type.push(parser.message()?);
                Ok(())
            }),
            "enum" => self.within(&[4, index(message.enum_type.len())], |parser| {
                message.enum_type.push(parser.enumeration()?);
                Ok(())
            }),
            "oneof" => self.oneof(message),
            "extend" => self.extend(6, &mut message.extension, 3, &mut message.nested_type),
            "extensions" => self.within(&[5], |parser| parser.extensions(message)),
            "reserved" => self.message_reserved(message),
            "option" => {
                let options = message.options.get_or_insert_with(MessageOptions::default);
                self.within(&[7], |parser| {
                    parser.option_statement(&mut options.uninterpreted_option)
                })
            }
            _ => self.field(Home::Message, &mut message.field, &mut message.nested_type),
        }
    }
}

/// Gives each `optional` field of proto3 a oneof of its own, behind those that are written.
fn synthetic_oneofs(message: &mut DescriptorProto) {
    let fields = message.field.iter().map(|field| field.name().to_owned());
    let nested = message.nested_type.iter().map(|one| one.name().to_owned());
    let enums = message.enum_type.iter().map(|one| one.name().to_owned());
    let oneofs = message.oneof_decl.iter().map(|one| one.name().to_owned());
    let mut taken: HashSet<String> = fields.chain(nested).chain(enums).chain(oneofs).collect();
    for field in &mut message.field {
        if !field.proto3_optional() || field.oneof_index.is_some() {
            continue;
        }
        let mut name = match field.name() {
            name if name.starts_with('_') => name.to_owned(),
            name => format!("_{name}"),
        };
        while !taken.insert(name.clone()) {
            name.insert(0, 'X');
        }
        field.oneof_index = Some(index(message.oneof_decl.len()));
        message.oneof_decl.push(OneofDescriptorProto {
            name: Some(name),
            options: None,
        });
    }
}

/// In a message set, extensions have all numbers of 31 bits.
fn message_set(message: &mut DescriptorProto) {
    let options = message
        .options
        .iter()
        .flat_map(|options| &options.uninterpreted_option);
    let mut flags = options.filter(|option| {
        option.identifier_value.as_deref() == Some("true")
            && matches!(&option.name[..], [part] if part.name_part == "message_set_wire_format" && !part.is_extension)
    });
    if flags.next().is_none() {
        return;
    }
    let ends = message
        .extension_range
        .iter_mut()
        .map(|range| &mut range.end);
    for end in ends.chain(
        message
            .reserved_range
            .iter_mut()
            .map(|range| &mut range.end),
    ) {
        if *end == Some(MAX_NUMBER + 1) {
            *end = Some(MAX_SET_NUMBER + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn optional_fields_of_proto3_have_oneofs_of_their_own() {
        let file = check(
            "syntax = \"proto3\"; message M { optional int32 a = 1; oneof _a { int32 b = 2; } optional int32 _c = 3; }",
        );
        let message = &file.message_type[0];
        let oneofs: Vec<&str> = message
            .oneof_decl
            .iter()
            .map(|oneof| oneof.name())
            .collect();
        assert_eq!(oneofs, ["_a", "X_a", "X_c"]);
        let of: Vec<Option<i32>> = message
            .field
            .iter()
            .map(|field| field.oneof_index)
            .collect();
        assert_eq!(of, [Some(1), Some(0), Some(2)]);
    }

    #[test]
    fn messages_are_read_past_their_mistakes() {
        assert_eq!(
            mistakes(
                "syntax = \"proto3\"; message M { int32 a 1; message 5 { int32 b = 0; } int32 c = 3 } message N {"
            ),
            [
                "1 | expected `=`, but found `1` | see https://protobuf.dev/reference/protobuf/proto3-spec/ for the grammar",
                "5 | expected a message name, but found `5` | see https://protobuf.dev/reference/protobuf/proto3-spec/ for the grammar",
                "} | expected `;` or `[`, but found `}` | see https://protobuf.dev/reference/protobuf/proto3-spec/ for the grammar",
                " | expected a field or `}`, but reached end of file | close what is open: a `}` or a `;` is missing",
            ]
        );
    }

    #[test]
    fn message_sets_have_larger_numbers() {
        let file = check(
            "message M { option message_set_wire_format = true; extensions 4 to max; } message N { extensions 4 to max; }",
        );
        let ends = file
            .message_type
            .iter()
            .map(|one| one.extension_range[0].end());
        assert_eq!(ends.collect::<Vec<_>>(), [i32::MAX, 536_870_912]);
    }
}
