//! Oneofs, whose fields are the message's.

use prost_reflect::prost_types::{DescriptorProto, OneofDescriptorProto, OneofOptions};

use super::field::Home;
use super::mistake::Parse;
use super::{Parser, index};

impl Parser<'_> {
    /// A oneof, from its keyword.
    pub(super) fn oneof(&mut self, message: &mut DescriptorProto) -> Parse<()> {
        let own = index(message.oneof_decl.len());
        let mut begun = self.begin();
        let word = self.bump();
        let name = self.name("a oneof name")?;
        self.within(&[8, own], |parser| parser.locate(&[1], &name.span()));
        self.head_end(&mut begun, "{")?;
        let mut options = None;
        let before = message.field.len();
        self.block("a field or `}`", |parser| {
            if parser.is("option") {
                let options = options.get_or_insert_with(OneofOptions::default);
                return parser.within(&[8, own, 2], |parser| {
                    parser.option_statement(&mut options.uninterpreted_option)
                });
            }
            let DescriptorProto {
                field, nested_type, ..
            } = &mut *message;
            parser.field(Home::Oneof, field, nested_type)?;
            if let Some(field) = field.last_mut() {
                field.oneof_index = Some(own);
            }
            Ok(())
        })?;
        if message.field.len() == before {
            let span = word.start..name.end;
            self.note(
                span,
                "a oneof has no fields",
                "give it a field, or remove it",
            );
        }
        message.oneof_decl.push(OneofDescriptorProto {
            name: Some(self.text_of(name).to_owned()),
            options: options.filter(|options| !options.uninterpreted_option.is_empty()),
        });
        self.within(&[8, own], |parser| parser.declare(begun));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn fields_of_a_oneof_are_the_messages() {
        let file = check(
            "syntax = \"proto3\"; message M { int32 a = 1; oneof o { option (x) = 1; int32 b = 2; M c = 3; } }",
        );
        let message = &file.message_type[0];
        let of: Vec<Option<i32>> = message
            .field
            .iter()
            .map(|field| field.oneof_index)
            .collect();
        assert_eq!(of, [None, Some(0), Some(0)]);
        assert!(message.oneof_decl[0].options.is_some());
        assert_eq!(
            mistakes(
                "syntax = \"proto3\"; message M { oneof o {} oneof p { map<int32, int32> m = 1; } }"
            ),
            [
                "oneof o | a oneof has no fields | give it a field, or remove it",
                "map | maps cannot stand in a oneof | declare a message that holds the map",
            ]
        );
    }
}
