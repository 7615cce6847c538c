//! Fields of messages and variants of enums with data: what they say beyond number, name and type.

use everwire::dynamic::{Member, Shape};
use everwire::schema::{Encoding, Presence};
use everwire::validate::Literal;
use everwire_model::model::{self, Field, Role};

use super::make::Make;
use super::rules;
use super::shape::Here;
use super::unresolved::Why;

impl Make<'_> {
    /// The type of a field on the wires.
    pub(super) fn wire_type(&self, here: Here<'_>, field: &Field) -> Result<Shape, Why> {
        match &field.with {
            Some(with) => Ok(self.converted(here, with)?.shape),
            None => {
                let adapted = field.adapted.as_ref();
                let ty = adapted.map_or(&field.member.ty, |adapted| &adapted.ty);
                Ok(self.held(here, ty)?.shape)
            }
        }
    }

    /// Says what a field does, as its row in the table.
    pub(super) fn details(
        &self,
        here: Here<'_>,
        field: &Field,
        member: &mut Member,
    ) -> Result<(), Why> {
        member.json_name.clone_from(&field.json_name);
        member.aliases.clone_from(&field.aliases);
        if field.required {
            member.presence = Presence::Required;
        }
        match (&field.default, own_default(field)) {
            (Some(default), _) if default.literal.is_some() => {
                member.default = default.literal.as_ref().map(rules::literal);
                let is_zero = member.default.as_ref().is_some_and(Literal::is_zero);
                if member.presence == Presence::Implicit && !is_zero {
                    member.presence = Presence::Explicit;
                }
            }
            (Some(_), Some(default)) if matches!(field.role, Role::Plain { .. }) => {
                member.default_bytes = Some(self.default_bytes(here, default)?);
                member.presence = Presence::Explicit;
            }
            (Some(_), _) => member.presence = Presence::Explicit,
            (None, _) if field.explicit => member.presence = Presence::Explicit,
            (None, _) => {}
        }
        member.encoding = encoding(field.encoding);
        member.key = encoding(field.key);
        member.map_value = encoding(field.value);
        member.is_packed = field.packed;
        member.since = field.since.unwrap_or(0);
        for was in &field.was {
            member.was.push(self.held(here, &was.ty)?.shape);
        }
        member.rules = rules::all(&field.rules)?;
        Ok(())
    }
}

/// The `default` that an absent field reads as; an absent `Option` stays `None`.
pub(super) fn own_default(field: &Field) -> Option<&model::Default> {
    let default = field.default.as_ref();
    default.filter(|_| !matches!(field.shape, model::Shape::Option(_)))
}

fn encoding(encoding: model::Encoding) -> Encoding {
    match encoding {
        model::Encoding::Default => Encoding::Default,
        model::Encoding::Zigzag => Encoding::Zigzag,
        model::Encoding::Fixed => Encoding::Fixed,
        model::Encoding::Group => Encoding::Group,
    }
}
