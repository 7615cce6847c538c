//! Defaults, spelled as `default_value` has them.

use prost_reflect::prost_types::FieldDescriptorProto;
use prost_reflect::prost_types::field_descriptor_proto::{Label, Type};

use super::Parser;
use super::lex::Kind;
use super::literal;
use super::mistake::{Mistake, Parse, Stop};
use crate::source::features::Edition;

impl Parser<'_> {
    /// The value behind `default =`, which begins at `start`; the path is the field's.
    pub(super) fn default(&mut self, field: &mut FieldDescriptorProto, start: usize) -> Parse<()> {
        let from = self.peek().start;
        let ty = field.r#type.is_some().then(|| field.r#type());
        let value = match ty {
            None => self
                .name("the name of one of the enum's values")
                .map(|name| self.text_of(name).to_owned()),
            Some(Type::Bool) => match self.text_of(self.peek()) {
                value @ ("true" | "false") => {
                    self.bump();
                    Ok(value.to_owned())
                }
                _ => Err(self.misfit("`true` or `false`")),
            },
            Some(Type::String) if self.peek().kind == Kind::String => {
                self.text("a string").map(|(text, _)| text)
            }
            Some(Type::Bytes) if self.peek().kind == Kind::String => {
                let bytes = self.string("a string");
                bytes.map(|(bytes, _)| literal::escape(&bytes))
            }
            Some(Type::String | Type::Bytes) => Err(self.misfit("a string")),
            Some(Type::Float | Type::Double) => self.default_number(),
            Some(Type::Message | Type::Group) => {
                let help = "remove it; only numbers, strings, bytes and enums have defaults";
                let span = start..self.peek().end;
                Err(self.stop(Mistake::new(span, "messages have no default", help)))
            }
            Some(integer) => self.default_integer(integer),
        }?;
        let span = from..self.last_end();
        let whole = start..span.end;
        if field.label() == Label::Repeated {
            self.note(whole, "lists and maps have no default", "remove it");
        } else if self.edition == Edition::Proto3 {
            let help = "remove it, or say `(everwire.field).default` from `everwire/options.proto`";
            self.note(whole, "proto3 has no defaults", help);
        }
        self.locate(&[7], &span);
        field.default_value = Some(value);
        Ok(())
    }

    fn default_number(&mut self) -> Parse<String> {
        let is_negative = self.eat("-").is_some();
        let value = match (self.peek().kind, self.text_of(self.peek())) {
            (Kind::Float, _) => self.float()?,
            #[allow(clippy::cast_precision_loss, reason = "the field holds a float")]
            (Kind::Integer, _) => self.integer()? as f64,
            (_, word @ ("inf" | "nan")) => {
                self.bump();
                match word {
                    "inf" => f64::INFINITY,
                    _ => f64::NAN,
                }
            }
            _ => return Err(self.misfit("a number, `inf` or `nan`")),
        };
        let value = if is_negative { -value } else { value };
        Ok(value.to_string().to_ascii_lowercase())
    }

    fn default_integer(&mut self, ty: Type) -> Parse<String> {
        let start = self.peek().start;
        let is_negative = self.eat("-").is_some();
        if self.peek().kind != Kind::Integer {
            return Err(self.misfit("an integer"));
        }
        let number = i128::from(self.integer()?);
        let number = if is_negative { -number } else { number };
        let (least, greatest) = match ty {
            Type::Uint32 | Type::Fixed32 => (0, i128::from(u32::MAX)),
            Type::Uint64 | Type::Fixed64 => (0, i128::from(u64::MAX)),
            Type::Int64 | Type::Sint64 | Type::Sfixed64 => {
                (i128::from(i64::MIN), i128::from(i64::MAX))
            }
            _ => (i128::from(i32::MIN), i128::from(i32::MAX)),
        };
        if !(least..=greatest).contains(&number) {
            let help = format!("write an integer from {least} to {greatest}");
            let message = format!("the default {number} does not fit the field's type");
            self.note(start..self.last_end(), message, help);
        }
        Ok(number.to_string())
    }

    /// A value that the field cannot have.
    fn misfit(&mut self, expected: &str) -> Stop {
        let token = self.peek();
        if token.kind == Kind::End {
            return self.unexpected(expected);
        }
        let message = format!(
            "the default `{}` does not fit the field's type",
            self.text_of(token)
        );
        self.stop(Mistake::new(
            token.span(),
            message,
            format!("write {expected}"),
        ))
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn defaults_are_spelled_in_one_way() {
        let file = check(
            "message M { optional int32 a = 1 [default = -0x10]; optional float b = 2 [default = -inf]; optional double c = 3 [default = 1e3];
             optional bytes d = 4 [default = \"\\377a\"]; optional string e = 5 [default = 'é' \"\\x41\"]; optional E f = 6 [default = A]; optional bool g = 7 [default = true]; }",
        );
        let fields = &file.message_type[0].field;
        let values: Vec<&str> = fields.iter().map(|field| field.default_value()).collect();
        assert_eq!(values, ["-16", "-inf", "1000", "\\377a", "éA", "A", "true"]);
    }

    #[test]
    fn defaults_fit_their_types() {
        let proto2 = "message M { optional uint32 a = 1 [default = -1]; optional string b = 2 [default = 5]; repeated int32 c = 3 [default = 1]; optional bool d = 4 [default = 1]; }";
        let proto3 = "syntax = \"proto3\"; message M { int32 a = 1 [default = 1]; }";
        assert_eq!(
            [mistakes(proto2), mistakes(proto3)].concat(),
            [
                "-1 | the default -1 does not fit the field's type | write an integer from 0 to 4294967295",
                "5 | the default `5` does not fit the field's type | write a string",
                "default = 1 | lists and maps have no default | remove it",
                "1 | the default `1` does not fit the field's type | write `true` or `false`",
                "default = 1 | proto3 has no defaults | remove it, or say `(everwire.field).default` from `everwire/options.proto`",
            ]
        );
    }
}
