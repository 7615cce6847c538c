//! Groups of proto2: a field and its message in one.

use prost_reflect::prost_types::field_descriptor_proto::{Label, Type};
use prost_reflect::prost_types::{DescriptorProto, FieldDescriptorProto};

use super::field::Home;
use super::lex::Token;
use super::locate::Begun;
use super::mistake::Parse;
use super::{Parser, index};
use crate::source::features::Edition;

impl Parser<'_> {
    /// A group, from `group`; its message is added to the messages, and has the comments.
    pub(super) fn group(
        &mut self,
        home: Home,
        label: Option<(Label, Token)>,
        mut begun: Begun,
        messages: &mut Vec<DescriptorProto>,
    ) -> Parse<FieldDescriptorProto> {
        let whole = label.map_or(self.peek().start, |(_, token)| token.start);
        let mut field = self.labelled(home, label, whole);
        let word = self.bump();
        match self.edition {
            Edition::Proto2 => {}
            Edition::Proto3 => {
                let help = "declare a message, and a field of its type";
                self.refuse(word, "proto3 has no groups", help);
            }
            Edition::Edition2023 | Edition::Edition2024 => {
                let help = "declare a message, and a field of its type with `features.message_encoding = DELIMITED`";
                self.refuse(word, "editions have no groups", help);
            }
        }
        self.locate(&[5], &word.span());
        let name = self.name_and_number(&mut field)?;
        self.locate(&[6], &name.span());
        let own = self.text_of(name);
        if !own.starts_with(|first: char| first.is_ascii_uppercase()) {
            let help = "begin the name with a capital; the field is called the same in lower case";
            self.refuse(name, "a group's name does not begin with a capital", help);
        }
        field.name = Some(own.to_ascii_lowercase());
        field.r#type = Some(Type::Group.into());
        field.type_name = Some(own.to_owned());
        self.field_options(&mut field)?;
        self.head_end(&mut begun, "{")?;
        let at = [home.messages(), index(messages.len())];
        // The message stands beside the field, two steps up.
        let own_path = self.path.split_off(self.path.len().saturating_sub(2));
        let message = self.within(&at, |parser| {
            parser.locate(&[1], &name.span());
            let message = parser.message_body(own)?;
            parser.declare(begun);
            Ok(message)
        });
        self.path.extend(own_path);
        messages.push(message?);
        self.locate(&[], &(whole..self.last_end()));
        Ok(field)
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn a_group_is_a_field_and_a_message() {
        let file = check(
            "message M { repeated group Result = 1 [deprecated = true] { required string url = 2; } oneof o { group Other = 3 {} } }",
        );
        let message = &file.message_type[0];
        assert_eq!(
            (message.field[0].name(), message.field[0].type_name()),
            ("result", "Result")
        );
        let nested: Vec<&str> = message.nested_type.iter().map(|one| one.name()).collect();
        assert_eq!(nested, ["Result", "Other"]);
        assert_eq!(message.nested_type[0].field[0].name(), "url");
        assert_eq!(
            mistakes("edition = \"2023\"; message M { group a = 1 {} }"),
            [
                "group | editions have no groups | declare a message, and a field of its type with `features.message_encoding = DELIMITED`",
                "a | a group's name does not begin with a capital | begin the name with a capital; the field is called the same in lower case",
            ]
        );
    }
}
