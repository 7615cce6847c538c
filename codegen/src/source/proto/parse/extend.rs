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
