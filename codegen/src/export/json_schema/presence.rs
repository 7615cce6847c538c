//! Which members must be there: those whose rules what an absent one reads as does not follow.
//!
//! A message with that member alone is read from `{}`, with its rules.

use everwire::dynamic::{Definition, Dynamic, Member, Types, What};
use everwire::{Options, Wire};

use super::Document;

impl Document<'_> {
    pub(super) fn must_be_there(&self, of: &Definition, member: &Member) -> bool {
        if member.rules.is_empty() && !matches!(member.ty, everwire::dynamic::Shape::Named(_)) {
            return false;
        }
        let mut alone = Definition::new(of.full_name(), What::Message(vec![member.clone()]));
        alone.name = "alone".to_owned();
        let mut definitions = vec![alone];
        let mut open: Vec<String> = Vec::new();
        definitions[0].each_name(&mut |name| open.push(name.to_owned()));
        let mut seen = std::collections::BTreeSet::new();
        while let Some(name) = open.pop() {
            if !seen.insert(name.clone()) {
                continue;
            }
            let held = match self.types.get(&name) {
                Some(one) => vec![one.clone()],
                None => crate::define::well_known(&name),
            };
            for one in held {
                if one.full_name() != name && !seen.insert(one.full_name()) {
                    continue;
                }
                one.each_name(&mut |name| open.push(name.to_owned()));
                definitions.push(one);
            }
        }
        let Ok(types) = Types::load(&definitions) else {
            return false;
        };
        let Some(schema) = types.get("alone") else {
            return false;
        };
        Dynamic::decode_with(schema, Wire::Json, b"{}", &Options::new()).is_err()
    }
}
