//! Map fields, which are lists of entries: messages that the parser makes.

use prost_reflect::prost_types::field_descriptor_proto::{Label, Type};
use prost_reflect::prost_types::{DescriptorProto, FieldDescriptorProto, MessageOptions};

use super::Parser;
use super::field::Home;
use super::lex::Token;
use super::locate::Begun;
use super::mistake::Parse;

impl Parser<'_> {
    /// A map field, from `map`; its entry is added to the messages.
    pub(super) fn map(
        &mut self,
        home: Home,
        label: Option<(Label, Token)>,
        mut begun: Begun,
        messages: &mut Vec<DescriptorProto>,
    ) -> Parse<FieldDescriptorProto> {
        let word = self.bump();
        match (home, label) {
            (Home::Oneof, _) => {
                let help = "declare a message that holds the map";
                self.refuse(word, "maps cannot stand in a oneof", help);
            }
            (Home::Extend(..), _) => {
                let help = "declare a message that holds the map";
                self.refuse(word, "maps cannot be extensions", help);
            }
            (Home::Message, Some((_, token))) => {
                self.refuse(token, "map fields have no label", "remove it");
            }
            (Home::Message, None) => {}
        }
        self.expect("<")?;
        let mut key = part("key", 1);
        let span = self.map_part(&mut key)?;
        let is_key = key.r#type.is_some()
            && !matches!(key.r#type(), Type::Double | Type::Float | Type::Bytes);
        if !is_key {
            let help = "take an integer, `bool` or `string`, or a repeated message that has the key as a field";
            self.note(span, "a map cannot have keys of this type", help);
        }
        self.expect(",")?;
        let mut value = part("value", 2);
        self.map_part(&mut value)?;
        self.expect(">")?;
        self.locate(&[6], &(word.start..self.last_end()));
        let mut field = FieldDescriptorProto {
            label: Some(Label::Repeated.into()),
            r#type: Some(Type::Message.into()),
            ..FieldDescriptorProto::default()
        };
        self.name_and_number(&mut field)?;
        let entry = entry_name(field.name());
        field.type_name = Some(entry.clone());
        messages.push(DescriptorProto {
            name: Some(entry),
            field: vec![key, value],
            options: Some(MessageOptions {
                map_entry: Some(true),
                ..MessageOptions::default()
            }),
            ..DescriptorProto::default()
        });
        self.field_options(&mut field)?;
        self.head_end(&mut begun, ";")?;
        self.declare(begun);
        Ok(field)
    }
}

fn part(name: &str, number: i32) -> FieldDescriptorProto {
    FieldDescriptorProto {
        name: Some(name.to_owned()),
        json_name: Some(name.to_owned()),
        label: Some(Label::Optional.into()),
        number: Some(number),
        ..FieldDescriptorProto::default()
    }
}

/// `by_name` has entries called `ByNameEntry`.
fn entry_name(field: &str) -> String {
    let mut name = String::new();
    for part in field.split('_') {
        let mut letters = part.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name.push_str("Entry");
    name
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn a_map_is_a_list_of_entries() {
        let file = check(
            "message M { map<string, .a.B> by_name = 1 [deprecated = true]; optional map.x y = 2; }",
        );
        let message = &file.message_type[0];
        assert_eq!(message.field[0].type_name(), "ByNameEntry");
        assert_eq!(message.nested_type[0].field[1].type_name(), ".a.B");
        assert_eq!(message.field[1].type_name(), "map.x");
        assert_eq!(
            mistakes("message M { repeated map<float, M> a = 1; }"),
            [
                "repeated | map fields have no label | remove it",
                "float | a map cannot have keys of this type | take an integer, `bool` or `string`, or a repeated message that has the key as a field",
            ]
        );
    }

    #[test]
    fn entries_are_named_after_fields() {
        assert_eq!(super::entry_name("by_name2_x"), "ByName2XEntry");
        assert_eq!(super::entry_name("__aB"), "ABEntry");
    }
}
