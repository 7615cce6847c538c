//! Enums with data: messages of one oneof.

use everwire::dynamic::Member;

use super::super::types::Described;
use super::field::{Owner, Written};
use super::text::Text;
use super::{FileFacts, Proto};

impl Proto<'_> {
    pub(super) fn union(
        &self,
        facts: &FileFacts,
        described: &Described,
        members: &[Member],
        text: &mut Text,
    ) {
        let full = described.definition.full_name();
        self.around(facts, described, text, |proto, facts, place, text| {
            let option = "option (everwire.message).rust = UNION;".to_owned();
            proto.head(facts, described, place, vec![option], text);
            let written: Vec<Written> = members
                .iter()
                .map(|one| proto.written(place, described, one, Owner::Union))
                .collect();
            if members.is_empty() {
                return written;
            }
            let own = proto.scopes.oneof(&full, "variant");
            text.block(&format!("oneof {own}"), |text| {
                for (member, written) in members.iter().zip(&written) {
                    proto.field_lines(described, member, written, text);
                }
            });
            text.gap();
            written
        });
    }
}
