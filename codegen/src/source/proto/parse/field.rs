//! Fields of messages, oneofs and extensions.

use std::ops::Range;

use prost_reflect::prost_types::field_descriptor_proto::{Label, Type};
use prost_reflect::prost_types::{DescriptorProto, FieldDescriptorProto};

use super::lex::{Kind, Token};
use super::locate::Begun;
use super::message::MAX_NUMBER;
use super::mistake::{Mistake, Parse};
use super::{Parser, index};
use crate::source::features::Edition;

/// Where a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// In a message.
    Message,
    /// In a oneof.
    Oneof,
    /// In `extend`; the numbers of the lists that extensions and their groups are in.
    Extend(i32, i32),
}

impl Home {
    /// The number of the list that fields are in.
    pub(super) fn fields(self) -> i32 {
        match self {
            Home::Message | Home::Oneof => 2,
            Home::Extend(fields, _) => fields,
        }
    }

    /// The number of the list that their groups are in.
    pub(super) fn messages(self) -> i32 {
        match self {
            Home::Message | Home::Oneof => 3,
            Home::Extend(_, messages) => messages,
        }
    }
}

/// A field's type.
#[derive(Debug)]
enum Named {
    Scalar(Type),
    Other(String),
}

impl Parser<'_> {
    /// A field, with all that it brings: the entry of a map, the message of a group.
    pub(super) fn field(
        &mut self,
        home: Home,
        fields: &mut Vec<FieldDescriptorProto>,
        messages: &mut Vec<DescriptorProto>,
    ) -> Parse<()> {
        self.within(&[home.fields(), index(fields.len())], |parser| {
            let begun = parser.begin();
            let label = parser.label();
            let found = if parser.is("map") && parser.is_at(1, "<") {
                parser.map(home, label, begun, messages)
            } else if parser.is("group") && parser.peek_at(1).kind == Kind::Name {
                parser.group(home, label, begun, messages)
            } else {
                parser.plain(home, label, begun)
            };
            fields.push(found?);
            Ok(())
        })
    }

    fn plain(
        &mut self,
        home: Home,
        label: Option<(Label, Token)>,
        mut begun: Begun,
    ) -> Parse<FieldDescriptorProto> {
        let start = self.peek().start;
        let mut field = self.labelled(home, label, start);
        let (named, span) = self.field_type()?;
        match named {
            Named::Scalar(scalar) => {
                field.r#type = Some(scalar.into());
                self.locate(&[5], &span);
            }
            Named::Other(name) => {
                field.type_name = Some(name);
                self.locate(&[6], &span);
            }
        }
        self.name_and_number(&mut field)?;
        self.field_options(&mut field)?;
        if !self.is(";") {
            let expected = if self.last_end_is("]") {
                "`;`"
            } else {
                "`;` or `[`"
            };
            return Err(self.unexpected(expected));
        }
        self.head_end(&mut begun, ";")?;
        self.declare(begun);
        Ok(field)
    }

    /// A field with its label, if that may stand there.
    pub(super) fn labelled(
        &mut self,
        home: Home,
        label: Option<(Label, Token)>,
        start: usize,
    ) -> FieldDescriptorProto {
        if let Some((_, token)) = label {
            self.locate(&[4], &token.span());
        }
        let mut field = FieldDescriptorProto::default();
        let (kind, span) = match label {
            Some((label, token)) => (Some(label), token.span()),
            None => (None, start..start),
        };
        let complaint = match (home, kind, self.edition) {
            (Home::Oneof, Some(_), _) => Some(("fields of a oneof have no label", "remove it")),
            (Home::Extend(..), Some(Label::Required), _) => {
                Some(("extensions cannot be required", "make it `optional`"))
            }
            (_, None, Edition::Proto2) if home != Home::Oneof => {
                let help = "write `optional`, `repeated` or `required` before the type";
                let span = self.peek().span();
                self.note(span, "a field of proto2 has no label", help);
                None
            }
            (_, Some(Label::Required), Edition::Proto3) => {
                Some(("proto3 has no required fields", "remove `required`"))
            }
            (_, Some(Label::Required), edition) if edition.is_edition() => Some((
                "editions have no label `required`",
                "set `features.field_presence = LEGACY_REQUIRED` instead",
            )),
            (_, Some(Label::Optional), edition) if edition.is_edition() => Some((
                "editions have no label `optional`",
                "remove it; presence is explicit unless `features.field_presence` says otherwise",
            )),
            _ => None,
        };
        if let Some((message, help)) = complaint {
            self.note(span, message, help);
        }
        field.label = Some(kind.unwrap_or(Label::Optional).into());
        if self.edition == Edition::Proto3 && kind == Some(Label::Optional) {
            field.proto3_optional = Some(true);
        }
        field
    }

    fn label(&mut self) -> Option<(Label, Token)> {
        let label = match self.text_of(self.peek()) {
            "optional" => Label::Optional,
            "required" => Label::Required,
            "repeated" => Label::Repeated,
            _ => return None,
        };
        Some((label, self.bump()))
    }

    fn field_type(&mut self) -> Parse<(Named, Range<usize>)> {
        let (name, span) = match self.peek().kind {
            Kind::Name => self.type_name()?,
            _ if self.is(".") => self.type_name()?,
            _ => {
                return Err(self.unexpected(
                    "a message field, oneof, reserved range, enum, message, option or `}`",
                ));
            }
        };
        Ok(match scalar(&name) {
            Some(scalar) => (Named::Scalar(scalar), span),
            None => (Named::Other(name), span),
        })
    }

    /// The type of a map's key or value.
    pub(super) fn map_part(&mut self, part: &mut FieldDescriptorProto) -> Parse<Range<usize>> {
        let (named, span) = self.field_type()?;
        match named {
            Named::Scalar(scalar) => part.r#type = Some(scalar.into()),
            Named::Other(name) => part.type_name = Some(name),
        }
        Ok(span)
    }

    /// `name = 1`.
    pub(super) fn name_and_number(&mut self, field: &mut FieldDescriptorProto) -> Parse<Token> {
        let name = self.name("a field name")?;
        self.locate(&[1], &name.span());
        field.name = Some(self.text_of(name).to_owned());
        self.expect("=")?;
        let start = self.peek().start;
        let number = self.field_number()?;
        self.locate(&[3], &(start..self.last_end()));
        field.number = Some(number);
        Ok(name)
    }

    /// A number that a field can have.
    pub(super) fn field_number(&mut self) -> Parse<i32> {
        let start = self.peek().start;
        let is_negative = self.eat("-").is_some();
        let number = self.integer()?;
        match i32::try_from(number) {
            Ok(number @ 1..=MAX_NUMBER) if !is_negative => Ok(number),
            _ => {
                let span = start..self.last_end();
                let message = format!("field numbers are from 1 to {MAX_NUMBER}");
                let help = "take a number that is free, small ones for what is common";
                self.note(span, message, help);
                Ok(1)
            }
        }
    }

    fn last_end_is(&self, mark: &str) -> bool {
        self.text
            .get(..self.last_end())
            .is_some_and(|text| text.ends_with(mark))
    }

    /// Notes what cannot stand here, for constructs of one syntax.
    pub(super) fn refuse(&mut self, token: Token, message: &str, help: &str) {
        self.mistakes
            .push(Mistake::new(token.span(), message, help));
    }
}

/// The scalar type of this name.
fn scalar(name: &str) -> Option<Type> {
    Some(match name {
        "double" => Type::Double,
        "float" => Type::Float,
        "int32" => Type::Int32,
        "int64" => Type::Int64,
        "uint32" => Type::Uint32,
        "uint64" => Type::Uint64,
        "sint32" => Type::Sint32,
        "sint64" => Type::Sint64,
        "fixed32" => Type::Fixed32,
        "fixed64" => Type::Fixed64,
        "sfixed32" => Type::Sfixed32,
        "sfixed64" => Type::Sfixed64,
        "bool" => Type::Bool,
        "string" => Type::String,
        "bytes" => Type::Bytes,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn labels_are_of_their_syntax() {
        let field = check("message M { required .a.B b = 0x10; }").message_type[0].field[0].clone();
        assert_eq!(
            (
                field.name(),
                field.number(),
                field.type_name(),
                field.r#type
            ),
            ("b", 16, ".a.B", None)
        );
        let proto3 = "syntax = \"proto3\"; message M { required int32 a = 1; }";
        let edition =
            "edition = \"2023\"; message M { required int32 a = 1; optional int32 b = 2; }";
        let proto2 = "message M { int32 a = 1; oneof b { optional int32 c = 2; } } extend M { required int32 d = 3; }";
        assert_eq!(
            [mistakes(proto2), mistakes(proto3), mistakes(edition)].concat(),
            [
                "int32 | a field of proto2 has no label | write `optional`, `repeated` or `required` before the type",
                "optional | fields of a oneof have no label | remove it",
                "required | extensions cannot be required | make it `optional`",
                "required | proto3 has no required fields | remove `required`",
                "required | editions have no label `required` | set `features.field_presence = LEGACY_REQUIRED` instead",
                "optional | editions have no label `optional` | remove it; presence is explicit unless `features.field_presence` says otherwise",
            ]
        );
    }

    #[test]
    fn numbers_are_in_range() {
        assert_eq!(
            mistakes(
                "syntax = \"proto3\"; message M { int32 a = 0; int32 b = -1; int32 c = 536870912; int32 d = 08; }"
            ),
            [
                "0 | field numbers are from 1 to 536870911 | take a number that is free, small ones for what is common",
                "-1 | field numbers are from 1 to 536870911 | take a number that is free, small ones for what is common",
                "536870912 | field numbers are from 1 to 536870911 | take a number that is free, small ones for what is common",
                "08 | `08` begins with 0 and is not octal | remove the 0 at its beginning",
            ]
        );
    }
}
