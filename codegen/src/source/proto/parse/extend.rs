//! Extensions.

use prost_reflect::prost_types::{DescriptorProto, FieldDescriptorProto};

use super::field::Home;
use super::mistake::Parse;
use super::{Parser, index};

impl Parser<'_> {
    /// `extend`, whose fields go to the list of number `own`, and their groups to that of number `nested`.
    pub(super) fn extend(
        &mut self,
        own: i32,
        fields: &mut Vec<FieldDescriptorProto>,
        nested: i32,
        messages: &mut Vec<DescriptorProto>,
    ) -> Parse<()> {
        let mut begun = self.begin();
        self.bump();
        let (extendee, span) = self.type_name()?;
        self.head_end(&mut begun, "{")?;
        self.block("a field or `}`", |parser| {
            parser.within(&[own, index(fields.len())], |parser| {
                parser.locate(&[2], &span);
            });
            parser.field(Home::Extend(own, nested), fields, messages)?;
            if let Some(field) = fields.last_mut() {
                field.extendee = Some(extendee.clone());
            }
            Ok(())
        })?;
        self.within(&[own], |parser| parser.declare(begun));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn extensions_name_what_they_extend() {
        let file = check(
            "extend .a.M { optional int32 x = 100; repeated group G = 101 {} } message N { extend M { optional N n = 102; } }",
        );
        let own: Vec<(&str, &str)> = file
            .extension
            .iter()
            .map(|field| (field.extendee(), field.name()))
            .collect();
        assert_eq!(own, [(".a.M", "x"), (".a.M", "g")]);
        assert_eq!(file.message_type[0].name(), "G");
        assert_eq!(file.message_type[1].extension[0].extendee(), "M");
        assert_eq!(
            mistakes("extend 1 {}"),
            [
                "1 | expected a type, but found `1` | see https://protobuf.dev/reference/protobuf/proto2-spec/ for the grammar"
            ]
        );
    }
}
